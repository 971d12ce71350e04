import type { Difference } from './catalogue.ts'

/** Whom a migration waits for, as the database knows that connection. */
export interface Holder {
  pid: number
  application: string
  state: string
  /** Age of its transaction. */
  seconds: number
}

/** What it waits for. */
export interface Awaited extends Holder {
  /** `money.entry` */
  relation: string
}

/** Why a database is neither updated nor served; it is left as it was found. The sentences are in the messages of `main`. */
export type Refusal =
  /** Texts would be changed or refused on their way. */
  | { code: 'encoding'; encoding: string }
  | { code: 'old-server'; version: string }
  /** It was migrated by a newer version. */
  | { code: 'newer'; names: string[] }
  /** A migration that it remembers is not among the files of this version. */
  | { code: 'missing'; name: string }
  /** A migration's file is not the one that was applied. */
  | { code: 'changed'; name: string }
  /** A later migration was applied and this one was not. */
  | { code: 'skipped'; name: string }
  /** The schema is not what the applied migrations give. */
  | { code: 'differs'; differences: Difference[] }
  /** Others held what a migration must lock, for as long as it may wait. */
  | { code: 'locked'; awaited: Awaited[] }

export class MigrationRefusal extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(`The database is not served: ${JSON.stringify(refusal).slice(0, 1_000)}`)
    this.name = 'MigrationRefusal'
    this.refusal = refusal
  }
}

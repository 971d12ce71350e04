import { type RawBuilder, sql } from 'kysely'
import type { DB } from '../db/schema.generated.ts'

/** Whose data are erased: a person who left, or the people of a client with whom nothing is done any more. */
export interface Party {
  kind: 'worker' | 'client'
  id: string
  /** Accounts that served nothing but this. */
  userIds: readonly string[]
  /** What stands where the name stood, such as `W-00012`. */
  label: string
  /** Names, readings, addresses and numbers by which a text may speak of the people. */
  names: readonly string[]
  /** The last day of keeping. */
  keptUntil: string
}

/** Why a column keeps what it says when a party is erased; each has its sentence in the messages of `people`. */
type KeptReason = 'paper' | 'books' | 'contract-party' | 'work' | 'operator'

/** What erasing does with each column of a table in which letters can stand. Every one of them is in one of the lists. */
export interface Fates<Column extends string> {
  /** The whole row: removed with the party, gone with the account, or removed by age whoever it was about. */
  row?: 'with-party' | 'with-account' | 'by-age'
  /** Which rows `t` are about the party or written by it; null when none can be. */
  whose?: (party: Party) => RawBuilder<unknown> | null
  /** What such a row says afterwards. */
  blanked?: (party: Party) => { readonly [C in Column]?: unknown }
  /** Texts that people write: of such a row they go; everywhere else a name in them becomes the label. */
  texts?: readonly Column[]
  /** The same in JSON: a name in it becomes the label. */
  jsonTexts?: readonly Column[]
  kept?: { readonly [C in Column]?: KeptReason }
  /** Codes, states, hashes, ids of accounts, names of things and places: they speak of nobody once the account is gone. */
  codes?: readonly Column[]
}

type ColumnOf<Table> = Extract<keyof Table, string>
type PersonalColumns = { readonly [T in keyof DB]?: Fates<ColumnOf<DB[T]>> }

/** A table as the register knows it. */
export type Declared = [table: keyof DB, fates: Fates<string>]

const register = new Map<keyof DB, Fates<string>>()

/** Each area says of its own tables what erasing does. The only home of that: `test/trust/personal-columns.test.ts` finds a column without. */
export function registerPersonalColumns(columns: PersonalColumns): void {
  for (const [table, fates] of Object.entries(columns)) register.set(table as keyof DB, fates as Fates<string>)
}

export const declaredTables = (): Declared[] => [...register]

const account = { row: 'with-account' } as const
const aged = { row: 'by-age' } as const

registerPersonalColumns({
  'platform.account_change': { codes: ['userId', 'kind', 'changedBy'] },
  'platform.attempt': aged,
  // Inputs are in it as hashes only.
  'platform.audit': { codes: ['userId', 'action', 'subject', 'entry', 'hash'] },
  'platform.audit_head': { codes: ['hash'] },
  'platform.credential': account,
  // Erased by their own day, `platform.erase_documents`.
  'platform.document': {
    kept: { counterpartyName: 'paper', data: 'paper' },
    codes: ['kind', 'number', 'template', 'sha256', 'previousSha256', 'ownerUserId'],
  },
  'platform.document_series': { codes: ['kind', 'lastSha256'] },
  'platform.erased_party': { codes: ['kind'] },
  'platform.erased_rows': { codes: ['relation'] },
  'platform.file': {
    whose: ({ userIds }) => (userIds.length === 0 ? null : sql`t.uploaded_by = any(${[...userIds]}::text[])`),
    blanked: () => ({ name: sql`'file' || coalesce(substring(t.name from '\\.[A-Za-z0-9]{1,8}$'), '')` }),
    codes: ['mediaType', 'sha256', 'uploadedBy'],
  },
  'platform.file_chunk': { kept: { bytes: 'work' } },
  'platform.head': { codes: ['body', 'signature'] },
  'platform.idempotency': aged,
  'platform.known_device': account,
  // What names the person goes at once (`forgetNewsOf`), the rest by age.
  'platform.notification': aged,
  'platform.outbox': aged,
  'platform.outbox_delivery': aged,
  'platform.passkey': account,
  'platform.raised_limit': aged,
  'platform.seal': { codes: ['relation', 'sealedRows'] },
  'platform.secret_check': { codes: ['value'] },
  'platform.session': account,
  'platform.spent_code': aged,
  'platform.two_factor': account,
  'platform.user': account,
  'platform.verification': aged,
})

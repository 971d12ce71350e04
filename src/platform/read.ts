import type { z } from 'zod'
import { jstDateOf, type CalendarDate } from '../units/calendar-date.ts'
import { mayTry, reachOf, type Actor, type Reach } from './access.ts'
import { Failure } from './action.ts'
import type { Allow, ReadContract } from './contract.ts'
import type { Database, Db } from './db/db.ts'
import { check } from './faults.ts'

export interface ReadContext {
  db: Db
  programmeId: string
  actor: Actor
  /** What this person's roles let them see here; a store puts it into the `where`. */
  reach: Reach
  now: Date
  today: CalendarDate
}

/** Answers one read of a contract; `null` means that it does not exist for this person. */
export interface Read<C extends ReadContract = ReadContract> {
  contract: C
  answer(context: ReadContext, input: z.output<C['input']>): Promise<z.input<C['output']> | null>
}

export function answer<C extends ReadContract>(contract: C, run: Read<C>['answer']): Read {
  return { contract, answer: run as Read['answer'] }
}

/** A read of one person's own rows: few, found by index, so that one plan does for everybody and planning would be most of the work. */
const isOwn = (allow: Allow): boolean =>
  typeof allow !== 'string' && Object.values(allow).every((kinds) => kinds.every((kind) => kind === 'self'))

/**
 * Runs a read in a read-only transaction of the tenant.
 * @throws Failure
 */
export async function query(
  database: Database,
  read: Read,
  request: { programmeId: string; input: unknown; now?: Date },
  identify: (db: Db) => Promise<Actor>,
  userId: string | null,
): Promise<unknown> {
  const { contract } = read
  const checked = check(contract.input, request.input)
  return database.transaction(
    { programmeId: request.programmeId, userId },
    async (db) => {
      const actor = await identify(db)
      if (contract.allow !== 'anyone' && actor.userId === null) throw new Failure('unauthenticated')
      if (!mayTry(actor, contract.allow)) throw new Failure('not-permitted')
      if ('faults' in checked) throw new Failure('invalid-input', checked.faults)
      const now = request.now ?? new Date()
      const context = { db, programmeId: request.programmeId, actor, reach: reachOf(actor, contract.allow), now, today: jstDateOf(now) }
      const output = await read.answer(context, checked.data)
      if (output === null) throw new Failure('not-found')
      return output
    },
    { readOnly: true, plansOnce: isOwn(contract.allow) },
  )
}

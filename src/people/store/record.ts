import type { Reach } from '../../platform/access.ts'
import type { Db } from '../../platform/db/db.ts'
import { currentBankAccount, listInvoiceRegistrations } from './payment.ts'
import { skillsOf } from './lists.ts'
import { withinReach } from './workers.ts'

const personById = (db: Db) =>
  db
    .selectFrom('people.worker as w')
    .innerJoin('programme.municipality as m', (join) =>
      join.onRef('m.programme_id', '=', 'w.programme_id').onRef('m.id', '=', 'w.municipality_id'),
    )
    .leftJoin('programme.site as s', (join) => join.onRef('s.programme_id', '=', 'w.programme_id').onRef('s.id', '=', 'w.site_id'))
    .selectAll('w')
    .select(['m.name as municipality_name', 's.name as site_name'])

export const findWithinReach = (db: Db, reach: Reach, id: string) =>
  personById(db).where('w.id', '=', id).where(withinReach(reach)).executeTakeFirst()
export const findByUser = (db: Db, userId: string) => personById(db).where('w.user_id', '=', userId).executeTakeFirst()

export type Person = NonNullable<Awaited<ReturnType<typeof findByUser>>>

/** Everything that hangs on a person's record; the parts that a reader may not see are not even asked for. */
export async function readRecord(db: Db, person: Person, parts: { payment: boolean; interviews: boolean }, from: string) {
  const { id } = person
  const week = await db.selectFrom('people.free_minutes').select(['weekday', 'minutes']).where('worker_id', '=', id).execute()
  const days = await db
    .selectFrom('people.free_minutes_exception')
    .select(['on_date', 'minutes'])
    .where('worker_id', '=', id)
    .where('on_date', '>=', from)
    .orderBy('on_date')
    .limit(400)
    .execute()
  const changes = await db
    .selectFrom('people.state_change as c')
    .leftJoin('platform.user as u', 'u.id', 'c.changed_by')
    .select(['c.from_state', 'c.to_state', 'c.changed_on', 'c.note', 'u.name'])
    .where('c.worker_id', '=', id)
    .orderBy('c.changed_on', 'desc')
    .orderBy('c.id', 'desc')
    .limit(200)
    .execute()
  const consents = await db
    .selectFrom('people.consent')
    .selectAll()
    .where('worker_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .orderBy('given_at')
    .execute()
  const interviews = parts.interviews
    ? await db
        .selectFrom('people.interview as i')
        .leftJoin('platform.user as u', 'u.id', 'i.held_by')
        .select(['i.id', 'i.held_on', 'i.note', 'i.outcome', 'u.name'])
        .where('i.worker_id', '=', id)
        .orderBy('i.held_on', 'desc')
        .orderBy('i.id', 'desc')
        .limit(100)
        .execute()
    : null
  return {
    week: Array.from({ length: 7 }, (_, index) => week.find((row) => row.weekday === index + 1)?.minutes ?? 0),
    days: days.map((row) => ({ onDate: row.on_date, minutes: row.minutes })),
    skills: (await skillsOf(db, [id])).get(id) ?? [],
    changes,
    consents,
    interviews,
    bankAccount: parts.payment ? ((await currentBankAccount(db, id)) ?? null) : null,
    registrations: parts.payment ? await listInvoiceRegistrations(db, id) : [],
  }
}

import { sql } from 'kysely'
import type { Reach } from '../../platform/access.ts'
import type { Db } from '../../platform/db/db.ts'
import { sameTenant } from '../../platform/db/listing.ts'
import { currentBankAccount, listInvoiceRegistrations } from './payment.ts'
import { skillsOf } from './lists.ts'
import { withinReach } from './workers.ts'

const personById = (db: Db) =>
  db
    .selectFrom('people.worker as w')
    .innerJoin('programme.municipality as m', (join) => sameTenant(join, 'm.id', 'w.municipalityId'))
    .leftJoin('programme.site as s', (join) => sameTenant(join, 's.id', 'w.siteId'))
    .select(['w.id', 'w.number', 'w.state', 'w.kind', 'w.name', 'w.kana', 'w.displayName', 'w.email', 'w.phone', 'w.postalAddress'])
    .select(['w.prefecture', 'w.municipalityId', 'm.name as municipalityName', 'w.siteId', 's.name as siteName'])
    .select(['w.appliedOn', 'w.registeredOn', 'w.leftOn', 'w.isDemo', 'w.equipment', 'w.lineSpeedMbps', 'w.usesEmployees'])
    .select(['w.usesEmployeesDeclaredOn', 'w.wish', 'w.wantedMonthlyYen', 'w.wantedMonthlyMinutes', 'w.highestMonthlyMinutes'])

export const findWithinReach = (db: Db, reach: Reach, id: string) =>
  personById(db).where('w.id', '=', id).where(withinReach(reach)).executeTakeFirst()
export const findByUser = (db: Db, userId: string) => personById(db).where('w.userId', '=', userId).executeTakeFirst()

export type Person = NonNullable<Awaited<ReturnType<typeof findByUser>>>

/** Everything that hangs on a person's record; the parts that a reader may not see are not even asked for. */
export async function readRecord(db: Db, person: Person, parts: { payment: boolean; interviews: boolean }, from: string) {
  const { id } = person
  const week = await db.selectFrom('people.free_minutes').select(['weekday', 'minutes']).where('workerId', '=', id).execute()
  const days = await db
    .selectFrom('people.free_minutes_exception')
    .select(['onDate', 'minutes'])
    .where('workerId', '=', id)
    .where('onDate', '>=', from)
    .orderBy('onDate')
    .limit(400)
    .execute()
  const changes = await db
    .selectFrom('people.state_change as c')
    .leftJoin('platform.user as u', 'u.id', 'c.changedBy')
    .select(['c.fromState', 'c.toState', 'c.changedOn', 'c.note', 'u.name as changedByName'])
    .where('c.workerId', '=', id)
    .orderBy('c.changedOn', 'desc')
    .orderBy('c.id', 'desc')
    .limit(200)
    .execute()
  const consents = await db
    .selectFrom('people.consent')
    .select(['purpose', 'textVersion', 'givenAt'])
    .where('workerId', '=', id)
    .where('withdrawnAt', 'is', null)
    .orderBy('givenAt')
    .execute()
  const interviews = parts.interviews
    ? await db
        .selectFrom('people.interview as i')
        .leftJoin('platform.user as u', 'u.id', 'i.heldBy')
        .select(['i.id', 'i.heldOn', 'i.note', 'i.outcome'])
        .select((e) => e.fn.coalesce('u.name', sql.lit('')).as('heldByName'))
        .where('i.workerId', '=', id)
        .orderBy('i.heldOn', 'desc')
        .orderBy('i.id', 'desc')
        .limit(100)
        .execute()
    : null
  return {
    week: Array.from({ length: 7 }, (_, index) => week.find((row) => row.weekday === index + 1)?.minutes ?? 0),
    days,
    skills: (await skillsOf(db, [id])).get(id) ?? [],
    changes,
    consents,
    interviews,
    bankAccount: parts.payment ? ((await currentBankAccount(db, id)) ?? null) : null,
    registrations: parts.payment ? await listInvoiceRegistrations(db, id) : [],
  }
}

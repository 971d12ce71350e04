import { newId } from '../../platform/action.ts'
import type { Auth } from '../../platform/auth/auth.ts'
import type { Database } from '../../platform/db/db.ts'
import { listTenants } from '../../platform/tenants.ts'
import { type ScopeKindName, scopesOf } from '../../programme/rules/roles.ts'
import { type CalendarDate, monthOf, yearOf } from '../../units/calendar-date.ts'
import { fiscalYearOf } from '../../units/fiscal-year.ts'
import { demoPassword, demoPeople } from './accounts.ts'
import { issueRecords, keepYear, leaveBatchWaiting, leaveQuestions, postPayables } from './books.ts'
import { clientCount, currentFacts, type WorkerFact, workerFacts, yearFacts, type YearFacts, years } from './facts.ts'
import { insertYear } from './history.ts'
import { playLive, type Cast } from './live.ts'
import { insertWorkers, type DemoWorker } from './people.ts'
import { insertFrame, type Frame } from './programme.ts'
import { openScene, personOf } from './scene.ts'
import { writeSheet } from './sheet.ts'

/** What is told of the past: who registered, and the years' work, given who of them there is today. */
export interface DemoPast {
  workers: WorkerFact[]
  years(workers: readonly WorkerFact[], today: CalendarDate): YearFacts[]
}

const wholePast = (): DemoPast => ({
  workers: workerFacts(),
  years: (workers, today) => [...years.map(({ fiscalYear }) => yearFacts(fiscalYear, workers)), ...currentYear(today, workers)],
})

/** Loads the demo programme into a database that holds no programme yet. All of it or nothing: one transaction. */
export async function loadDemo(database: Database, auth: Auth, past = wholePast()): Promise<void> {
  if ((await listTenants(database)).length > 0) return
  const users = await ensureUsers(database, auth)
  const programmeId = newId()
  await database.transaction({ programmeId, userId: null }, async (db) => {
    const scene = openScene(db, programmeId, new Date())
    const frame = await insertFrame(db, programmeId, clientCount)
    const workers = await insertWorkers(
      db,
      frame,
      past.workers,
      { worker: userOf(users, 'worker@demo.example'), leader: userOf(users, 'leader@demo.example') },
      scene.today,
    )
    const memberships = membershipsOf(frame, users, workers)
    await db.insertInto('programme.membership').values(memberships).execute()
    const cast = castOf(frame, users, workers)
    const keepers = {
      director: cast.director,
      office: officeOf(frame, users, 'office@demo.example'),
      approver: officeOf(frame, users, 'approver@demo.example'),
    }
    for (const facts of past.years(workers, scene.today)) {
      const orders = await insertYear(db, frame, workers, facts)
      await keepYear(db, frame, scene, keepers, facts, orders)
    }
    await issueRecords(scene, keepers, 2)
    const { runningOrderId } = await playLive(scene, frame, cast)
    await writeSheet(scene, frame, personOf(userOf(users, 'officer@demo.example'), 'officer', 'municipality', frame.city.omachi))
    await postPayables(db, programmeId, scene.today)
    await leaveQuestions(db, programmeId, scene, keepers)
    await leaveBatchWaiting(db, scene, keepers)
    await db
      .insertInto('programme.membership')
      .values(leaderOf(frame, users, runningOrderId))
      .execute()
  })
}

/** The months of the current fiscal year that are paid, when it is none of the finished years and has any. */
function currentYear(today: CalendarDate, workers: readonly WorkerFact[]): YearFacts[] {
  const fiscalYear = fiscalYearOf(today)
  const months = (yearOf(today) - fiscalYear) * 12 + monthOf(today) - 4 - 1
  return months < 1 || years.some((year) => year.fiscalYear === fiscalYear) ? [] : [currentFacts(fiscalYear, months, workers)]
}

type Users = ReadonlyMap<string, string>
const userOf = (users: Users, email: string): string => {
  const id = users.get(email)
  if (!id) throw new Error(`no demo account ${email}`)
  return id
}

/** Accounts are made by the sign-in library, outside the transaction; a broken-off first start finds them again. */
async function ensureUsers(database: Database, auth: Auth): Promise<Users> {
  const users = new Map<string, string>()
  for (const { email, name } of demoPeople) {
    const { rows } = await database.pool.query<{ id: string }>('select id from platform."user" where email = $1', [email])
    const id = rows[0]?.id ?? (await auth.signUp({ name, email, password: demoPassword })).userId
    users.set(email, id)
  }
  return users
}

function membershipsOf(frame: Frame, users: Users, workers: readonly { id: string; city: string }[]) {
  const firstIn = (city: string) => workers.find((worker) => worker.city === city)?.id ?? frame.programmeId
  const ids: Record<Exclude<ScopeKindName, 'order'>, string> = {
    programme: frame.programmeId,
    municipality: frame.city.omachi,
    site: frame.site.omachi,
    client: frame.clients[0] ?? '',
    self: firstIn('omachi'),
  }
  return demoPeople.map(({ email, role }) => {
    const [kind] = scopesOf(role)
    // Whoever leads inside an order is a worker first; that role comes with the live orders.
    const held =
      kind === 'order' ? { role: 'worker', scopeKind: 'self', scopeId: firstIn('shiojiri') } : { role, scopeKind: kind, scopeId: ids[kind] }
    return { programmeId: frame.programmeId, id: newId(), userId: userOf(users, email), ...held, grantedBy: 'system' }
  })
}

function castOf(frame: Frame, users: Users, workers: readonly DemoWorker[]): Cast {
  const { programmeId } = frame
  const inCity = (city: string) => workers.filter((worker) => worker.city === city)
  const [self, ...neighbours] = inCity('omachi')
  const [leader, ...colleagues] = inCity('shiojiri')
  const [clientId = ''] = frame.clients
  if (!self || !leader) throw new Error('the demo has no people')
  return {
    director: personOf(userOf(users, 'director@demo.example'), 'director', 'programme', programmeId),
    sales: personOf(userOf(users, 'sales@demo.example'), 'sales', 'programme', programmeId),
    client: personOf(userOf(users, 'client@demo.example'), 'client', 'client', clientId),
    self,
    leader,
    others: [...neighbours.slice(0, 6), ...colleagues.slice(0, 24)],
  }
}

const officeOf = (frame: Frame, users: Users, email: string) => personOf(userOf(users, email), 'office', 'programme', frame.programmeId)

function leaderOf(frame: Frame, users: Users, orderId: string) {
  return {
    programmeId: frame.programmeId,
    id: newId(),
    userId: userOf(users, 'leader@demo.example'),
    role: 'leader',
    scopeKind: 'order',
    scopeId: orderId,
    grantedBy: 'system',
  }
}

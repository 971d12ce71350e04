import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { newId } from '../../src/platform/id.ts'
import { openDatabase } from '../../src/platform/db/db.ts'
import { findRunningPostgres } from '../../src/platform/embedded-postgres/embedded-postgres.ts'
import { addDays, addMonths, type CalendarDate, jstDateOf, startOfMonth } from '../../src/units/calendar-date.ts'
import { payable } from './money.ts'
import { freePort, type RunningServer, startServer } from './server.ts'
import { createProgramme, type World } from './world.ts'

/** The product with its own database, and one person who may do everything in its programme. */
export interface KilledProduct {
  server: RunningServer
  dataDir: string
  port: number
  programmeId: string
  cookie: string
  /** Where rows are planted beside the server; its connections are replaced as the server's are. */
  world: World
  /** The month before this one. */
  month: CalendarDate
  workerIds: string[]
  end(): Promise<void>
}

export async function startProduct(): Promise<KilledProduct> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kado-kill-'))
  const port = await freePort()
  const server = await startAgain(dataDir, port)
  const { cookie, userId } = await signUp(server.url)
  const today = jstDateOf(new Date())
  const month = addMonths(startOfMonth(today), -1)
  const database = await openDatabase((await findRunningPostgres(join(dataDir, 'postgres'))) ?? {}, { connections: 2 })
  const world = await createProgramme(database, { today })
  const { programmeId } = world
  for (const role of ['sales', 'director', 'office'] as const)
    await world.insert('programme.membership', { id: newId(), userId, role, scopeKind: 'programme', scopeId: programmeId })
  const workerIds: string[] = []
  for (let count = 0; count < 8; count++) workerIds.push((await world.worker()).workerId)
  const product: KilledProduct = {
    server,
    dataDir,
    port,
    programmeId,
    cookie,
    world,
    month,
    workerIds,
    async end() {
      await database.close()
      await product.server.stop('SIGKILL')
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
  return product
}

export const startAgain = (dataDir: string, port: number): Promise<RunningServer> =>
  startServer({ port, dataDir, env: { KADO_DEMO: 'false', DATABASE_URL: undefined, KADO_RATE_LIMIT: '100000000' } })

async function signUp(url: string): Promise<{ cookie: string; userId: string }> {
  const account = { name: 'Everybody', email: 'everybody@people.example', password: 'killed and restarted' }
  const auth = (path: string) =>
    fetch(`${url}/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify(account),
    })
  await auth('sign-up/email')
  const answer = await auth('sign-in/email')
  const { user } = (await answer.json()) as { user: { id: string } }
  const cookies = answer.headers.getSetCookie().map((each) => each.split(';')[0])
  return { cookie: cookies.join('; '), userId: user.id }
}

/** Connections of a killed database acknowledge for a moment more, so the next one may not be there yet. */
export async function withOwner<T>({ dataDir }: Pick<KilledProduct, 'dataDir'>, work: (client: pg.Client) => Promise<T>): Promise<T> {
  for (const begun = Date.now(); ; await wait(100)) {
    const config = await findRunningPostgres(join(dataDir, 'postgres'))
    if (!config) throw new Error('the database does not run')
    const client = new pg.Client(config)
    client.on('error', () => {})
    const failure = await client.connect().then(
      () => null,
      (error: unknown) => error,
    )
    if (failure === null) return work(client).finally(() => client.end())
    if (Date.now() - begun > 30_000) throw failure
  }
}

/** Work of one round: hand-ins of last month that wait for their inspection, packages that can be offered to each person, and a month to close. */
export interface Waiting {
  submissionIds: string[]
  pairs: { packageId: string; workerId: string }[]
}

export async function plantWork({ world, month, workerIds }: KilledProduct, count: number): Promise<Waiting> {
  const dueOn = addMonths(month, 3)
  const packageId = await world.package({ units: 1_000_000, releaseOn: month, dueOn })
  const noticeDocumentId = await noticeOf(world, packageId)
  const shared = { programmeId: world.programmeId, packageId, units: 10 }
  const price = { unitPriceYen: 120, dueOn }
  const agreed = {
    feeYen: 1_200,
    taxYen: 120,
    orderedOn: month,
    inspectionCompleteOn: dueOn,
    payOn: dueOn,
    acceptedAt: `${month}T03:00:00Z`,
  }
  const received = { receivedOn: addDays(month, 14), receivedAt: `${addDays(month, 14)}T03:00:00Z` }
  const rows = Array.from({ length: count }, (_, at) => {
    const [offerId, assignmentId, submissionId] = [newId(), newId(), newId()]
    return { workerId: workerIds[at % workerIds.length] ?? '', offerId, assignmentId, submissionId }
  })
  await world.inside(async (db) => {
    const offers = rows.map(({ offerId, workerId }) => ({ ...shared, ...price, id: offerId, workerId, minutes: 60 }))
    await db
      .insertInto('orders.offer')
      .values(offers.map((row) => ({ ...row, state: 'accepted' as const, offeredBy: 'system' })))
      .execute()
    const assignments = rows.map(({ assignmentId, offerId, workerId }) => ({ ...shared, ...price, id: assignmentId, offerId, workerId }))
    await db
      .insertInto('orders.assignment')
      .values(assignments.map((row) => ({ ...row, ...agreed, noticeDocumentId })))
      .execute()
    await db
      .insertInto('delivery.submission')
      .values(
        rows.map(({ submissionId, assignmentId, workerId }) => ({ ...shared, ...received, id: submissionId, assignmentId, workerId })),
      )
      .execute()
  })
  // Work that is accepted and posted already lets the month before be closed while this one is still inspected.
  for (const workerId of workerIds) await payable(world, { workerId, receivedOn: addDays(addMonths(month, -1), 14) })
  // So many rows at once are news to the planner, as after a bulk import.
  await world.database.pool.query('select platform.refresh_statistics()')
  const offerable: string[] = []
  for (let at = 0; at < 12; at++) offerable.push(await world.package({ units: 1_000_000, dueOn }))
  return {
    submissionIds: rows.map(({ submissionId }) => submissionId),
    pairs: offerable.flatMap((each) => workerIds.map((workerId) => ({ packageId: each, workerId }))),
  }
}

/** One notice of terms for all: none of what is tested here reads it. */
async function noticeOf(world: World, packageId: string): Promise<string> {
  const assignmentId = await world.assignment({ packageId })
  const { noticeDocumentId } = await world.inside((db) =>
    db.selectFrom('orders.assignment').select('noticeDocumentId').where('id', '=', assignmentId).executeTakeFirstOrThrow(),
  )
  return noticeDocumentId
}

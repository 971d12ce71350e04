import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { type FreshDatabase, freshDatabase } from '../../test/support/database.ts'
import { tasks, work } from '../../test/support/job-program.ts'
import { newId } from './action.ts'
import { type Database, openDatabase } from './db/db.ts'
import { eventKinds } from './events.ts'
import { startJobs } from './jobs.ts'
import { enqueue, publish } from './outbox.ts'
import { reaction } from './reactions.ts'

let fresh: FreshDatabase
let database: Database
let owner: pg.Client
const processes: ChildProcess[] = []
const runners: { stop(): Promise<void> }[] = []

beforeEach(async () => {
  fresh = await freshDatabase()
  database = await openDatabase(fresh.config)
  owner = new pg.Client({ ...fresh.config, application_name: 'test' })
  await owner.connect()
  await owner.query(`create table public.work (number int not null, process int not null, step text not null);
    grant all on public.work to public`)
})
afterEach(async () => {
  for (const child of processes.splice(0)) child.kill('SIGKILL')
  for (const runner of runners.splice(0)) await runner.stop()
  await owner.end()
  await database.close()
  await fresh.drop()
})

const program = fileURLToPath(new URL('../../test/support/job-program.ts', import.meta.url))
/** Another process that takes the same jobs. */
function another(): ChildProcess {
  const child = spawn(process.execPath, [program, 'take', JSON.stringify(fresh.config)], { stdio: ['ignore', 'ignore', 'inherit'] })
  processes.push(child)
  return child
}

const inside = <T>(programmeId: string, act: Parameters<typeof database.transaction<T>>[1]) =>
  database.transaction({ programmeId, userId: null }, act)
const enqueueWork = (number: number, milliseconds: number) =>
  inside(newId(), (db) => enqueue(db, tasks['test.work'], { number, milliseconds }))
const steps = async (number: number) =>
  (await owner.query<{ process: number; step: string }>('select process, step from public.work where number = $1', [number])).rows
const jobsLeft = async () => (await owner.query('select from graphile_worker._private_jobs')).rowCount

/** Waits for what must come within seconds. */
async function eventually(seconds: number, holds: () => Promise<boolean>): Promise<void> {
  for (const begun = Date.now(); !(await holds()); await wait(50))
    if (Date.now() - begun > seconds * 1_000) throw new Error(`It did not come within ${seconds} seconds: ${holds.toString()}`)
}

/** What a restart of the database does to those who are connected. */
const endConnections = (which = 'true') =>
  owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name <> 'test' and ${which}`,
  )

const events = eventKinds({ 'test.counted': z.object({ number: z.int() }) })
const counting = reaction(events['test.counted'], 'test.count', async ({ db }, { number }) => {
  await wait(20)
  const text = 'insert into public.work (number, process, step) values ($1, 0, $2)'
  await db.executeQuery({ sql: text, parameters: [number, 'counted'] } as never)
})

test('接続が何度すべて切れても、仕事は続き、反応はちょうど一度', { timeout: 60_000 }, async () => {
  // The library prints a trace whenever one of its workers ends by an error.
  vi.spyOn(console, 'trace').mockImplementation(() => {})
  runners.push(startJobs(fresh.config, database, { reactions: [counting], jobs: [], timers: [] }))
  const programmeId = newId()
  const count = 60
  for (let number = 0; number < count; number++)
    await inside(programmeId, async (db) => publish(db, programmeId, events['test.counted'], { number }))
  // For a moment each, so that noting how a job ended fails as well, for several at once.
  for (let times = 0; times < 8; times++) {
    await wait(150)
    for (let again = 0; again < 10; again++) await endConnections().then(() => wait(10))
  }
  // A job that failed often waits for minutes; what a lost connection left locked must come free by itself.
  await eventually(30, async () => {
    await owner.query('update graphile_worker._private_jobs set run_at = now() where locked_at is null and run_at > now()')
    return (await jobsLeft()) === 0
  })
  const { rows } = await owner.query('select number from public.work order by number')
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: count }, (_, at) => at))
})

test('殺されたプロセスの仕事は数秒で空き、生きているプロセスの仕事はどれほど長くても取られない', { timeout: 60_000 }, async () => {
  const dying = another()
  // It has two hands.
  for (const number of [1, 4]) await enqueueWork(number, 600_000)
  await eventually(10, async () => (await steps(1)).length + (await steps(4)).length === 2)
  const living = another()
  await enqueueWork(2, 9_000)
  await enqueueWork(3, 9_000)
  await eventually(10, async () => (await steps(2)).length + (await steps(3)).length === 2)
  await owner.query(`update graphile_worker._private_jobs set payload = jsonb_set(payload::jsonb, '{milliseconds}', '0')
    where payload ->> 'milliseconds' = '600000'`)
  dying.kill('SIGKILL')
  runners.push(startJobs(fresh.config, database, { reactions: [], jobs: [work], timers: [] }))
  for (const number of [1, 4]) await eventually(8, async () => (await steps(number)).some(({ step }) => step === 'ended'))
  await eventually(15, async () => (await jobsLeft()) === 0)
  for (const number of [2, 3]) expect((await steps(number)).map(({ step }) => step)).toEqual(['begun', 'ended'])
  expect(living.exitCode).toBeNull()
})

test('ひとつ前の版が残した鍵も、数秒で空く', { timeout: 30_000 }, async () => {
  await enqueueWork(1, 0)
  await owner.query("update graphile_worker._private_jobs set locked_by = 'pool-of-long-ago', locked_at = now() - interval '1 hour'")
  runners.push(startJobs(fresh.config, database, { reactions: [], jobs: [work], timers: [] }))
  await eventually(8, async () => (await steps(1)).length === 2)
})

test('生きているしるしの接続が切れただけなら、仕事は取られない', { timeout: 60_000 }, async () => {
  another()
  await enqueueWork(1, 8_000)
  await eventually(10, async () => (await steps(1)).length === 1)
  runners.push(startJobs(fresh.config, database, { reactions: [], jobs: [work], timers: [] }))
  for (let times = 0; times < 5; times++) {
    await endConnections("application_name = 'kado jobs' and state = 'idle in transaction'")
    await wait(1_000)
  }
  await eventually(15, async () => (await jobsLeft()) === 0)
  expect((await steps(1)).map(({ step }) => step)).toEqual(['begun', 'ended'])
})

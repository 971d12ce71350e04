import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { z } from 'zod'
import { openDatabase } from '../../src/platform/db/db.ts'
import { taskKinds } from '../../src/platform/events.ts'
import { job, startJobs } from '../../src/platform/jobs.ts'

export const tasks = taskKinds({ 'test.work': z.object({ number: z.int(), milliseconds: z.int() }) })

/** Notes in `public.work` that a process began, works for a while, and notes that it ended. */
export const work = job(tasks['test.work'], async (database, { number, milliseconds }) => {
  await database.pool.query('insert into public.work (number, process, step) values ($1, $2, $3)', [number, process.pid, 'begun'])
  await wait(milliseconds)
  await database.pool.query('insert into public.work (number, process, step) values ($1, $2, $3)', [number, process.pid, 'ended'])
})

/** A process that takes jobs until it is killed; it says when it can. */
if (process.argv[2] === 'take') {
  const config = JSON.parse(process.argv[3] ?? '{}') as pg.ClientConfig
  const database = await openDatabase(config, { connections: 2 })
  startJobs(config, database, { reactions: [], jobs: [work], timers: [] })
}

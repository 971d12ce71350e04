import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { sharedDatabase } from '../../../test/support/database.ts'
import { errorOf, isStorageFull } from './errors.ts'
import { healthOf } from './health.ts'

const said = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  )

test('ディスクがいっぱいなら 503 でそう言い、ほかの失敗とは言い分ける', async () => {
  const { pool } = await sharedDatabase()
  const raised = (code: string) => said(pool.query(`do $$ begin raise exception 'x' using errcode = '${code}'; end $$`))
  expect(errorOf(await raised('53100'))).toEqual({ status: 503, body: { error: { code: 'storage-full' } } })
  expect(errorOf(Object.assign(new Error('write'), { code: 'ENOSPC' }))).toMatchObject({
    status: 503,
    body: { error: { code: 'storage-full' } },
  })
  expect(errorOf(await raised('57P01')).body).toEqual({ error: { code: 'unavailable' } })
  expect([isStorageFull(await raised('23505')), isStorageFull(null)]).toEqual([false, false])
})

test('書けなかったことを、健康の答えが一分のあいだ言う', async () => {
  let now = 0
  const health = healthOf(await sharedDatabase(), tmpdir(), () => now)
  expect(await health.ask()).toEqual({ ok: true, storage: 'ok' })
  health.noteFull()
  now = 59_999
  expect(await health.ask()).toEqual({ ok: false, storage: 'full' })
  now = 60_000
  expect(await health.ask()).toEqual({ ok: true, storage: 'ok' })
})

test('すべてが動いているかを言葉で答え、数は二要素を示した人にだけ言う', async () => {
  const health = healthOf(await sharedDatabase(), tmpdir())
  const state = { waiting: 3, oldestWaitingSeconds: 12, givenUp: 1 }
  const parts = { queueState: async () => state, backupState: async () => ({ state: 'ok' as const, ageHours: 7 }) }
  const bare = { ok: true, database: 'ok', storage: 'ok', jobs: 'ok', backup: 'ok' }
  expect(await health.askAll(parts, false)).toEqual(bare)
  const details = { freeBytes: expect.any(Number), jobs: state, backupAgeHours: 7 }
  expect(await health.askAll(parts, true)).toEqual({ ...bare, details })
  const stuck = { queueState: async () => ({ ...state, oldestWaitingSeconds: 301 }) }
  expect(await health.askAll(stuck, false)).toEqual({ ok: false, database: 'ok', storage: 'ok', jobs: 'late' })
  const silent = { queueState: () => Promise.reject(new Error('away')) }
  expect(await health.askAll(silent, false)).toMatchObject({ ok: false, jobs: 'unknown' })
  health.noteFull()
  expect(await health.askAll(parts, false)).toMatchObject({ ok: false, storage: 'full' })
})

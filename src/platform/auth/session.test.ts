import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { createWorld } from '../../../test/support/world.ts'
import { newId } from '../action.ts'
import { isFresh, sessionReader } from './session.ts'

const at = (iso: string) => new Date(iso)
const signedIn = (signedInAt: string) => ({ userId: 'x', signedInAt })

test('三十分までは新しく、先の時刻や信頼した端末のサインインは新しくない', () => {
  const now = at('2026-11-20T03:00:00Z')
  expect(isFresh(signedIn('2026-11-20T02:30:01Z'), now)).toBe(true)
  expect(isFresh(signedIn('2026-11-20T02:30:00Z'), now)).toBe(false)
  expect(isFresh(signedIn('2026-11-20T03:00:30Z'), now)).toBe(true)
  expect(isFresh(signedIn('2026-11-20T03:05:00Z'), now)).toBe(false)
  expect(isFresh({ ...signedIn('2026-11-20T02:59:00Z'), secondFactor: 'device' }, now)).toBe(false)
  expect(isFresh(null, now)).toBe(false)
})

test('時計を戻しても、サインインは新しいままにならず、戻した後のサインインは新しい', async () => {
  const world = await createWorld()
  const userId = await world.user()
  const secret = 'secret'
  let clock = Date.now()
  let steady = 0
  const reader = sessionReader(
    world.database,
    secret,
    () => clock,
    () => steady,
  )
  const session = async (createdAt: number) => {
    const token = newId()
    await world.database.pool.query(
      "insert into platform.session (id, user_id, token, created_at, expires_at) values ($1, $2, $1, $3, now() + interval '1 day')",
      [token, userId, new Date(createdAt).toISOString()],
    )
    return `kado.session_token=${encodeURIComponent(`${token}.${createHmac('sha256', secret).update(token).digest('base64')}`)}`
  }
  const fresh = async (cookie: string) => isFresh(await reader.read(cookie, { anew: true }), new Date(clock))
  const first = await session(clock)
  expect(await fresh(first)).toBe(true)
  const pass = (minutes: number) => {
    clock += minutes * 60_000
    steady += minutes * 60_000
  }
  pass(31)
  expect(await fresh(first)).toBe(false)
  clock -= 31 * 60_000
  expect(await fresh(first)).toBe(false)
  const second = await session(clock)
  expect(await fresh(second)).toBe(true)
  pass(31)
  expect(await fresh(second)).toBe(false)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHttpWorld, type HttpWorld } from '../../../test/support/http-world.ts'
import { createProgramme } from '../../../test/support/world.ts'

let http: HttpWorld
let cookie: string
beforeAll(async () => {
  http = await createHttpWorld()
  const world = await createProgramme(http.database)
  cookie = await http.signIn((await world.person('office')).userId)
})
afterAll(() => http.close())

const table = { name: '支払', columns: ['名前', '金額'], rows: [['=1+1', 1_000]] }
const send = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${http.url}/api/platform/tables.xlsx`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

test('サインインした人は、自分の送った表を Excel として受け取る', async () => {
  const answer = await send(table, { cookie })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(
    Buffer.from(await answer.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
})

test('サインインしていない人、ほかのサイト、決まりに合わない表、大きすぎる表は断る', async () => {
  expect((await send(table)).status).toBe(401)
  expect((await send(table, { cookie, origin: 'https://elsewhere.example' })).status).toBe(403)
  expect((await send({ ...table, rows: [[{ formula: '1+1' }]] }, { cookie })).status).toBe(422)
  expect((await send({ ...table, columns: [] }, { cookie })).status).toBe(422)
  expect((await send({ ...table, rows: Array.from({ length: 100_001 }, () => [1]) }, { cookie })).status).toBe(422)
  expect((await send({ ...table, rows: [['x'.repeat(17 * 1_048_576)]] }, { cookie })).status).toBe(413)
})

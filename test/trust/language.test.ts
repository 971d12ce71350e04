import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHttpWorld, type HttpWorld } from '../support/http-world.ts'

let http: HttpWorld
beforeAll(async () => {
  http = await createHttpWorld()
})
afterAll(() => http.close())

async function send(path: string, body: object, cookie = ''): Promise<Response> {
  const answer = await fetch(`${http.url}/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: http.url, cookie },
    body: JSON.stringify(body),
  })
  if (answer.status !== 429) return answer
  // Another suite of this process may have used up the sign-ins of this address.
  await wait((Number(answer.headers.get('x-retry-after')) || 5) * 1_000)
  return send(path, body, cookie)
}
const cookieOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
async function languageOf(cookie: string): Promise<unknown> {
  const answer = await fetch(`${http.url}/api/session`, { headers: { cookie } })
  const body: unknown = await answer.json()
  return typeof body === 'object' &&
    body !== null &&
    'account' in body &&
    typeof body.account === 'object' &&
    body.account !== null &&
    'language' in body.account
    ? body.account.language
    : null
}

test('言葉の選択は口座に残り、別の端末でサインインしても同じで、知らない言葉は残らない', { timeout: 150_000 }, async () => {
  const person = { email: 'reader@people.example', password: 'a-long-enough-secret' }
  expect((await send('sign-up/email', { ...person, name: 'Reader', language: 'easy' })).status).toBe(200)
  const first = cookieOf(await send('sign-in/email', person))
  expect(await languageOf(first)).toBe('easy')
  expect((await send('update-user', { language: 'en' }, first)).status).toBe(200)
  const second = cookieOf(await send('sign-in/email', person))
  expect(second).not.toBe(first)
  expect(await languageOf(second)).toBe('en')
  expect((await send('update-user', { language: 'tlh' }, second)).status).toBe(400)
  expect(await languageOf(second)).toBe('en')
})

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '../../src/platform/action.ts'
import { createHttpWorld, type HttpWorld } from '../support/http-world.ts'
import { startMailServer } from '../support/mail-server.ts'
import { browserAt } from '../support/sign-in.ts'

const password = 'a long enough password'
const someone = () => `${newId()}@people.example`
let http: HttpWorld
let mail: Awaited<ReturnType<typeof startMailServer>>

beforeAll(async () => {
  mail = await startMailServer()
  http = await createHttpWorld({ mail: { url: mail.url, from: 'kado@operator.example' }, baseUrl: 'https://kado.example' })
}, 60_000)
afterAll(async () => {
  await http.close()
  await mail.close()
})
beforeEach(() => http.database.pool.query('delete from platform.attempt'))

/** Somebody whose account strangers have locked by guessing, who has never been here with the browser that is answered. */
async function locked(language = 'ja') {
  const email = someone()
  await browserAt(http.url).signUp(email, password, { language })
  for (let time = 0; time < 10; time++) await browserAt(http.url).signIn(email, 'a wrong password')
  const owner = browserAt(http.url)
  const { status, json } = await owner.signIn(email, password)
  expect([status, json?.['code']]).toEqual([429, 'TOO_MANY_ATTEMPTS'])
  return { email, owner }
}

async function tokenFor(email: string, browser = browserAt(http.url)): Promise<string> {
  expect((await browser.post('unlock/ask', { email })).json).toEqual({ sent: true })
  const letter = await mail.next(email)
  expect(letter).toMatchObject({ from: 'kado@operator.example', to: email })
  return /https:\/\/kado\.example\/unlock#([A-Za-z0-9_-]{43})\s/.exec(letter.text)?.[1] ?? ''
}

test('締め出された人は、メールのリンクを開いた端末からだけ、もう一度サインインできる。ほかの端末の上限は変わらない', async () => {
  const { email, owner } = await locked()
  const token = await tokenFor(email, owner)
  expect(token).toHaveLength(43)
  const { rows } = await http.database.pool.query('select * from platform.verification where value like $1', ['unlock %'])
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toContain(token)

  expect((await owner.post('unlock/use', { token })).json).toEqual({ unlocked: true })
  const stranger = browserAt(http.url)
  expect((await stranger.signIn(email, password)).status).toBe(429)
  expect((await owner.signIn(email, 'a wrong password')).status).toBe(401)
  expect((await owner.signIn(email, password)).status).toBe(200)
})

test('リンクは1回だけ、15分だけ、新しいものだけが使える', async () => {
  const { email } = await locked()
  const older = await tokenFor(email)
  const token = await tokenFor(email)
  const use = async (given: string) => (await browserAt(http.url).post('unlock/use', { token: given })).json
  expect(await use(older)).toMatchObject({ code: 'UNLOCK_LINK_OVER' })
  expect(await use(token)).toEqual({ unlocked: true })
  expect(await use(token)).toMatchObject({ code: 'UNLOCK_LINK_OVER' })
  const late = await tokenFor(email)
  await http.database.pool.query("update platform.verification set expires_at = now() - interval '1 second' where value like 'unlock %'")
  expect(await use(late)).toMatchObject({ code: 'UNLOCK_LINK_OVER' })
})

test('知らないアドレスへの答えは同じで、何も送られず、同じアドレスへは3通までしか送られない', async () => {
  const { email } = await locked('en')
  const unknown = someone()
  const answers = []
  for (const asked of [unknown, unknown, email, email, email, email, unknown])
    answers.push(await browserAt(http.url).post('unlock/ask', { email: asked }))
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toEqual(new Set(['200 {"sent":true}']))
  for (let time = 0; time < 3; time++) expect((await mail.next(email)).subject).toBe('KADO: a link to sign in again')
  // Whoever is asked for after them gets a letter; by then no fourth and none to a stranger is on its way.
  const last = someone()
  await browserAt(http.url).signUp(last, password)
  await tokenFor(last)
  expect(mail.letters).toEqual([])
})

test('メールを送らないサーバーは、そう言う。届けられなかったことは、答えからはわからない', async () => {
  const silent = await createHttpWorld()
  expect((await browserAt(silent.url).post('unlock/ask', { email: someone() })).json).toMatchObject({ code: 'NO_MAIL' })
  await silent.close()
  const refusing = await startMailServer({ refuses: true })
  const other = await createHttpWorld({ mail: { url: refusing.url, from: 'kado@operator.example' } })
  const email = someone()
  await browserAt(other.url).signUp(email, password)
  expect((await browserAt(other.url).post('unlock/ask', { email })).json).toEqual({ sent: true })
  await other.close()
  await refusing.close()
})

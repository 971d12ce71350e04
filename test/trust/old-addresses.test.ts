import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../src/platform/action.ts'
import { fromLibrary, toLibrary } from '../../src/platform/auth/stand-in.ts'
import { contract } from '../../src/programme/contract/index.ts'
import { createHttpWorld, type HttpWorld } from '../support/http-world.ts'
import { startMailServer } from '../support/mail-server.ts'
import { browserAt } from '../support/sign-in.ts'
import { createProgramme } from '../support/world.ts'

/** Addresses that were given out before the rules of today, and are in use (docomo, ezweb). */
const password = 'a long enough password'
const another = 'another long password'
let http: HttpWorld
let mail: Awaited<ReturnType<typeof startMailServer>>
beforeAll(async () => {
  mail = await startMailServer()
  http = await createHttpWorld({ mail: { url: mail.url, from: 'kado@operator.example' } })
}, 60_000)
afterAll(async () => {
  await http.close()
  await mail.close()
})
beforeEach(() => http.database.pool.query('delete from platform.attempt'))

const old = () => {
  const name = newId().slice(-12)
  return [`${name}..b@docomo.ne.jp`, `${name}.@ezweb.ne.jp`, `.${name}-@docomo.ne.jp`, `-${name}...@ezweb.ne.jp`]
}
const kept = async (email: string) =>
  (await http.database.pool.query('select id, email from platform."user" where email = $1', [email])).rows as {
    id: string
    email: string
  }[]

describe('昔のdocomoとezwebのアドレス', () => {
  test('アカウントを作り、サインインし、締め出されたらメールで戻り、新しいパスワードを決められる', { timeout: 120_000 }, async () => {
    for (const email of old()) {
      const browser = browserAt(http.url)
      const made = await browser.signUp(` ${email.toUpperCase()} `, password)
      expect([made.status, made.json?.['user']], email).toMatchObject([200, { email }])
      // An account that is there already is answered alike.
      const again = await browserAt(http.url).signUp(email, password)
      expect([again.status, again.json?.['user']], email).toMatchObject([200, { email }])
      expect(again.text).not.toContain('stand-in')
      expect(await kept(email)).toHaveLength(1)
      expect((await browser.signIn(email, 'a wrong password')).json).toMatchObject({ code: 'INVALID_EMAIL_OR_PASSWORD' })
      expect((await browser.signIn(email, password)).status).toBe(200)
      expect((await browser.get('get-session')).json).toMatchObject({ user: { email } })
    }
  })

  test('招待を受け、リンクで新しいパスワードを決め、メールのリンクも届く', { timeout: 60_000 }, async () => {
    const [email = ''] = old()
    const world = await createProgramme(http.database)
    const administrator = await http.signIn((await world.person('administrator')).userId)
    const token = newId().replaceAll('-', '').padEnd(43, 'a')
    const invited = await http.call(contract.invite, {
      cookie: administrator,
      programmeId: world.programmeId,
      input: { email, role: 'sales', scopeKind: 'programme', scopeId: world.programmeId, token },
    })
    expect(invited.status, invited.text).toBe(200)
    const browser = browserAt(http.url)
    await browser.signUp(email, password)
    await browser.signIn(email, password)
    const accepted = await http.call(contract['accept-invitation'], {
      cookie: browser.cookie(),
      programmeId: world.programmeId,
      input: { token },
    })
    expect(accepted.status, accepted.text).toBe(200)
    const [person] = await kept(email)
    const reset = newId().replaceAll('-', '').padEnd(43, 'b')
    await http.call(contract['make-reset-link'], {
      cookie: administrator,
      programmeId: world.programmeId,
      input: { userId: person?.id ?? '', token: reset },
    })
    expect((await browser.post('reset-password', { token: reset, newPassword: another })).status).toBe(200)
    expect((await browser.signIn(email, another)).status).toBe(200)
    await browserAt(http.url).post('unlock/ask', { email })
    expect((await mail.next(email)).to).toBe(email)
  })

  test('形が違うアドレスは、これまでどおり断る。身代わりの名前は、その人のアドレスとして数える', async () => {
    for (const email of ['no address', 'a..b@', '..@..', 'a b@docomo.ne.jp', 'a@docomo'])
      expect((await browserAt(http.url).signUp(email, password)).status, email).toBe(400)
    const [email = ''] = old()
    expect(fromLibrary(toLibrary(email))).toBe(email)
    expect(toLibrary('plain@people.example')).toBe('plain@people.example')
    await browserAt(http.url).signUp(email, password)
    for (let time = 0; time < 10; time++) await browserAt(http.url).signIn(time % 2 ? email : toLibrary(email), 'a wrong password')
    expect((await browserAt(http.url).signIn(email, password)).json).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' })
  })
})

import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../src/platform/action.ts'
import { createAuth } from '../../src/platform/auth/auth.ts'
import { endpoints } from '../../src/platform/auth/endpoints.ts'
import { contract } from '../../src/programme/contract/index.ts'
import { createHttpWorld, type HttpWorld } from '../support/http-world.ts'
import { browserAt } from '../support/sign-in.ts'
import { createProgramme } from '../support/world.ts'

/** What the sign-in library is let say and do, and how often one may try. */
let http: HttpWorld
const password = 'a long enough password'
const someone = () => `${newId()}@people.example`

beforeAll(async () => void (http = await createHttpWorld()), 60_000)
afterAll(() => http.close())
// The tests ask from one address; each begins with a clean count.
beforeEach(() => http.database.pool.query('delete from platform.attempt'))

describe('endpoints', () => {
  test('every endpoint of the library is on the list or not found', async () => {
    const auth = createAuth({ baseUrl: http.url, secret: 'x'.repeat(32), database: http.config })
    const known = auth.endpoints()
    await auth.close()
    expect(known.length).toBeGreaterThan(40)
    const off = known.filter((each) => !Object.hasOwn(endpoints, each))
    expect(off).toEqual(
      expect.arrayContaining(['POST /sign-in/social', 'POST /change-email', 'POST /delete-user', 'GET /error', 'POST /link-social']),
    )
    expect(Object.keys(endpoints).filter((each) => each !== 'POST /revoke-session' && !known.includes(each))).toEqual([])
    for (const each of [...off, 'GET /', 'POST /sign-in', 'GET /sign-in/email', 'POST /sign-in/email/']) {
      const [method = '', path = ''] = each.split(' ')
      const { status } = await fetch(`${http.url}/api/auth${path.replace(/:\w+/g, 'x')}`, {
        method,
        ...(method === 'GET' ? {} : { headers: { 'content-type': 'application/json' }, body: '{}' }),
      })
      expect(status, each).toBe(404)
    }
  })

  test('no answer holds a token, and a session is ended by its id', async () => {
    const email = someone()
    const [one, two] = [browserAt(http.url), browserAt(http.url)]
    const said = [await one.signUp(email, password), await one.signIn(email, password), await two.signIn(email, password)]
    said.push(await one.get('get-session'), await one.get('list-sessions'))
    const { rows } = await http.database.pool.query<{ id: string; token: string }>(
      'select s.id, token from platform.session s join platform."user" u on u.id = s.user_id where u.email = $1 order by s.created_at desc',
      [email],
    )
    expect(rows).toHaveLength(2)
    said.push(await one.post('change-password', { currentPassword: password, newPassword: `${password}!` }))
    await two.signIn(email, `${password}!`)
    for (const { status, text } of said) {
      expect(status).toBe(200)
      expect(text).not.toMatch(/token":"/i)
      for (const { token } of rows) expect(text).not.toContain(token)
    }
    const stranger = browserAt(http.url)
    const other = someone()
    await stranger.signUp(other, password)
    await stranger.signIn(other, password)
    const sessions = (await one.get('list-sessions')).json as unknown as { id: string }[]
    for (const { id } of sessions) await stranger.post('revoke-session', { id })
    expect((await one.get('list-sessions')).json).toHaveLength(2)
    const { session } = (await two.get('get-session')).json as unknown as { session: { id: string } }
    expect((await one.post('revoke-session', { id: session.id })).status).toBe(200)
    expect((await two.get('list-sessions')).status).toBe(401)
  })

  test('a name has 1 to 200 characters wherever it is given, and nothing else gets in', async () => {
    const email = someone()
    const browser = browserAt(http.url)
    for (const name of ['x'.repeat(201), '', '   ', 5])
      expect((await browser.signUp(email, password, { name })).json?.['code']).toBe('NAME_LENGTH')
    expect(
      (await browser.signUp(email, password, { name: '名'.repeat(200), image: 'https://elsewhere.example/x', emailVerified: true })).status,
    ).toBe(200)
    await browser.signIn(email, password)
    for (const name of ['x'.repeat(201), '  ']) expect((await browser.post('update-user', { name })).json?.['code']).toBe('NAME_LENGTH')
    await browser.post('update-user', {
      name: '新しい名前',
      image: 'https://elsewhere.example/x',
      twoFactorEnabled: true,
      email: 'else@people.example',
    })
    const { rows } = await http.database.pool.query(
      'select name, image, email, email_verified, two_factor_enabled from platform."user" where email = $1',
      [email],
    )
    expect(rows).toEqual([{ name: '新しい名前', image: null, email, email_verified: false, two_factor_enabled: false }])
  })

  test('a link for a new password lies in the database as a hash, works once, and ends what was begun', async () => {
    const world = await createProgramme(http.database)
    const email = someone()
    const browser = browserAt(http.url)
    await browser.signUp(email, password)
    await browser.signIn(email, password)
    const { rows: people } = await http.database.pool.query<{ id: string }>('select id from platform."user" where email = $1', [email])
    const userId = people[0]?.id ?? ''
    await world.insert('programme.membership', { id: newId(), userId, role: 'sales', scopeKind: 'programme', scopeId: world.programmeId })
    const token = newId().replaceAll('-', '').padEnd(43, 'a')
    const cookie = await http.signIn((await world.person('administrator')).userId)
    const made = await http.call(contract['make-reset-link'], { cookie, programmeId: world.programmeId, input: { userId, token } })
    expect(made.status).toBe(200)
    const { rows } = await http.database.pool.query<{ identifier: string }>(
      'select identifier from platform.verification where value = $1',
      [userId],
    )
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(rows[0]?.identifier).toBe(createHash('sha256').update(`reset-password:${token}`).digest('base64url'))
    // What lies in the database opens nothing.
    const stranger = browserAt(http.url)
    expect((await stranger.post('reset-password', { token: rows[0]?.identifier ?? '', newPassword: 'another long password' })).status).toBe(
      400,
    )
    expect((await stranger.post('reset-password', { token, newPassword: 'another long password' })).status).toBe(200)
    expect((await stranger.post('reset-password', { token, newPassword: 'yet another password' })).status).toBe(400)
    expect((await browser.get('list-sessions')).status).toBe(401)
    expect((await stranger.signIn(email, 'another long password')).status).toBe(200)
  })
})

describe('limits', () => {
  test('thirty people in one room make accounts and sign in', { timeout: 120_000 }, async () => {
    const people = Array.from({ length: 30 }, () => ({ browser: browserAt(http.url), email: someone() }))
    for (const { browser, email } of people) {
      expect((await browser.signUp(email, password)).status).toBe(200)
      expect((await browser.signIn(email, password)).status).toBe(200)
    }
  })

  test(
    'guessing at many accounts from one address is slowed down, until an administrator knows of the room',
    { timeout: 60_000 },
    async () => {
      const guess = async () => (await browserAt(http.url).signIn(someone(), 'a wrong password')).status
      const guesses = async (times: number) => {
        const statuses = []
        for (let n = 0; n < times; n++) statuses.push(await guess())
        return statuses
      }
      expect((await guesses(25)).slice(20)).toEqual([429, 429, 429, 429, 429])
      const world = await createProgramme(http.database)
      const cookie = await http.signIn((await world.person('administrator')).userId)
      const { address } = (await (await fetch(`${http.url}/api/session`, { headers: { cookie } })).json()) as { address: string }
      const raised = await http.call(contract['raise-limits'], { cookie, programmeId: world.programmeId, input: { address } })
      expect(raised.status).toBe(200)
      expect(await guess()).toBe(401)
      const { rows } = await http.database.pool.query<{ hours: number }>(
        'select round(extract(epoch from until - now()) / 3600)::int as hours from platform.raised_limit',
      )
      expect(rows).toEqual([{ hours: 24 }])
      await http.database.pool.query('delete from platform.raised_limit')
    },
  )

  test('an owner is not locked out by what others guess: the device that signed in before still opens', { timeout: 60_000 }, async () => {
    const email = someone()
    const owner = browserAt(http.url)
    await owner.signUp(email, password)
    await owner.signIn(email, password)
    await owner.post('sign-out')
    const stranger = browserAt(http.url)
    for (let n = 0; n < 12; n++) await stranger.signIn(email, `guess number ${n}`)
    const closed = await stranger.signIn(email, password)
    expect([closed.status, closed.json?.['code']]).toEqual([429, 'TOO_MANY_ATTEMPTS'])
    expect(Number(closed.headers.get('retry-after'))).toBeGreaterThan(600)
    expect((await owner.signIn(email, password)).status).toBe(200)
  })

  test('several processes count together', async () => {
    const second = await createHttpWorld({ over: { config: http.config, drop: async () => {} } })
    try {
      const email = someone()
      for (let n = 0; n < 5; n++) for (const { url } of [http, second]) await browserAt(url).signIn(email, 'a wrong password')
      for (const { url } of [http, second]) expect((await browserAt(url).signIn(email, 'a wrong password')).status).toBe(429)
    } finally {
      await second.close()
    }
  })
})

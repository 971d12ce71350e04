import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '../../src/platform/action.ts'
import { makeResetLink } from '../../src/programme/actions/make-reset-link.ts'
import { contract } from '../../src/programme/contract/index.ts'
import { restOf } from '../../src/programme/store/access-changes.ts'
import { createHttpWorld, type HttpWorld } from '../support/http-world.ts'
import { oneTimeCode } from '../support/one-time-code.ts'
import { browserAt } from '../support/sign-in.ts'
import { createProgramme, type World } from '../support/world.ts'

/** A second factor belongs to the session that has proved it, and no session gains power by what another one did. */
let http: HttpWorld
let world: World
let email: string
let userId: string
const password = 'みどりの やま と そら'

beforeAll(async () => void (http = await createHttpWorld()), 60_000)
afterAll(() => http.close())
beforeEach(async () => {
  world = await createProgramme(http.database)
  await world.inside((db) => db.updateTable('programme.programme').set({ secondFactorRequired: true }).execute())
  email = `${newId()}@people.example`
  await browserAt(http.url).signUp(email, password)
  const { rows } = await http.database.pool.query<{ id: string }>('select id from platform."user" where email = $1', [email])
  userId = rows[0]?.id ?? ''
  await world.insert('programme.membership', {
    id: newId(),
    userId,
    role: 'administrator',
    scopeKind: 'programme',
    scopeId: world.programmeId,
  })
})

type Browser = ReturnType<typeof browserAt>
async function signedIn(): Promise<Browser> {
  const browser = browserAt(http.url)
  expect((await browser.signIn(email, password)).status).toBe(200)
  return browser
}
const administers = async (browser: Browser) =>
  (await http.call(contract['set-up'], { cookie: browser.cookie(), programmeId: world.programmeId, input: {} })).status
/** What needs a sign-in of the last minutes. */
const grants = async (browser: Browser) => {
  const answer = await http.call(contract['require-second-factor'], {
    cookie: browser.cookie(),
    programmeId: world.programmeId,
    input: { required: true },
  })
  return answer.status === 200 ? 'done' : (JSON.parse(answer.text) as { error: { code: string } }).error.code
}
const isIn = async (browser: Browser) => (await browser.get('list-sessions')).status === 200
const later = (seconds: number) => new Date(Date.now() + seconds * 1_000)
/** A code counts in its own half minute and the ones beside it: waits where the present one is nearly over. */
const earlyInStep = async (): Promise<void> => {
  const left = 30_000 - (Date.now() % 30_000)
  if (left < 12_000) await wait(left)
}

test('a session of before does not become an administrator, and ends, when another one sets up a second factor', async () => {
  const [own, stolen] = [await signedIn(), await signedIn()]
  expect([await administers(own), await administers(stolen)]).toEqual([403, 403])
  await own.enrol(password, later(0))
  expect(await administers(own)).toBe(200)
  expect(await isIn(stolen)).toBe(false)
  // Even a row that survived would have no power.
  const cookie = await http.signIn(userId)
  const answer = await http.call(contract['set-up'], { cookie, programmeId: world.programmeId, input: {} })
  expect(answer.status).toBe(403)
})

test('a code opens once, also when two send it at the same moment, and so does a backup code', async () => {
  const own = await signedIn()
  await earlyInStep()
  const secret = await own.enrol(password, later(-30))
  const [one, two, third] = [await signedIn(), await signedIn(), await signedIn()]
  const code = oneTimeCode(secret, later(0))
  const both = await Promise.all([one, two].map((browser) => browser.post('two-factor/verify-totp', { code })))
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401])
  const again = await third.post('two-factor/verify-totp', { code: ` ${code}` })
  expect([again.status, again.json?.['code']]).toEqual([401, 'INVALID_CODE'])
  expect((await third.post('two-factor/verify-totp', { code: oneTimeCode(secret, later(30)) })).status).toBe(200)
})

test('the code that set it up does not sign in as well', async () => {
  const own = await signedIn()
  const at = later(0)
  const secret = await own.enrol(password, at)
  expect((await (await signedIn()).post('two-factor/verify-totp', { code: oneTimeCode(secret, at) })).status).toBe(401)
})

test('a backup code works once', async () => {
  const own = await signedIn()
  const { json } = await own.post('two-factor/enable', { password })
  const secret = new URL(String(json?.['totpURI'])).searchParams.get('secret') ?? ''
  await own.post('two-factor/verify-totp', { code: oneTimeCode(secret, later(0)) })
  const [code = ''] = (json?.['backupCodes'] ?? []) as string[]
  const browsers = [await signedIn(), await signedIn()]
  const statuses = []
  for (const browser of browsers) statuses.push((await browser.post('two-factor/verify-backup-code', { code })).status)
  expect(statuses).toEqual([200, 401])
  const [first] = browsers
  expect(first && (await administers(first))).toBe(200)
})

test('a trusted device holds its roles and is not fresh until a code is given', async () => {
  const own = await signedIn()
  const secret = await own.enrol(password, later(-30))
  const device = await signedIn()
  expect((await device.post('two-factor/verify-totp', { code: oneTimeCode(secret, later(0)), trustDevice: true })).status).toBe(200)
  expect(await grants(device)).toBe('done')
  await device.post('sign-out')
  const back = await device.signIn(email, password)
  expect([back.status, back.json?.['twoFactorRedirect']]).toEqual([200, undefined])
  expect([await administers(device), await grants(device)]).toEqual([200, 'sign-in-again'])
  expect((await device.post('two-factor/verify-totp', { code: oneTimeCode(secret, later(30)) })).status).toBe(200)
  expect(await grants(device)).toBe('done')
})

test('removing it ends the other sessions, every trust in a device and the roles that need it', async () => {
  const own = await signedIn()
  const secret = await own.enrol(password, later(-30))
  const device = await signedIn()
  await device.post('two-factor/verify-totp', { code: oneTimeCode(secret, later(0)), trustDevice: true })
  expect((await own.post('two-factor/disable', { password })).status).toBe(200)
  expect([await isIn(own), await isIn(device)]).toEqual([true, false])
  expect(await administers(own)).toBe(403)
  const trusted = await http.database.pool.query(
    "select from platform.verification where value = $1 and identifier like 'trust-device-%'",
    [userId],
  )
  expect(trusted.rowCount).toBe(0)
})

test('a changed password ends the others and gives no more than there was', async () => {
  const [own, other] = [await signedIn(), await signedIn()]
  const changed = await own.post('change-password', {
    currentPassword: password,
    newPassword: `${password} と うみ`,
    revokeOtherSessions: false,
  })
  expect(changed.status).toBe(200)
  expect([await isIn(own), await isIn(other), await administers(own)]).toEqual([true, false, 403])
})

test('a factor that comes to a session without one, and a password by a link, let the account rest and tell the office', async () => {
  const rests = () => world.inside(async (db) => (await restOf(db, userId, new Date())) !== null)
  const office = await world.person('office')
  const news = () =>
    world.inside((db) =>
      db.selectFrom('platform.notification').select('data').where('userId', '=', office.userId).orderBy('createdAt').execute(),
    )
  const own = await signedIn()
  expect(await rests()).toBe(false)
  await own.enrol(password, later(0))
  expect(await rests()).toBe(true)
  expect((await news()).map(({ data }) => data)).toMatchObject([{ change: 'second-factor', by: '' }])

  const token = newId().replaceAll('-', '').padEnd(43, 'a')
  await world.inside((db) => makeResetLink.perform({ ...world.context(db), now: new Date() }, { userId: office.userId, token }))
  await browserAt(http.url).post('reset-password', { token, newPassword: 'another long password' })
  const { rows } = await http.database.pool.query('select kind from platform.account_change where user_id = $1', [office.userId])
  expect(rows.map((row: { kind: string }) => row.kind).toSorted()).toEqual(['password', 'reset-link'])
  expect((await news()).map(({ data }) => data)).toContainEqual(expect.objectContaining({ change: 'password' }))
})

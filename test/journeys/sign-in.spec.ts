import type { Page } from '@playwright/test'
import { demoPassword } from '../../src/main/demo/accounts.ts'
import { ja as frame } from '../../src/main/web/messages.ja.ts'
import { ja as programme } from '../../src/programme/messages.ja/index.ts'
import { emailOf } from '../support/demo-people.ts'
import { expect, test } from '../support/journey.ts'
import { oneTimeCode } from '../support/one-time-code.ts'

const { signIn, account, authErrors, newcomer } = programme
const password = 'みどりの やま と そら'

// What the pages of a phone look like at a sign-in, the other journeys see.
const tag = '@desktop'

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

async function fillIn(page: Page, email: string, secret: string): Promise<void> {
  await page.getByLabel(signIn.email).fill(email)
  await page.getByLabel(signIn.password).fill(secret)
  await press(page, signIn.submit)
}

async function signOut(page: Page): Promise<void> {
  await page
    .getByRole('banner')
    .getByRole('button', { name: new RegExp(`^${frame.account}`) })
    .click()
  await page.getByRole('menuitem', { name: frame.signOut }).click()
  await expect(page.getByRole('heading', { level: 1, name: signIn.title })).toBeVisible()
}

/** Somebody new who is signed in and holds no role. */
async function newAccount(page: Page, origin: string | undefined): Promise<string> {
  const email = `newcomer-${Date.now()}@people.example`
  const answer = await page.request.post('/api/auth/sign-up/email', {
    data: { name: '見本 新人', email, password },
    headers: { origin: origin ?? '' },
  })
  expect(answer.ok()).toBe(true)
  expect((await page.request.post('/api/auth/sign-in/email', { data: { email, password }, headers: { origin: origin ?? '' } })).ok()).toBe(
    true,
  )
  await page.goto('/account')
  await expect(page.getByRole('heading', { level: 1, name: account.title })).toBeVisible()
  return email
}

test(
  '違うパスワードは断り、正しければ開きたかったページへ。サインアウトすると戻れない',
  { tag },
  async ({ page, expectFault, expectAccessible }) => {
    expectFault(/401 \(Unauthorized\)/)
    await page.goto('/account')
    await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount/)
    await fillIn(page, emailOf('committee'), `${demoPassword}?`)
    await expect(page.getByRole('alert')).toContainText(authErrors.INVALID_EMAIL_OR_PASSWORD)
    await expectAccessible(page)
    await fillIn(page, emailOf('committee'), demoPassword)
    await expect(page).toHaveURL('/account')
    await expect(page.getByRole('main')).toContainText(emailOf('committee'))
    await signOut(page)
    await page.goto('/account')
    await expect(page.getByRole('heading', { level: 1, name: signIn.title })).toBeVisible()
  },
)

test('二要素認証を設定すると、次からは認証アプリの数字も求める', { tag }, async ({ page, baseURL, expectFault, expectAccessible }) => {
  expectFault(/40[01] \((Bad Request|Unauthorized)\)/)
  const email = await newAccount(page, baseURL)
  const secret = await test.step('設定する', async () => {
    await press(page, account.secondFactorStart)
    await page.getByRole('region', { name: account.secondFactorTitle }).getByLabel(signIn.password).fill(password)
    await press(page, account.goOn)
    await expect(page.getByRole('img', { name: account.scanImage })).toBeVisible()
    const shown = await page.locator('code').first().innerText()
    await page.getByLabel(account.confirmCode).fill(oneTimeCode(shown, new Date()))
    await press(page, account.confirm)
    await press(page, account.backupDone)
    await expect(page.getByText(account.secondFactorOn, { exact: true })).toBeVisible()
    return shown
  })
  await signOut(page)
  await fillIn(page, email, password)
  await expect(page.getByRole('heading', { level: 1, name: signIn.codeTitle })).toBeVisible()
  await expectAccessible(page)
  // The code of an hour ago is six digits too, and wrong.
  await page.getByLabel(signIn.code).fill(oneTimeCode(secret, new Date(Date.now() - 3_600_000)))
  await press(page, signIn.codeSubmit)
  await expect(page.getByRole('alert')).toContainText(authErrors.INVALID_CODE)
  // The code of now has set it up and is spent.
  await page.getByLabel(signIn.code).fill(oneTimeCode(secret, new Date(Date.now() + 30_000)))
  await press(page, signIn.codeSubmit)
  await expect(page.getByRole('heading', { level: 1, name: newcomer.title })).toBeVisible()
})

test('パスキーを追加すると、パスワードなしでサインインできる', { tag }, async ({ page, baseURL, expectAccessible }) => {
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('WebAuthn.enable')
  await devTools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await newAccount(page, baseURL)
  await press(page, account.addPasskey)
  await expect(page.getByText(account.passkeyAdded)).toBeVisible()
  await expect(page.getByRole('button', { name: account.removePasskey })).toBeVisible()
  await expectAccessible(page)
  await signOut(page)
  await press(page, signIn.passkey)
  await expect(page.getByRole('heading', { level: 1, name: newcomer.title })).toBeVisible()
})

import type { Page } from '@playwright/test'
import { ja as delivery } from '../../src/delivery/messages.ja/index.ts'
import { ja as indicators } from '../../src/indicators/messages.ja/index.ts'
import { demoPassword } from '../../src/main/demo/accounts.ts'
import { ja as frame } from '../../src/main/web/messages.ja.ts'
import { ja as money } from '../../src/money/messages.ja/index.ts'
import { ja as orders } from '../../src/orders/messages.ja/index.ts'
import { en as programmeEn } from '../../src/programme/messages.en/index.ts'
import { ja as programme } from '../../src/programme/messages.ja/index.ts'
import { ja as words } from '../../src/ui/messages.ja.ts'
import { emailOf } from '../support/demo-people.ts'
import { expect, signInAs, test } from '../support/journey.ts'

const tag = '@desktop'
const button = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true })

/** Presses a button by its key and waits until the focus stands somewhere of which a reader can speak. */
async function act(page: Page, name: string): Promise<void> {
  await button(page, name).first().focus()
  await page.keyboard.press('Enter')
}

/** What a screen reader is told without a move. */
const said = (page: Page) => page.getByRole('status').filter({ hasText: /\S/ }).allInnerTexts()
const focused = (page: Page) => page.locator(':focus')

test('受ける: フォーカスは次にすることの見出しへ、できたことは声で', { tag }, async ({ page }) => {
  await signInAs(page, 'leader')
  await page.goto('/jobs?only=fitting')
  await page.getByRole('main').getByRole('listitem').filter({ hasText: orders.worker.fits }).first().getByRole('link').click()
  await expect(focused(page)).toHaveRole('heading')
  await act(page, orders.worker.raiseHand)
  await expect(page).toHaveURL(/\/offers\//)
  await expect(focused(page)).toHaveRole('heading')
  await act(page, orders.worker.accept)
  await expect(focused(page)).toHaveText(orders.worker.after.title)
  expect((await said(page)).join()).toContain(words.done)
})

test('提出する: 多すぎる数は欄に結び付き、直して出すと新しい見出しへ', { tag }, async ({ page, expectFault }) => {
  expectFault(/409|422/)
  await signInAs(page, 'worker')
  await page.goto('/work')
  await page.getByRole('main').getByRole('link', { name: /./ }).first().click()
  await page.getByRole('link', { name: delivery.work.handIn }).first().click()
  const units = page.getByLabel(delivery.handIn.units)
  await units.fill('999')
  await act(page, delivery.handIn.submit)
  await expect(page.getByRole('alert')).toBeFocused()
  await expect(units).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('alert').getByRole('link').first().click()
  await expect(units).toBeFocused()
  await units.fill('1')
  await act(page, delivery.handIn.submit)
  await expect(focused(page)).toHaveText(delivery.handIn.doneTitle)
  expect((await said(page)).join()).toContain(words.done)
})

test('内容を確認した: フォーカスは本文に残り、確認したことは声で', { tag }, async ({ page }) => {
  await signInAs(page, 'worker')
  await page.goto('/my-money')
  const open = page.getByRole('main').locator('a[href^="/my-money/"]').first()
  await open.click()
  await act(page, money.mine.confirm)
  await expect(button(page, money.mine.confirm)).toHaveCount(0)
  await expect(focused(page)).toHaveRole('heading')
  expect((await said(page)).join()).toContain(money.mine.confirmed)
})

test('評価シート: 書くを押してすぐ打った字は欄に入り、保存するとボタンへ戻る', { tag }, async ({ page }) => {
  await signInAs(page, 'officer')
  await page.goto('/sheets')
  const { parts } = indicators
  const opener = page.getByRole('button', { name: new RegExp(`${parts.issues}を`) })
  await opener.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+End')
  await page.keyboard.type('abc')
  await expect(focused(page)).toHaveValue(/abc$/)
  await act(page, words.save)
  await expect(opener).toBeFocused()
  expect((await said(page)).join()).toContain(words.saved)
})

test('サインイン: 空の欄は欄で断り、前に選んだ言語はそのあとも続く', { tag }, async ({ page }) => {
  await page.goto('/sign-in')
  await act(page, programme.signIn.submit)
  await expect(page.getByRole('alert')).toBeFocused()
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(2)
  await expect(page.getByLabel(programme.signIn.email)).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('banner').getByRole('button', { name: frame.language }).click()
  await expect(page.getByRole('menuitem', { name: frame.languages.ja, exact: false }).first()).toContainText(words.chosen)
  await page.getByRole('menuitem', { name: frame.languages.en }).click()
  await page.getByLabel(programmeEn.signIn.email).fill(emailOf('sales'))
  await page.getByLabel(programmeEn.signIn.password).fill(demoPassword)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  // What people wrote in Japanese is read out as such.
  await expect(page.getByRole('main').locator('[lang=ja]').first()).toBeVisible()
})

test('400 %: 見出しと下の帯は、画面に居すわらない', { tag }, async ({ page }) => {
  await signInAs(page, 'worker')
  await page.setViewportSize({ width: 320, height: 256 })
  await page.goto('/my-money')
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
  await page.mouse.wheel(0, 400)
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100)
  await expect(page.getByRole('banner')).not.toBeInViewport()
  await expect(page.getByRole('navigation', { name: frame.places }).filter({ visible: true })).not.toBeInViewport()
})

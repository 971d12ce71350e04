import type { Locator, Page } from '@playwright/test'
import { ja as delivery } from '../../src/delivery/messages.ja/index.ts'
import { demoPassword } from '../../src/main/demo/accounts.ts'
import { ja as frame } from '../../src/main/web/messages.ja.ts'
import { ja as orders } from '../../src/orders/messages.ja/index.ts'
import { ja as programme } from '../../src/programme/messages.ja/index.ts'
import { emailOf } from '../support/demo-people.ts'
import { expect, signInAs, test } from '../support/journey.ts'

const { worker } = orders
const { inspect } = delivery

// A phone has no keyboard of this kind.
const tag = '@desktop'

/** Presses Tab until the focus is there, as somebody without a mouse must. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let stops = 0; stops < 80; stops++) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`Tab never reached ${String(target)}`)
}

async function enter(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

const button = (within: Page | Locator, name: string) => within.getByRole('button', { name, exact: true })

test('サインインして、本文へ移動する', { tag }, async ({ page }) => {
  await page.goto('/sign-in')
  await tabTo(page, page.getByLabel(programme.signIn.email))
  await page.keyboard.type(emailOf('sales'))
  await tabTo(page, page.getByLabel(programme.signIn.password, { exact: false }).first())
  await page.keyboard.type(demoPassword)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/')
  await expect(page.getByRole('navigation', { name: frame.places }).filter({ visible: true })).toBeVisible()
  await page.reload()
  const skip = page.getByRole('link', { name: frame.skip })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

test('手を挙げて、届いた打診を受ける', { tag }, async ({ page }) => {
  // The leader is a worker too.
  await signInAs(page, 'leader')
  await page.goto('/jobs?only=fitting')
  await enter(page, page.getByRole('main').getByRole('listitem').filter({ hasText: worker.fits }).first().getByRole('link'))
  await enter(page, button(page, worker.raiseHand))
  await expect(page).toHaveURL(/\/offers\//)
  const accept = button(page, worker.accept)
  await tabTo(page, accept)
  expect(await accept.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: worker.after.title })).toBeVisible()
})

test('検査: A・R・N と、閉じたあとに戻るフォーカス', { tag }, async ({ page, expectAccessible }) => {
  await signInAs(page, 'director')
  await page.goto('/inspections')
  await enter(page, page.getByRole('table').getByRole('link').first())
  const accept = button(page, inspect.accept)
  await expect(accept).toBeVisible()
  const dialog = page.getByRole('dialog')
  await test.step('R: 直しをお願いする窓が開き、Escで閉じる', async () => {
    await page.keyboard.press('r')
    await expect(dialog.getByRole('heading', { name: inspect.returnTitle })).toBeVisible()
    await expect(dialog.locator(':focus')).toHaveCount(1)
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  })
  await test.step('ボタンから開いた窓を閉じると、フォーカスがボタンに戻る', async () => {
    await enter(page, accept)
    await expect(dialog.getByRole('heading', { name: inspect.acceptTitle })).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await expect(accept).toBeFocused()
  })
  await test.step('A: 合格にする', async () => {
    await page.keyboard.press('a')
    await enter(page, button(dialog, inspect.accept))
    await expect(page.getByText(inspect.accepted)).toBeVisible()
  })
  await test.step('N: 次の提出へ', async () => {
    await expect(accept).toBeVisible()
    const before = page.url()
    await page.keyboard.press('n')
    await expect(page).not.toHaveURL(before)
  })
})

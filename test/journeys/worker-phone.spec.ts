import type { Locator, Page } from '@playwright/test'
import { ja as delivery } from '../../src/delivery/messages.ja/index.ts'
import { ja as frame } from '../../src/main/web/messages.ja.ts'
import { ja as orders } from '../../src/orders/messages.ja/index.ts'
import { expect, signInAs, test } from '../support/journey.ts'

const { worker, staff } = orders
const button = (within: Page | Locator, name: string) => within.getByRole('button', { name, exact: true })

test.use({ colorScheme: 'dark' })

// What a phone of 360 px must show.
const tag = '@phone'

/** The two answers stand side by side, equal in look and size, inside what is seen without scrolling. */
async function expectEqualAnswersInSight(page: Page, within: Page | Locator): Promise<void> {
  const answers = [button(within, worker.accept), button(within, worker.decline)]
  const [yesLook, noLook] = await Promise.all(answers.map((answer) => answer.getAttribute('class')))
  expect(noLook).toBe(yesLook)
  // Measured again until the page lies still.
  await expect(async () => {
    const [yes, no] = await Promise.all(answers.map((answer) => answer.boundingBox()))
    expect(no).toMatchObject({ width: yes?.width, height: yes?.height, y: yes?.y })
    expect(yes?.height).toBeGreaterThanOrEqual(44)
    const bar = await page.getByRole('navigation', { name: frame.places }).filter({ visible: true }).boundingBox()
    expect(await page.evaluate(() => scrollY)).toBe(0)
    expect((yes?.y ?? 0) + (yes?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0)
  }).toPass({ timeout: 20_000 })
}

test('打診の返事は2つとも同じ大きさで、見送るのに理由はいらない', { tag }, async ({ page, expectAccessible, picture }) => {
  await signInAs(page, 'worker')
  await test.step('自分で手を挙げると、打診が届く', async () => {
    await page.goto('/jobs?only=fitting')
    const free = page.getByRole('main').getByRole('listitem').filter({ hasText: worker.fits })
    await free.first().getByRole('link').click()
    await button(page, worker.raiseHand).click()
    await expect(page).toHaveURL(/\/offers\//)
    await expect(button(page, worker.accept)).toBeVisible()
  })
  const offer = page.url()
  await test.step('打診のページで、押すところがスクロールなしで見える', async () => {
    await page.reload()
    await expect(button(page, worker.accept)).toBeVisible()
    await expectEqualAnswersInSight(page, page)
    await expectAccessible(page)
    await picture('offer')
  })
  for (const [place, name] of [
    ['/', 'home'],
    ['/offers', 'offers'],
  ] as const) {
    await test.step(`${place} でも同じ`, async () => {
      await page.goto(place)
      const first = page
        .getByRole('region')
        .filter({ has: button(page, worker.accept) })
        .first()
      await expect(first).toBeVisible()
      await expectEqualAnswersInSight(page, first)
      await picture(name)
    })
  }
  await test.step('見送る: 1回押すだけで終わる', async () => {
    await page.goto(offer)
    await button(page, worker.decline).click()
    await expect(page.getByText(worker.declined)).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.goto(offer)
    await expect(page.getByText(staff.offerStates.declined, { exact: true })).toBeVisible()
    await expect(button(page, worker.accept)).toHaveCount(0)
  })
})

test('ホームの「今日は休む」は1回押すだけで、戻すのも1回', { tag }, async ({ page, expectAccessible }) => {
  await signInAs(page, 'leader')
  await page.goto('/')
  const { notToday, backToday, todayOff, restSaved } = delivery.work
  await button(page, notToday).click()
  await expect(page.getByText(restSaved)).toBeVisible()
  await expect(page.getByText(todayOff, { exact: true })).toBeVisible()
  await expectAccessible(page)
  await button(page, backToday).click()
  await expect(button(page, notToday)).toBeVisible()
  await expect(page.getByText(todayOff, { exact: true })).toHaveCount(0)
})

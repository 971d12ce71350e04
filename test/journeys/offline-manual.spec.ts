import { ja as delivery } from '../../src/delivery/messages.ja/index.ts'
import { ja as frame } from '../../src/main/web/messages.ja.ts'
import { ja as ui } from '../../src/ui/messages.ja.ts'
import { expect, signInAs, test } from '../support/journey.ts'

test('一度開いたマニュアルはつながらなくても読め、サインアウトすると端末から消える', async ({ page, context, isMobile, expectFault }) => {
  expectFault(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/)
  await signInAs(page, 'worker')
  await page.goto('/work')
  await page.getByRole('main').getByRole('link').first().click()
  await page.getByRole('link', { name: delivery.work.manual }).first().click()
  await expect(page).toHaveURL(/\/manuals\//)
  const title = await page.getByRole('heading', { level: 1 }).innerText()
  const firstStep = page.getByRole('heading', { level: 2 }).first()
  const step = await firstStep.innerText()
  const isKept = () =>
    page.evaluate(async () => (await (await caches.open('kado-kept')).keys()).some(({ url }) => url.includes('/api/orders/manual')))
  await expect.poll(isKept).toBe(true)

  await test.step('線が切れてから開き直しても同じ内容が読める', async () => {
    await context.setOffline(true)
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await expect(firstStep).toHaveText(step)
    await expect(page.getByText(frame.offline)).toBeVisible()
  })

  const menu = page.getByRole('button', { name: isMobile ? frame.menu : frame.account })
  const signOut = page.getByRole('menuitem', { name: frame.signOut })

  await test.step('つながらないあいだはサインアウトできないと伝える', async () => {
    await menu.click()
    await signOut.click()
    await expect(page.getByText(ui.refusals.unreachable)).toBeVisible()
    await expect(firstStep).toHaveText(step)
  })

  await test.step('サインアウトできなかったあとも、開いた手順書をまたしまう', async () => {
    await context.setOffline(false)
    await page.evaluate(() => caches.delete('kado-kept'))
    await page.goBack()
    await page.goForward()
    await expect(firstStep).toHaveText(step)
    await expect.poll(isKept).toBe(true)
  })

  await test.step('しまっている最中にサインアウトしても何も残らない', async () => {
    await page.reload()
    await menu.click()
    await page.evaluate(
      async (answers) => {
        const { active } = await navigator.serviceWorker.ready
        for (let turn = 0; turn < 50; turn += 1) active?.postMessage({ kind: 'keep', assets: [], answers, headers: {} })
      },
      ['/api/session'],
    )
    await signOut.click()
    await expect(page).not.toHaveURL(/\/manuals\//)
    expect(await page.evaluate(async () => caches.keys())).toEqual([])
  })
})

import type { Page } from '@playwright/test'
import { ja as frame } from '../../src/main/web/messages.ja.ts'
import { roles as roleWords } from '../../src/programme/messages.ja/roles.ts'
import { roleNames, type RoleName } from '../../src/programme/rules/roles.ts'
import { ja as words } from '../../src/ui/messages.ja.ts'
import { expect, signInAs, test } from '../support/journey.ts'

const isPhone = (page: Page): boolean => (page.viewportSize()?.width ?? 0) < 768

const accountMenu = (page: Page) =>
  page.getByRole('banner').getByRole('button', { name: isPhone(page) ? frame.menu : new RegExp(`^${frame.account}`) })

/** Opens the home of a role; whoever holds several begins with the first of them. */
async function openHome(page: Page, role: RoleName): Promise<void> {
  await page.goto('/')
  if (role !== 'leader') return
  await accountMenu(page).click()
  await page.getByRole('menuitem', { name: roleWords[role] }).click()
  await expect(page.getByRole('main').getByRole('heading', { level: 1, name: words.home })).toBeVisible()
}

/** The paths that the frame offers on this screen: its places, what stands behind "more", and the account menu. */
async function placesOffered(page: Page): Promise<string[]> {
  const places = page.getByRole('navigation', { name: frame.places }).filter({ visible: true })
  await places.waitFor()
  const paths = await places.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  for (const menu of [places.getByRole('button', { name: frame.more }), accountMenu(page)]) {
    if (!(await menu.isVisible())) continue
    await menu.click()
    const items = page.getByRole('menuitem')
    await items.first().waitFor()
    paths.push(...(await items.evaluateAll((entries) => entries.map((entry) => entry.getAttribute('data-key') ?? ''))))
    // The menu listens to the key only once the focus has arrived in it.
    await expect(async () => {
      await page.keyboard.press('Escape')
      await expect(items).toHaveCount(0, { timeout: 1_000 })
    }).toPass()
  }
  return [...new Set(paths)].filter((path) => path.startsWith('/'))
}

/** Opens a page of the product without loading the document anew, as a link does. */
async function open(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => history.pushState({}, '', to), path)
  await expect(page).toHaveURL(path)
}

async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveCount(1)
  await expect(page.getByText(words.loading, { exact: true })).toHaveCount(0)
}

/** The address of the first row of the page's first list that leads anywhere deeper. */
async function firstDetail(page: Page, path: string): Promise<string | null> {
  const links = await page
    .getByRole('main')
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  return links.find((href) => /^\/[^?]*\/[^?/]+$/.test(href) && !href.startsWith('/api/') && href !== path) ?? null
}

const onPhone = new Set<string>(['worker', 'leader', 'client'])

// What fits which width is asked where every page is opened in three languages.
test.use({ onlyReads: true })
test.describe.configure({ mode: 'parallel' })

for (const role of roleNames) {
  // Each role where its people are: workers and clients on a phone, the others at a desk.
  const tag = onPhone.has(role) ? '@phone' : '@desktop'
  test(`${roleWords[role]}: メニューのすべてのページを開けて、だれにでも読める`, { tag }, async ({ page, faults, expectAccessible }) => {
    test.setTimeout(400_000)
    await signInAs(page, role)
    await openHome(page, role)
    const found: string[] = []
    // Every page is looked at before the journey fails, so that one run tells all.
    const note = (path: string) => (error: unknown) => void found.push(`${path} ${String(error)}`)
    const look = async (path: string): Promise<void> => {
      const before = faults.length
      await open(page, path)
      await settled(page)
      await expect(page)
        .toHaveTitle(/\S ｜ .+ ｜ KADO$/)
        .catch(note(path))
      await expect(page.getByRole('complementary', { name: frame.demoMark }))
        .toBeVisible()
        .catch(note(path))
      await expectAccessible(page).catch(note(path))
      found.push(...faults.slice(before).map((fault) => `${path} ${fault}`))
    }
    const seen = new Set<string>()
    for (const place of await placesOffered(page)) {
      await test.step(place, () => look(place))
      const detail = await firstDetail(page, place)
      if (detail === null || seen.has(detail)) continue
      seen.add(detail)
      await test.step(detail, () => look(detail))
    }
    expect(found).toEqual([])
  })
}

import type { Page } from '@playwright/test'
import { ja as frame } from '../../src/main/web/messages.ja.ts'
import { roles as roleWords } from '../../src/programme/messages.ja/roles.ts'
import { roleNames } from '../../src/programme/rules/roles.ts'
import { ja as words } from '../../src/ui/messages.ja.ts'
import { fieldsOf, Typist } from './half-typed.ts'
import { expect, signInAs, test } from '../support/journey.ts'
import { becomeViewer, firstToOpen, walkPages } from './page-walk.ts'

const tag = '@desktop'

/** Opens an address as a link does, and leaves behind what is typed. */
async function arrive(page: Page, address: string): Promise<string[]> {
  await page.evaluate((to) => {
    document.querySelector('main h1')?.setAttribute('data-before', '')
    history.pushState({}, '', to)
  }, address)
  const heading = page.locator('main h1:not([data-before])')
  const leave = page.getByRole('button', { name: words.form.leave, exact: true })
  await heading.or(leave).first().waitFor()
  if (await leave.isVisible()) await leave.click()
  await heading.waitFor()
  await expect(page.locator('main .animate-pulse')).toHaveCount(0)
  return page.locator('main a[href^="/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
}

/** Types into every field that stands there now. */
async function typeEverywhere(page: Page, typist: Typist): Promise<string[]> {
  const found: string[] = []
  const fields = fieldsOf(page)
  for (let at = 0; at < (await fields.count()); at++) {
    const field = await fields.nth(at).evaluate((each: HTMLInputElement) => {
      each.focus()
      return { name: each.labels?.[0]?.textContent ?? each.name, type: each.type, isNumber: each.inputMode === 'decimal' }
    })
    // The browser itself takes nothing but a time or a month there.
    if (field.type === 'time' || field.type === 'month') continue
    const kind = field.type === 'date' ? 'date' : field.isNumber ? 'number' : 'text'
    found.push(...(await typist.tryOut(kind)).map((fault) => `${field.name}: ${fault}`))
    if ((await page.locator('main h1').count()) !== 1) return [...found, `${field.name}: the page is gone`]
  }
  return found
}

test.use({ onlyReads: true })
test.describe.configure({ mode: 'parallel' })

for (const role of roleNames) {
  test(`${roleWords[role]}: 打ちかけの値で、ページも打った文字も失われない`, { tag }, async ({ page, faults }) => {
    test.setTimeout(400_000)
    await signInAs(page, role)
    const viewer = await becomeViewer(page, role)
    await expect(page.getByRole('navigation', { name: frame.places }).first()).toBeAttached()
    const sent: string[] = []
    page.on('request', (request) => {
      // Opening a manual is its receipt.
      const isWrite = request.headers()['idempotency-key'] !== undefined && !request.url().endsWith('/mark-manual-read')
      if (isWrite) sent.push(request.url())
    })
    const typist = new Typist(page)
    const all: string[] = []
    const own = await firstToOpen(role)
    await walkPages(
      viewer,
      async (address, path) => {
        const links = await arrive(page, address)
        if (!own.has(path)) return links
        const before = faults.length
        const found = await typeEverywhere(page, typist)
        found.push(...sent.splice(0).map((url) => `a key sent ${url}`))
        all.push(...[...found, ...faults.slice(before)].map((fault) => `${path} ${fault}`))
        return links
      },
      own,
    )
    expect(all).toEqual([])
  })
}

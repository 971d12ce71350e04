import { expect, signInAs, test } from '../support/journey.ts'
import type { RoleName } from '../../src/programme/rules/roles.ts'
import { ja as frame } from '../../src/main/web/messages.ja.ts'
import { printedPages } from '../support/read-pdf.ts'

/** Pages that people print: those that offer it, the homes, and a long list. */
const printed: readonly [RoleName, string][] = [
  ['officer', '/'],
  ['officer', '/indicators'],
  ['officer', '/sheets'],
  ['officer', '/distribution'],
  ['director', '/'],
  ['office', '/statements'],
  ['coordinator', '/people'],
  ['coordinator', '/fairness'],
]

test.use({ onlyReads: true })

for (const [role, path] of printed)
  test(`印刷した紙に、画面の数字がすべてある: ${role} ${path}`, { tag: '@desktop' }, async ({ page }) => {
    await signInAs(page, role)
    await page.goto(path, { waitUntil: 'networkidle' })
    const title = await page.getByRole('main').getByRole('heading', { level: 1 }).innerText()
    const shown = page.getByRole('main').locator('td, [data-card] span.tabular')
    await shown.first().waitFor()
    const figures = await shown.allInnerTexts()
    const pages = printedPages(await page.pdf({ preferCSSPageSize: true }))
    const text = pages
      .map(({ lines }) => lines.join(''))
      .join('')
      .replace(/\s/g, '')

    expect(text).toContain(title.replace(/\s/g, ''))
    expect(text).not.toContain(frame.skip)
    const numbers = figures.flatMap((each) => each.match(/[\d,.]*\d/g) ?? [])
    expect(numbers.length).toBeGreaterThan(3)
    expect(numbers.filter((number) => !text.includes(number))).toEqual([])
    // What follows the title begins on its page, nothing runs off the paper, and no page is empty.
    expect(pages[0]?.lines.length).toBeGreaterThan(8)
    for (const { lines, width, right } of pages) {
      expect(lines.length).toBeGreaterThan(0)
      expect(right).toBeLessThanOrEqual(width - 20)
    }
  })

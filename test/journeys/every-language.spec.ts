import type { Page } from '@playwright/test'
import { ja as frame } from '../../src/main/web/messages.ja.ts'
import { useShellWords } from '../../src/main/web/words.ts'
import { roles as roleWords } from '../../src/programme/messages.ja/roles.ts'
import { roleNames } from '../../src/programme/rules/roles.ts'
import { type Language, languages } from '../../src/ui/language.ts'
import { expect, signInAs, test } from '../support/journey.ts'
import { becomeViewer, firstToOpen, unmeant, walkPages } from './page-walk.ts'

// The screen is one for all of them: what is asked here is the same on a phone.
const tag = '@desktop'

/** In CSS pixels: a small laptop, a tablet held upright, and the narrowest that must do (WCAG 1.4.10). */
const [widest, ...narrower] = [1280, 834, 320]

const brokenWords = languages.map((language) => useShellWords.in(language).page.brokenTitle)

/** Opens an address as a link does and waits until what it shows is there. Gives the addresses of its links. */
function arrive(address: string): Promise<string[]> {
  const before = document.querySelector('main h1')
  history.pushState({}, '', address)
  return new Promise((resolve) => {
    const began = performance.now()
    const look = (): void => {
      const heading = document.querySelector('main h1')
      const isThere = heading !== null && heading !== before && document.querySelector('main .animate-pulse') === null
      if (!isThere && performance.now() - began < 10_000) return void setTimeout(look, 15)
      resolve([...document.querySelectorAll('main a[href^="/"]')].map((link) => link.getAttribute('href') ?? ''))
    }
    look()
  })
}

interface Sight {
  language: string
  text: string
  misfits: string[]
}

/** The page in some languages, changed as another page of the same browser would: what can be read, and what does not fit. */
async function lookIn(chosen: readonly string[]): Promise<Sight[]> {
  const isThere = (): boolean => document.querySelector('main h1') !== null && document.querySelector('main .animate-pulse') === null
  /** What sticks out or lies upon another: the document, what holds a table on a wide screen, and the parts of the header. */
  const misfits = (): string[] => {
    const found: string[] = []
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth - clientWidth} px too wide`)
    for (const table of clientWidth < 768 ? [] : document.querySelectorAll<HTMLTableElement>('main table')) {
      for (let box = table.parentElement; box && box.tagName !== 'MAIN' && table.checkVisibility(); box = box.parentElement) {
        const cut = box.scrollWidth - box.clientWidth
        if (cut > 1 && getComputedStyle(box).overflowX !== 'visible')
          found.push(`${cut} px of a table are cut: ${table.innerText.slice(0, 60)}`)
      }
    }
    const parts = [...document.querySelectorAll('[role="banner"], body header')]
      .slice(0, 1)
      .flatMap((head) => [...head.querySelectorAll('a, button')])
    const boxes = parts
      .filter((part) => part.checkVisibility())
      .map((part) => {
        const inside = [part, ...part.querySelectorAll('*')].map((each) => each.getBoundingClientRect()).filter(({ width }) => width > 1)
        const [left, right] = [Math.min(...inside.map((each) => each.left)), Math.max(...inside.map((each) => each.right))]
        return { name: part.textContent, left, right }
      })
      .sort((one, other) => one.left - other.left)
    for (const [at, { name, left }] of boxes.entries()) {
      const before = boxes[at - 1]
      if (before && before.right > left + 1) found.push(`${before.name} lies under ${name}`)
    }
    return found
  }
  const seen: Sight[] = []
  for (const language of chosen) {
    localStorage.setItem('kado.language', language)
    window.dispatchEvent(new StorageEvent('storage', { key: 'kado.language', newValue: language }))
    const began = performance.now()
    do await new Promise((resolve) => setTimeout(resolve, 10))
    while (!isThere() && performance.now() - began < 5_000)
    seen.push({ language, text: isThere() ? document.body.innerText : 'no heading', misfits: misfits() })
  }
  return seen
}

function oddIn({ text }: Sight): string[] {
  const broken = text === 'no heading' ? text : brokenWords.find((words) => text.includes(words))
  const odd = broken ?? unmeant.exec(text)?.[0]
  return odd === undefined ? [] : [odd]
}

async function lookAt(
  page: Page,
  address: string,
  faults: readonly string[],
  narrower: readonly number[],
  spokenThere: readonly Language[],
): Promise<{ found: string[]; links: string[] }> {
  const found: string[] = []
  const before = faults.length
  const links = await page.evaluate(arrive, address)
  for (const [at, width] of [widest, ...narrower].entries()) {
    if (at > 0) await page.setViewportSize({ width, height: 800 })
    const seen = await page.evaluate(lookIn, at === 0 ? languages : spokenThere)
    for (const sight of seen) found.push(...[...oddIn(sight), ...sight.misfits].map((fault) => `${width} px ${sight.language}: ${fault}`))
  }
  if (narrower.length > 0) await page.setViewportSize({ width: widest, height: 800 })
  return { links, found: [...found, ...faults.slice(before)] }
}

test.use({ onlyReads: true })
test.describe.configure({ mode: 'parallel' })

for (const role of roleNames) {
  test(`${roleWords[role]}: どのページも3つの言語で開き、どの幅にも収まる`, { tag }, async ({ page, faults }) => {
    test.setTimeout(400_000)
    await signInAs(page, role)
    const viewer = await becomeViewer(page, role)
    await expect(page.getByRole('navigation', { name: frame.places }).first()).toBeAttached()
    const all: string[] = []
    // What a page looks like elsewhere is asked of the first role that opens it.
    const own = await firstToOpen(role)
    // Only a worker's pages are written whole in やさしい日本語.
    const spokenThere: readonly Language[] = role === 'worker' ? languages : ['ja', 'en']
    const unreached = await walkPages(viewer, async (address, path) => {
      const { links, found } = await lookAt(page, address, faults, own.has(path) ? narrower : [], spokenThere)
      all.push(...found.map((fault) => `${path} ${fault}`))
      return links
    })
    expect.soft(all).toEqual([])
    expect(unreached, 'no link leads there').toEqual([])
  })
}

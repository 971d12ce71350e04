import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'

interface Journey {
  /** What the page did that it must not do. */
  faults: string[]
  /** Says beforehand that one kind of fault belongs to this journey, such as the browser's note of a refused request. */
  expectFault(pattern: RegExp): void
  /** Fails unless axe finds nothing against WCAG 2.2 AA on the page as it stands, in light and in dark. */
  expectAccessible(page: Page): Promise<void>
  /** Keeps a picture of the whole page under test-results/screens, by project. */
  picture(name: string): Promise<void>
}

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const longestFade = 1_000

/** Colours fade; what counts is where they end. An animation of something that is hidden may never end, so the wait has a limit. */
async function fadeTo(page: Page, colorScheme: 'dark' | null): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.evaluate(async (limit) => {
    const fade = async (): Promise<void> => {
      // Two frames let the fading begin.
      for (let frame = 0; frame < 2; frame += 1) await new Promise((next) => requestAnimationFrame(next))
      await Promise.allSettled(
        document
          .getAnimations()
          .filter((each) => each instanceof CSSTransition)
          .map((each) => each.finished),
      )
    }
    await Promise.race([fade(), new Promise((end) => setTimeout(end, limit))])
  }, longestFade)
}

/**
 * A journey fails when the page logs an error, throws, or asks any other host for anything: a city hall's network lets
 * only one host through.
 */
export const test = base.extend<Journey & { expected: RegExp[] }>({
  // Playwright finds what a fixture needs by its braces, empty ones too.
  // eslint-disable-next-line no-empty-pattern
  expected: async ({}, provide) => provide([]),

  expectFault: async ({ expected }, provide) => provide((pattern) => void expected.push(pattern)),

  faults: [
    async ({ context, baseURL, expected }, provide) => {
      const own = new URL(baseURL ?? 'http://localhost')
      const faults: string[] = []
      await context.route(
        (url) => url.host !== own.host && /^(https?|wss?):$/.test(url.protocol),
        (route) => {
          faults.push(`asked another host: ${route.request().url()}`)
          return route.abort()
        },
      )
      context.on('console', (message) => {
        if (message.type() === 'error') faults.push(`console: ${message.text()} (${message.location().url})`)
      })
      context.on('weberror', (error) => faults.push(`thrown: ${error.error().stack ?? error.error().message}`))
      await provide(faults)
      expect(faults.filter((fault) => !expected.some((pattern) => pattern.test(fault)))).toEqual([])
    },
    { auto: true },
  ],

  // eslint-disable-next-line no-empty-pattern
  expectAccessible: async ({}, provide) =>
    provide(async (page) => {
      // A page that is still loading has no heading yet.
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      const light = await new AxeBuilder({ page }).withTags(wcag).analyze()
      await fadeTo(page, 'dark')
      const dark = await new AxeBuilder({ page }).withRules('color-contrast').analyze()
      await fadeTo(page, null)
      const violations = [...light.violations, ...dark.violations]
      expect(violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual(
        [],
      )
    }),

  picture: async ({ page }, provide, info) =>
    provide(async (name) => {
      await page.screenshot({ path: `test-results/screens/${info.project.name}/${name}.png`, fullPage: true })
    }),
})

export { expect }

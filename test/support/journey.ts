import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type Page, type TestInfo } from '@playwright/test'
import type { RoleName } from '../../src/programme/rules/roles.ts'
import { type JourneyWorlds, openWorlds, sessionOf } from './journey-world.ts'

interface Journey {
  /** They change nothing that others could meet, so they share one world with other files; false unless a file says so. */
  onlyReads: boolean
  /** What the page did that it must not do. */
  faults: string[]
  /** Says beforehand that one kind of fault belongs to this journey, such as the browser's note of a refused request. */
  expectFault(pattern: RegExp): void
  /** Fails unless axe finds nothing against WCAG 2.2 AA on the page as it stands and nothing sticks out to the side. */
  expectAccessible(page: Page): Promise<void>
  /** Keeps a picture of the whole page under test-results/screens, by project. */
  picture(name: string): Promise<void>
}

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Takes the session that the demo's person of a role has had since the worlds were prepared. */
export async function signInAs(page: Page, role: RoleName): Promise<void> {
  const [name = '', value = ''] = sessionOf(role).split('=')
  await page.context().addCookies([{ name, value, domain: 'localhost', path: '/', httpOnly: true, sameSite: 'Lax' }])
}

/** Nothing sticks out to the side; a chart follows the window a moment later. */
async function expectNoOverflow(page: Page): Promise<void> {
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  await expect.poll(overflow, { message: `wider than ${page.viewportSize()?.width} px` }).toBe(0)
}

/** What is made on both, phone and desktop, axe looks at on the phone only: it finds the same on both, and takes longest of all. */
const axeLooks = ({ tags, project }: TestInfo): boolean => tags.length > 0 || project.name === 'phone'

/**
 * A journey fails when the page logs an error, throws, or asks any other host for anything: a city hall's network lets
 * only one host through.
 */
export const test = base.extend<Journey & { expected: RegExp[] }, { worlds: JourneyWorlds }>({
  worlds: [
    // Playwright finds what a fixture needs by its braces, empty ones too.
    // eslint-disable-next-line no-empty-pattern
    async ({}, provide) => {
      const worlds = openWorlds()
      await provide(worlds)
      await worlds.end()
    },
    { scope: 'worker' },
  ],

  onlyReads: [false, { option: true }],

  baseURL: [
    async ({ worlds, onlyReads }, provide, info) => provide(await worlds.addressFor(onlyReads ? null : info.file)),
    { scope: 'test', timeout: 300_000 },
  ],

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
  expectAccessible: async ({}, provide, info) =>
    provide(async (page) => {
      // A page that is still loading has no heading yet.
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await expectNoOverflow(page)
      if (!axeLooks(info)) return
      // No page has frames, and what is in order needs no words: the whole of axe, in a fifth of the time.
      const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode()
      const { violations } = await axe.withTags(wcag).analyze()
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

import { type Browser, type CDPSession, chromium } from '@playwright/test'
import { parseArgs } from 'node:util'
import { findBrowser } from '../test/support/browser.ts'
import { ratio, type Row, writeSection } from './report.ts'
import { signIn, withDemo } from './server/demo.ts'

/**
 * `weight [--data FOLDER] [--times 3]`: what a worker's home costs on a slow phone that was never here: bytes until it shows, and how long
 * that takes. The line is Lighthouse's slow 4G, the processor a quarter of this one. The demo is loaded anew, or copied from a data folder.
 * Writes the section of docs/benchmarks.md; the exit code is 1 when a goal is missed.
 */
const [limitKilobytes, limitSeconds] = [350, 3]
const line = { offline: false, latency: 150, downloadThroughput: (1.6 * 1_024 * 1_024) / 8, uploadThroughput: (750 * 1_024) / 8 }
const slowdown = 4
const { values } = parseArgs({ options: { data: { type: 'string' }, times: { type: 'string', default: '3' } } })

interface Opened {
  seconds: number
  /** Bytes as they travelled until the page showed, by kind. */
  bytes: Map<string, number>
}

const opened = await withDemo(values.data, async ({ url }) => {
  const { cookie } = await signIn(url, 'worker@demo.example')
  const browser = await chromium.launch({ ...findBrowser(), args: ['--no-sandbox', '--disable-dev-shm-usage'] })
  try {
    const all: Opened[] = []
    for (let time = 0; time < Number(values.times); time++) all.push(await openHome(browser, url, cookie))
    return all.toSorted((one, other) => one.seconds - other.seconds)
  } finally {
    await browser.close()
  }
})
const middle = opened[Math.floor(opened.length / 2)]
if (!middle) throw new Error('the home was not opened')
const kilobytes = (bytes: number) => Math.round(bytes / 1_000)
const all = [...middle.bytes.values()].reduce((sum, each) => sum + each, 0)
const kinds = [...middle.bytes].map(([kind, bytes]) => `${kind} ${kilobytes(bytes)}`).join(', ')
const rows: Row[] = [
  {
    what: `kilobytes until the worker's home shows (${kinds})`,
    peer: 'limit',
    ours: `${kilobytes(all)} kB`,
    theirs: `${limitKilobytes} kB`,
    ratio: ratio(all, limitKilobytes * 1_000),
    goal: '≤ 1.00 ×',
  },
  {
    what: `until it shows on a phone of a quarter of this speed and slow 4G, median of ${opened.length}`,
    peer: 'limit',
    ours: `${middle.seconds.toFixed(1)} s`,
    theirs: `${limitSeconds} s`,
    ratio: ratio(middle.seconds, limitSeconds),
    goal: '≤ 1.00 ×',
  },
]
writeSection('weight', rows)
process.exitCode = all <= limitKilobytes * 1_000 && middle.seconds <= limitSeconds ? 0 : 1

async function openHome(browser: Browser, url: string, cookie: string): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, locale: 'ja-JP' })
  try {
    const [name = '', value = ''] = cookie.split(/[=;]/)
    await context.addCookies([{ name, value, url }])
    const page = await context.newPage()
    const phone = await context.newCDPSession(page)
    const bytes = await countBytes(phone)
    await phone.send('Network.emulateNetworkConditions', line)
    await phone.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    const begun = performance.now()
    await page.goto(url, { waitUntil: 'commit' })
    await page.locator('main h1').waitFor()
    await page.locator('main :is(section, article)').first().waitFor()
    await page.locator('main .animate-pulse').first().waitFor({ state: 'detached' })
    return { seconds: (performance.now() - begun) / 1_000, bytes: new Map(bytes) }
  } finally {
    await context.close()
  }
}

async function countBytes(phone: CDPSession): Promise<ReadonlyMap<string, number>> {
  const kinds = new Map<string, string>()
  const bytes = new Map<string, number>()
  phone.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
  phone.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = (kinds.get(requestId) ?? 'Other').toLowerCase()
    bytes.set(kind, (bytes.get(kind) ?? 0) + encodedDataLength)
  })
  await phone.send('Network.enable')
  return bytes
}

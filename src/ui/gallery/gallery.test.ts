import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { findBrowser } from '../../../test/support/browser.ts'
import { type GalleryServer, startGalleryServer } from './gallery-server.ts'

const project = join(import.meta.dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'kado-gallery-'))
let browser: Browser

// A real browser on a slow machine takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 })

beforeAll(async () => {
  const args = [
    join(project, 'node_modules/vite/bin/vite.js'),
    'build',
    '--mode',
    'gallery',
    '--logLevel',
    'error',
    '--outDir',
    folder,
    '--emptyOutDir',
  ]
  await promisify(execFile)(process.execPath, args, { cwd: project, env: { ...process.env, NODE_ENV: 'production' } })
  browser = await chromium.launch({ ...findBrowser(), args: ['--no-sandbox', '--disable-dev-shm-usage'] })
}, 120_000)

afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

type View = { width: number; dark: boolean }

type Opened = { page: Page; context: BrowserContext; server: GalleryServer }

/** A page of the gallery with a server of its own; what it must not do is collected in `faults`. */
async function open(path: string, view: View, act: (opened: Opened) => Promise<void>): Promise<void> {
  const server = await startGalleryServer(folder)
  const context = await browser.newContext({
    viewport: { width: view.width, height: 800 },
    colorScheme: view.dark ? 'dark' : 'light',
    locale: 'ja-JP',
  })
  const faults: string[] = []
  context.on('console', (message) => {
    // The browser's own notes of refused and lost requests belong to the tests of refusals.
    if (message.type() === 'error' && !/status of (404|409|502)|ERR_INTERNET_DISCONNECTED/.test(message.text())) faults.push(message.text())
  })
  context.on('weberror', (error) => faults.push(String(error.error())))
  context.on('request', (request) => {
    if (!request.url().startsWith(server.address) && !request.url().startsWith('blob:')) faults.push(`asked another host: ${request.url()}`)
  })
  const page = await context.newPage()
  try {
    await page.goto(`${server.address}${path}`, { waitUntil: 'networkidle' })
    await page.getByRole('heading', { level: 1 }).waitFor()
    await act({ page, context, server })
    expect(faults).toEqual([])
  } finally {
    await context.close()
    await server.stop()
  }
}

const desktop: View = { width: 1280, dark: false }

describe.each([
  { width: 320, dark: false },
  { width: 1280, dark: true },
])('幅 $width 暗い画面 $dark', (view) => {
  test.each(['/ui-gallery', '/ui-gallery/list?state=late', '/ui-gallery/form', '/no-such-page'])(
    '%s は axe の指摘がなく横にあふれない',
    async (path) => {
      await open(path, view, async ({ page }) => {
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
        expect(overflow).toBe(0)
        const { violations } = await new AxeBuilder({ page })
          .options({ resultTypes: ['violations'] })
          .setLegacyMode()
          .analyze()
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([])
      })
    },
  )
})

test('押せるものは44px以上ある', async () => {
  for (const path of ['/ui-gallery', '/ui-gallery/list', '/ui-gallery/form']) {
    await open(path, { width: 360, dark: false }, async ({ page }) => {
      const small = await page
        .locator(
          'button:visible, a[data-look=button]:visible, select:visible, input:not([type=checkbox]):not([type=radio]):visible, summary:visible',
        )
        .evaluateAll((elements) =>
          elements.filter((element) => element.getBoundingClientRect().height < 43.5).map((element) => element.outerHTML.slice(0, 120)),
        )
      expect(small).toEqual([])
    })
  }
})

async function fillForm(page: Page, name: string): Promise<void> {
  await page.getByLabel('仕事の名前').fill(name)
  await page.getByLabel('件数').fill('１，２００')
  await page.getByLabel('1件の単価').fill('30')
  await page.getByLabel('1件の標準時間').fill('3')
  await page.getByLabel('期限').fill('2026-12-04')
  await page.getByLabel('チームで行う').check()
  await page.getByLabel('安全の区分').selectOption('1')
  await page.getByLabel('データ入力').check()
  await page.getByLabel(/取引条件を/).check()
}

test('空のまま送ると誤りの一覧に移り、そこから各欄へ行ける', async () => {
  await open('/ui-gallery/form', desktop, async ({ page, server }) => {
    await page.getByRole('button', { name: '登録する' }).click()
    const summary = page.getByRole('alert')
    await summary.getByText('入力内容を確認してください（9件）').waitFor()
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true)
    await summary.getByRole('link', { name: /期限/ }).press('Enter')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('dueOn')
    expect(server.received.writes).toEqual([])
  })
})

test('回線が切れても同じ鍵で送り直し、1度だけ登録される形になる', async () => {
  await open('/ui-gallery/form', desktop, async ({ page, server }) => {
    await fillForm(page, '回線')
    await page.getByRole('button', { name: '登録する' }).click()
    await page.waitForURL('**/ui-gallery/list')
    const { writes } = server.received
    expect(writes).toHaveLength(2)
    expect(new Set(writes.map((write) => write.key)).size).toBe(1)
    expect(writes[0]?.programme).toBe('01890a5d-ac96-774b-bcce-b302099a8057')
    expect(writes[0]?.body).toMatchObject({
      name: '回線',
      units: 1200,
      priceYen: 30,
      kind: 'team',
      level: '1',
      skills: ['0'],
      agreed: true,
    })
    await page.waitForFunction(() => document.activeElement?.id === 'page-title')
    expect(await page.evaluate(() => localStorage.getItem('kado.draft.gallery.create-sample'))).toBeNull()
  })
})

test('断られた理由を分野の言葉で言い、離れる前に尋ね、下書きは残る', async () => {
  await open('/ui-gallery/form', desktop, async ({ page, server }) => {
    await fillForm(page, '重複')
    await page.getByRole('button', { name: '登録する' }).click()
    await page.getByRole('alert').getByText('同じ名前の仕事があります').waitFor()
    await page.getByRole('link', { name: '戻る', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: '入力を続ける' }).click()
    await page.waitForFunction(() => localStorage.getItem('kado.draft.gallery.create-sample')?.includes('重複'))
    await page.getByRole('link', { name: '戻る', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'ページを離れる' }).click()
    await page.waitForURL('**/ui-gallery/list')
    await page.goto(`${server.address}/ui-gallery/form`)
    await page.getByText('前回の下書きを表示しています').waitFor()
    expect(await page.getByLabel('仕事の名前').inputValue()).toBe('重複')
    expect(await page.getByLabel('チームで行う').isChecked()).toBe(true)
    await page.getByRole('button', { name: '下書きを消す' }).click()
    expect(await page.getByLabel('仕事の名前').inputValue()).toBe('')
  })
})

test('途中で切れたファイルは続きから送られ、1バイトも重ならない', async () => {
  await open('/ui-gallery/form', desktop, async ({ page, server }) => {
    const buffer = Buffer.alloc(1_300_000, 'a')
    await page.locator('input[type=file]').first().setInputFiles({ name: '見本.txt', mimeType: 'text/plain', buffer })
    await page.getByText('送信済み').waitFor()
    expect(server.received).toMatchObject({ fileBytes: buffer.length, filePieces: 3 })
  })
})

test('一覧の検索・絞り込み・並べ替えはアドレスに残り、読み込み直しても同じ', async () => {
  await open('/ui-gallery/list', desktop, async ({ page }) => {
    await page.getByPlaceholder('一覧から探す').fill('ﾃﾞｰﾀ入力 12')
    await page.getByRole('button', { name: '検収済み' }).click()
    await page.getByRole('button', { name: '金額' }).click()
    await page.getByText('124件のうち17件').waitFor()
    await page.waitForFunction(() => ['state', 'sort'].every((name) => new URLSearchParams(location.search).has(name)))
    // What was typed is sent to no server: it stands behind #.
    await page.waitForFunction(() => location.hash.length > 1 && !new URLSearchParams(location.search).has('q'))
    const first = await page.locator('tbody tr').first().innerText()
    await page.reload()
    await page.getByText('124件のうち17件').waitFor()
    expect(await page.locator('tbody tr').first().innerText()).toBe(first)
    expect(await page.locator('th[aria-sort=ascending]').innerText()).toBe('金額')
  })
})

test('キーボードだけで検索を開き、ページへ行き、役割と言語を替えられる', async () => {
  await open('/ui-gallery', desktop, async ({ page }) => {
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('見本の入力')
    await page.getByText('1件見つかりました').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/ui-gallery/form')
    await page.getByRole('button', { name: /アカウント/ }).press('Enter')
    await page.getByRole('menuitem', { name: /自治体担当/ }).press('Enter')
    await page.getByRole('banner').getByText('自治体担当').waitFor()
    await page.getByRole('button', { name: /言語/ }).press('Enter')
    await page.getByRole('menuitem', { name: 'English' }).press('Enter')
    await page.getByRole('link', { name: 'Skip to content' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  })
})

test('回線がないことを知らせ、戻れば消える', async () => {
  await open('/ui-gallery', desktop, async ({ page, context }) => {
    await context.setOffline(true)
    await page.getByText('インターネットにつながっていません').waitFor()
    await context.setOffline(false)
    await page.getByText('インターネットにつながっていません').waitFor({ state: 'detached' })
  })
})

import type { Locator, Page } from '@playwright/test'
import { ja as delivery } from '../../src/delivery/messages.ja/index.ts'
import { workerFacts } from '../../src/main/demo/facts.ts'
import { words as demo } from '../../src/main/demo/messages.ja.ts'
import { ja as orders } from '../../src/orders/messages.ja/index.ts'
import { terms } from '../../src/programme/messages.ja/terms.ts'
import { ja as words } from '../../src/ui/messages.ja.ts'
import { addDays, jstDateOf } from '../../src/units/calendar-date.ts'
import { groupDigits } from '../../src/units/yen.ts'
import type { RoleName } from '../../src/programme/rules/roles.ts'
import { expect, signInAs, test } from '../support/journey.ts'

const { staff, worker } = orders
const phone = { width: 360, height: 740 }
const desk = { width: 1280, height: 800 }
const units = 12
const amountYen = 24_000
// The demo's worker is the first of 大町市, the demo's client the first of all.
const workerName = demo.worker(workerFacts().find(({ city }) => city === 'omachi')?.number ?? 0).shown
const clientName = demo.client(1).name

/** A field by the beginning of its label; the rest of the label is the mark that says whether it must be filled. */
const field = (within: Page | Locator, label: string) => within.getByLabel(new RegExp(`^${label}`))
const press = (within: Page | Locator, name: string) => within.getByRole('button', { name, exact: true }).click()
const openTab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click()
const idIn = (page: Page) => new URL(page.url()).pathname.split('/')[2] ?? ''

/** Answers with a PDF that is one. */
async function expectPdf(page: Page, link: Locator): Promise<void> {
  const answer = await page.request.get((await link.getAttribute('href')) ?? '')
  expect(answer.status()).toBe(200)
  expect(answer.headers()['content-type']).toBe('application/pdf')
  expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-')
}

test.use({ colorScheme: 'dark' })

// The flow changes between desk and phone by itself.
test('営業、ディレクター、テレワーカー、発注企業、事務局が順に進める', { tag: '@desktop' }, async ({ page, expectAccessible, picture }) => {
  test.slow()
  const title = `受注の流れ ${Date.now()}`
  const as = async (role: RoleName, path: string): Promise<void> => {
    await page.context().clearCookies()
    await signInAs(page, role)
    await page.setViewportSize(role === 'worker' ? phone : desk)
    await page.goto(path)
  }
  const today = jstDateOf(new Date())

  const orderId = await test.step('営業が受注を記録する', async () => {
    await as('sales', '/orders/new')
    await field(page, terms.client).selectOption({ label: clientName })
    await field(page, staff.orderFields.title).fill(title)
    await field(page, staff.orderFields.dueOn).fill(addDays(today, 40))
    await field(page, staff.orderFields.amountYen).fill(String(amountYen))
    await press(page, staff.record)
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    return idIn(page)
  })

  const packageId = await test.step('ディレクターが作業パッケージに分ける', async () => {
    await as('director', `/orders/${orderId}`)
    await page.getByRole('link', { name: staff.newPackage }).first().click()
    const fields = staff.packageFields
    await field(page, fields.title).fill(title)
    await field(page, fields.workKind).selectOption({ index: 1 })
    await field(page, fields.summary).fill('公開の名簿から、名前と電話番号を写します。')
    await field(page, fields.specification).fill('写しまちがいがないこと。全角と半角をそろえること。')
    await field(page, fields.units).fill(String(units))
    await field(page, fields.unitName).fill('件')
    await field(page, fields.unitMinutes).fill('3')
    await field(page, fields.unitPriceYen).fill('100')
    await expectAccessible(page)
    await press(page, staff.addPackage)
    await expect(page.getByText(staff.manualNone)).toBeVisible()
    return idIn(page)
  })

  await test.step('手順書を書いて公開し、作業パッケージを公開する', async () => {
    await field(page, staff.stepTitle).fill('名簿を開く')
    await field(page, staff.stepBody).fill('渡された名簿を開き、1行ずつ写します。')
    await press(page, staff.publishManual)
    await expect(page.getByText(staff.manualVersion(1))).toBeVisible()
    await openTab(page, staff.tabs.readiness)
    await expect(page.getByText(staff.readinessOk)).toBeVisible()
    await press(page, staff.publish)
    await expect(page.getByText(staff.packageStates.ready, { exact: true })).toBeVisible()
  })

  await test.step('テレワーカーに打診する', async () => {
    await as('director', `/packages/${packageId}?tab=offers`)
    await page.getByRole('search').getByLabel(words.name).fill(workerName)
    const row = page.getByRole('listitem').filter({ has: page.getByText(workerName, { exact: true }) })
    await press(row, staff.makeOffers)
    await field(row, staff.offerUnits).fill(String(units))
    await press(page, staff.send)
    await expect(page.getByText(staff.sent(1))).toBeVisible()
  })

  await test.step('テレワーカーが電話で引き受け、取引条件明示書を読む', async () => {
    await as('worker', '/offers')
    await press(page.getByRole('region', { name: title }), worker.accept)
    await expect(page.getByRole('heading', { name: worker.after.title })).toBeVisible()
    await page.getByRole('link', { name: worker.after.notice }).click()
    const pdf = page.getByRole('link', { name: worker.noticePdf })
    await expect(pdf).toBeVisible()
    await expect(page.getByRole('main')).toContainText(worker.noticeNumber)
    await expectAccessible(page)
    await picture('notice')
    await expectPdf(page, pdf)
  })

  await test.step('ファイルを付けて提出する', async () => {
    await page.goto('/work')
    await page.getByRole('article').filter({ hasText: title }).getByRole('link', { name: delivery.work.handIn }).click()
    const chooser = page.waitForEvent('filechooser')
    await press(page, words.file.choose)
    await (await chooser).setFiles({ name: '写し.csv', mimeType: 'text/csv', buffer: Buffer.from('番号,名前\n1,見本\n') })
    await expect(page.getByText(words.file.uploaded)).toBeVisible()
    await press(page, delivery.handIn.submit)
    await expect(page.getByRole('heading', { level: 1, name: delivery.handIn.doneTitle })).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('ディレクターが合格にして、納品する', async () => {
    await as('director', '/inspections')
    await page.getByRole('link', { name: title }).click()
    await expect(page.getByRole('link', { name: '写し.csv' })).toBeVisible()
    await expectAccessible(page)
    await press(page, delivery.inspect.accept)
    await press(page.getByRole('dialog'), delivery.inspect.accept)
    await expect(page.getByText(delivery.inspect.accepted)).toBeVisible()
    await page.goto(`/orders/${orderId}/delivery`)
    await expect(field(page, delivery.deliver.units(title))).toHaveValue(String(units))
    await press(page, delivery.deliver.submit)
    await expect(page.getByText(delivery.deliver.waiting)).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('発注企業が検収する', async () => {
    await as('client', '/deliveries')
    await page.getByRole('link', { name: title }).click()
    await press(page, delivery.client.acceptButton)
    await press(page.getByRole('dialog'), delivery.client.acceptButton)
    await expect(page.getByText(delivery.deliveryStates.accepted, { exact: true })).toBeVisible()
    await expectAccessible(page)
    await expectPdf(page, page.getByRole('link', { name: delivery.deliver.certificatePdf }))
  })

  await test.step('事務局に、消費税を加えた請求書が見える', async () => {
    await as('office', '/invoices')
    const row = page.getByRole('row').filter({ hasText: title })
    // The invoice is written by a job behind the answer.
    await expect(async () => {
      await page.reload()
      await expect(row).toBeVisible()
    }).toPass({ timeout: 60_000 })
    await expect(row).toContainText(groupDigits(String(amountYen + amountYen / 10)))
    await row.getByRole('link').first().click()
    await expect(page.getByRole('main')).toContainText(title)
    await expectAccessible(page)
  })
})

test('令和4年度の評価シート: 印刷された値がすべて並び、PDFが開く', async ({ page, expectAccessible, picture }) => {
  await signInAs(page, 'officer')
  await page.goto('/sheets?year=2022')
  const row = (name: string) =>
    page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name }) })
      .getByRole('cell')
  // A value and its rate may stand on two lines, so any space may part them.
  // Baseline, final target, then target and actual with its rate, for the year and cumulated.
  await expect(row('収入を得た人数')).toHaveText(['250 (人)', '270', '90', /^33 \[21\]\s*\(36\.7%\)$/, '140', /^100 \[21\]\s*\(71\.4%\)$/])
  await expect(row('年間受注金額')).toHaveText([
    '250,000 (千円)',
    '262,000',
    '86,000',
    /^56,848\s*\(66\.1%\)$/,
    '136,000',
    /^61,230\s*\(45\.0%\)$/,
  ])
  await expect(row('当期純利益')).toHaveText(['0 (千円)', '10,000', '0', /^0 *$/, '0', /^0 *$/])
  await expect(row('採用した自治体数')).toHaveText(['5 (自治体)', '5', '1', /^0\s*\(0%\)$/, '2', /^1\s*\(50%\)$/])
  for (const printed of ['17,000千円', '5,995,000円', '2,997,500円']) await expect(page.getByRole('main')).toContainText(printed)
  await expectAccessible(page)
  await picture('sheet')
  for (const [figure, scope] of [
    [/単年度 広域 33/, '広域'],
    [/単年度 自分の自治体 \[21\]/, '自分の自治体'],
  ] as const) {
    await page.getByRole('button', { name: figure }).click()
    const behind = page.getByRole('dialog')
    await expect(behind.getByRole('radio', { name: scope })).toBeChecked()
    await expect(behind).toContainText(scope === '広域' ? '350 − 317 = 33' : '21 − 0 = 21')
    await behind.getByRole('button', { name: '閉じる' }).first().click()
  }
  await expectPdf(page, page.getByRole('link', { name: /PDF/ }).first())
})

import type { Locator, Page } from '@playwright/test'
import { workerFacts } from '../../src/main/demo/facts.ts'
import { words as demo } from '../../src/main/demo/messages.ja.ts'
import { contract as matchingContract } from '../../src/matching/contract/index.ts'
import { ja as matching } from '../../src/matching/messages.ja/index.ts'
import { contract as ordersContract } from '../../src/orders/contract/index.ts'
import { ja as orders } from '../../src/orders/messages.ja/index.ts'
import { contract as peopleContract } from '../../src/people/contract/index.ts'
import { pathOf } from '../../src/platform/contract.ts'
import { call } from '../support/call.ts'
import { expect, signInAs, test } from '../support/journey.ts'

const { plan: words } = matching
const phone = { width: 360, height: 740 }
const desk = { width: 1280, height: 800 }
const title = '計画の流れ'
// The demo's worker is the first of 大町市.
const workerName = demo.worker(workerFacts().find(({ city }) => city === 'omachi')?.number ?? 0).shown
/** A calculation and what follows from an event happen behind the page, on a busy machine after a while. */
const behind = { timeout: 60_000 }

const press = (within: Page | Locator, name: string) => within.getByRole('button', { name, exact: true }).click()
const openTab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click()
const somethingToSend = (page: Page) => page.getByRole('heading', { name: new RegExp(words.proposed.title('\\d+', '\\d+')) })

/** Published work for everybody, more than all of them can do and before all other work, that no job list shows. */
async function publishWork(page: Page, origin: string | undefined): Promise<void> {
  const { rows } = await call(page, origin, ordersContract.orders, { state: 'running' })
  const [order] = rows
  if (!order) throw new Error('the demo has no running order')
  const { packages } = await call(page, origin, ordersContract.order, { orderId: order.id })
  const [model] = packages
  if (!model) throw new Error('the running order has no work')
  const like = await call(page, origin, ordersContract.package, { packageId: model.id })
  const { workKindId, dueOn, releaseOn, workPlace, expenses, intellectualProperty, personalData, contact } = like
  const texts = {
    title,
    summary: title,
    specification: title,
    priceRationale: '',
    workPlace,
    expenses,
    intellectualProperty,
    personalData,
    contact,
  }
  const amounts = {
    units: 50_000,
    unitName: '件',
    unitMinutes: 30,
    unitPriceYen: 800,
    minUnits: 1,
    maxSharePercent: 100,
    indivisible: false,
    priority: 9,
  }
  const needs = {
    securityClass: 0,
    onSiteId: null,
    equipment: ['pc' as const],
    skills: [],
    isPublic: false,
    independenceReviewed: false,
    inspectionDays: 7,
  }
  const { packageId } = await call(page, origin, ordersContract['add-package'], {
    orderId: order.id,
    workKindId,
    releaseOn,
    dueOn,
    ...texts,
    ...amounts,
    ...needs,
  })
  await call(page, origin, ordersContract['publish-manual'], { packageId, steps: [{ title, body: title, check: false }], changes: '' })
  await call(page, origin, ordersContract['publish-package'], { packageId })
}

test.use({ colorScheme: 'dark' })

// The journey changes between desk and phone by itself.
const tag = '@desktop'

test('計画を作り、理由を聞き、組を外し、比べ、打診し、断りを直す', { tag }, async ({ page, baseURL, expectAccessible, picture }) => {
  test.slow()
  const as = async (role: 'director' | 'worker', path: string): Promise<void> => {
    await page.context().clearCookies()
    await signInAs(page, role)
    await page.setViewportSize(role === 'worker' ? phone : desk)
    await page.goto(path)
  }
  const work = page.getByRole('region', { name: title, exact: true })
  /** The pairs of the work; a long list shows its first people until it is opened. */
  const openPairs = async (): Promise<void> => {
    await expect(work).toBeVisible()
    const more = work.getByRole('button', { name: new RegExp(words.people.more('\\d+')) })
    if (await more.isVisible()) await more.click()
  }
  const pairOf = (person: string) =>
    work.getByRole('listitem').filter({ has: page.getByRole('checkbox', { name: words.choose.pair(person, title), exact: true }) })
  const makePlan = async (): Promise<void> => {
    const asked = page.waitForResponse((response) => response.url().endsWith(pathOf(matchingContract['ask-for-plan'])))
    await page.getByRole('button', { name: new RegExp(`^(${words.make}|${words.makeAgain})$`) }).click()
    // The page of this one plan: while it is being made the newest page may still show the one before.
    const { planId } = matchingContract['ask-for-plan'].output.parse(await (await asked).json())
    await page.goto(`/plan/${planId}`)
    await expect(page.getByRole('heading', { name: words.running.title }).or(work).first()).toBeVisible()
    await expect(somethingToSend(page)).toBeVisible(behind)
    await openPairs()
  }

  await as('director', '/plan')
  await publishWork(page, baseURL)
  await test.step('ディレクターが計画を頼み、できるのを見る', async () => {
    await page.reload()
    await makePlan()
    await expect(pairOf(workerName)).toBeVisible()
    await expect(page.getByText(new RegExp(words.gap.within('[\\d.]+%')))).toBeVisible()
    await expectAccessible(page)
    await picture('plan')
  })

  await test.step('なぜこの人かを聞く', async () => {
    await pairOf(workerName).getByRole('button').click()
    const dialog = page.getByRole('dialog', { name: words.why.offered(workerName, title) })
    await expect(dialog.getByText(new RegExp(words.why.facts.candidates('\\d+', '\\d+')))).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  })

  const [other = '', kept = ''] = await test.step('一人を次の計画から外し、一人を数を決めて保つ', async () => {
    const boxes = work.getByRole('listitem').getByRole('checkbox')
    const labels = await boxes.evaluateAll((all) => all.map((box) => box.getAttribute('aria-label') ?? ''))
    const people = labels.map((label) => label.split('さんに')[0] ?? '').filter((name) => name !== workerName)
    const [out = '', stays = ''] = people
    await pairOf(out).getByRole('button').click()
    await press(page.getByRole('dialog'), words.why.forbid)
    await expect(page.getByText(words.why.forbidden)).toBeVisible()
    await expect(page.getByRole('dialog').getByText(words.why.isForbidden)).toBeVisible()
    await page.keyboard.press('Escape')
    await pairOf(stays).getByRole('button').click()
    await page.getByRole('dialog').getByLabel(words.why.pinUnits).fill('2')
    await press(page.getByRole('dialog'), words.why.pin)
    await expect(page.getByRole('dialog').getByText(words.why.isPinned('2件'))).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await openTab(page, words.tabs.rules)
    await expect(page.getByRole('tabpanel').getByText(words.rules.pair(out, title))).toBeVisible()
    await expect(page.getByRole('tabpanel').getByText(words.rules.pair(stays, title))).toBeVisible()
    await expectAccessible(page)
    await openTab(page, words.tabs.choose)
    return [out, stays]
  })

  const dayOff = await test.step('まだ打診していない計画に、あとで変わったことが出る', async () => {
    const { plan } = await call(page, baseURL, matchingContract.plan, {})
    const id = plan?.people.find((person) => person.name === workerName)?.workerId ?? ''
    const onDate = plan?.from ?? ''
    await as('worker', '/offers')
    await call(page, baseURL, peopleContract['set-free-day'], { workerId: id, onDate, minutes: 5 })
    // A page that still asks for something while the session changes would be refused.
    await page.waitForLoadState('networkidle')
    await as('director', '/plan')
    const step = page.getByRole('region', { name: words.stale.title })
    await expect(step.getByText(words.stale.changes.forbidden(other, title))).toBeVisible()
    await expect(step.getByText(words.stale.changes.pinned(kept, title, '2件'))).toBeVisible()
    await expect(step.getByText(new RegExp(words.stale.changes.hours(workerName, '.+', '.+')))).toBeVisible()
    await openPairs()
    await expect(pairOf(workerName).getByText(words.stale.reasons.hours)).toBeVisible()
    await expect(pairOf(workerName).getByRole('checkbox')).toBeDisabled()
    await expectAccessible(page)
    await picture('plan-stale')
    return { workerId: id, onDate }
  })

  await test.step('計画を直すと、変わったところだけが変わる', async () => {
    await press(page, words.stale.refresh)
    await expect(somethingToSend(page)).toBeVisible(behind)
    await openPairs()
    await expect(pairOf(kept).getByText(words.choose.pinned)).toBeVisible()
    await expect(pairOf(kept).getByText('2件', { exact: true })).toBeVisible()
    await expect(pairOf(other)).toBeHidden()
    await expect(pairOf(workerName).getByRole('checkbox')).toBeEnabled()
    await expect(page.getByText(words.compare.refreshed)).toBeVisible()
    await expect(page.getByText(new RegExp(words.compare.dropped('[1-9]\\d*')))).toBeVisible()
    await picture('plan-refreshed')
  })

  await test.step('日ごとの時間を、人でも仕事でも見る', async () => {
    await openTab(page, words.tabs.people)
    await page.getByLabel(words.people.by).selectOption(words.people.byWork)
    const days = page.getByRole('table', { name: words.people.captionOfWork })
    await days.getByRole('button', { name: title, exact: true }).click()
    await expect(page.getByRole('dialog', { name: words.work.title(title) })).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
  })

  await test.step('納期を変えたらどうなるかを試す', async () => {
    await openTab(page, words.tabs.packages)
    await page.getByRole('button', { name: words.whatIf.tryDueOf(title), exact: true }).click()
    const dialog = page.getByRole('dialog', { name: words.whatIf.dueTitle(title) })
    const due = dialog.getByLabel(words.whatIf.due)
    await due.fill((await due.getAttribute('max')) ?? '')
    await expect(dialog.getByText(/残りが.*件から/)).toBeVisible(behind)
    await expectAccessible(page)
    await page.keyboard.press('Escape')
  })

  await test.step('一人を選んで打診する', async () => {
    await openTab(page, words.tabs.choose)
    await openPairs()
    await press(page, words.choose.chooseNone)
    await pairOf(workerName).getByRole('checkbox').check()
    await press(page, words.choose.send)
    await press(page.getByRole('dialog'), words.choose.send)
    await expect(page.getByText(words.choose.sent('1'))).toBeVisible()
  })

  await test.step('テレワーカーが、届いた理由を電話で読み、見送る', async () => {
    await as('worker', '/offers')
    await call(page, baseURL, peopleContract['set-free-day'], { ...dayOff, minutes: null })
    await work.getByRole('link', { name: orders.worker.fullTerms }).click()
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(page.getByText(orders.worker.reasons['no-skill'])).toBeVisible()
    await expect(page.getByText(/空き時間.*のうち/)).toBeVisible()
    await expectAccessible(page)
    await picture('offer-reasons')
    await press(page, orders.worker.decline)
    await expect(page.getByText(orders.worker.declined)).toBeVisible()
  })

  await test.step('直す案がディレクターのホームに出て、打診になる', async () => {
    await as('director', '/')
    const row = page.getByRole('listitem').filter({ hasText: words.repairs.causes.declined(title) })
    await expect(async () => {
      await page.reload()
      await expect(row.getByText(new RegExp(words.repairs.offers('\\d+')))).toBeVisible({ timeout: 5_000 })
    }).toPass(behind)
    await expectAccessible(page)
    await picture('repair')
    await row.getByRole('link', { name: words.repairs.open }).click()
    await expect(somethingToSend(page)).toBeVisible()
    await expect(pairOf(workerName)).toBeHidden()
    await press(page, words.choose.chooseNone)
    await work.getByRole('listitem').getByRole('checkbox').first().check()
    await press(page, words.choose.send)
    await press(page.getByRole('dialog'), words.choose.send)
    await expect(page.getByText(words.choose.sent('1'))).toBeVisible()
    await page.goto('/')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(row).toBeHidden()
  })
})

import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createWorld, type World } from '../../../test/support/world.ts'
import { createProgramme } from '../../../test/support/world.ts'
import { reachOf } from '../../platform/access.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { contract } from '../contract/index.ts'
import { listOrders, packageProgress, wonOrders } from './index.ts'

let root: World
let world: World
beforeAll(async () => {
  root = await createWorld()
})
beforeEach(async () => {
  world = await createProgramme(root.database)
})
afterAll(() => root.close())

const today = calendarDate('2026-11-20')
const asked = { cursor: null, limit: 2, search: '', state: 'open' as const, clientId: null }

it('進行中は納期の近い順、終わったものは新しい順に、一度ずつ出る', async () => {
  for (const due of ['2026-12-03', '2026-12-01', '2026-12-02']) {
    await world.order({ dueOn: due, title: due })
    await world.order({ dueOn: due, title: due, state: 'accepted' })
  }
  const director = await world.person('director')
  const reach = reachOf(director, contract.orders.allow)
  const titles = async (state: 'open' | 'ended') => {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof listOrders>> = await world.inside((db) =>
        listOrders(db, reach, { ...asked, state, cursor }, today),
      )
      expect(page.total).toBe(3)
      seen.push(...page.rows.map((row) => row.title))
      cursor = page.next
    } while (cursor !== null)
    return seen
  }
  expect(await titles('open')).toEqual(['2026-12-01', '2026-12-02', '2026-12-03'])
  expect(await titles('ended')).toEqual(['2026-12-03', '2026-12-02', '2026-12-01'])
})

it('受注1件のディレクターと拠点のディレクターには、その受注だけが見える', async () => {
  const siteId = await world.site()
  const mine = await world.order({ title: 'mine' })
  const atSite = await world.order({ title: 'at-site' })
  await world.package({ orderId: atSite, onSiteId: siteId })
  await world.order({ title: 'other' })
  const titles = async (kind: 'order' | 'site', id: string) => {
    const actor = await world.person('director', { kind, id })
    const page = await world.inside((db) => listOrders(db, reachOf(actor, contract.orders.allow), asked, today))
    return page.rows.map((row) => row.title)
  }
  expect(await titles('order', mine)).toEqual(['mine'])
  expect(await titles('site', siteId)).toEqual(['at-site'])
})

it('残りは、数量 − 返事待ち −（引き受け − 手放し）。期日を過ぎた打診は数えない', async () => {
  const packageId = await world.package({ units: 100 })
  await world.offer({ packageId, units: 10 })
  await world.offer({ packageId, units: 10, answerBy: '2026-11-19' })
  await world.offer({ packageId, units: 10, state: 'declined' })
  const assignmentId = await world.assignment({ packageId, units: 30 })
  await world.insert('orders.release', { id: packageId, assignmentId, units: 5 })
  const progress = await world.inside((db) => packageProgress(db, [packageId], today))
  expect(progress.get(packageId)).toMatchObject({ units: 100, open: 10, assigned: 25, left: 65 })
})

it('今年度の受注を月ごとに数え、取り消したものと前年度は数えない', async () => {
  await world.order({ orderedOn: '2026-04-01', amountYen: 100 })
  await world.order({ orderedOn: '2027-03-31', dueOn: '2027-04-10', amountYen: 20 })
  await world.order({ orderedOn: '2026-03-31', amountYen: 3 })
  await world.order({ orderedOn: '2026-05-01', amountYen: 7, state: 'cancelled' })
  const won = await world.inside((db) => wonOrders(db, { everything: true, ids: () => [] }, today))
  expect(won).toMatchObject({ fiscalYear: 2026, orderCount: 2, amountYen: 120 })
  expect(won.months[0]).toEqual({ month: '2026-04', orderCount: 1, amountYen: 100 })
  expect(won.months[11]).toEqual({ month: '2027-03', orderCount: 1, amountYen: 20 })
})

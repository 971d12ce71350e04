import { afterAll, beforeAll, expect, it } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { newId } from '../../platform/action.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { calculate } from '../jobs.ts'
import { setPairRule } from '../store/pair-rules.ts'
import { plannedOffers } from '../store/planned.ts'
import { readPlanChanges } from '../store/plan-changes.ts'
import { findPlan, insertPlan, setPlanState } from '../store/plans.ts'
import { horizonFrom } from '../store/problem.ts'
import { refreshPlan } from './refresh-plan.ts'

/** Two people and two packages, planned; nobody is asked yet. */
async function given(world: World) {
  await world.inside((db) => db.updateTable('orders.package').set({ state: 'closed' }).execute())
  await world.inside((db) => db.updateTable('matching.plan').set({ state: 'discarded' }).execute())
  await world.inside((db) => db.updateTable('people.worker').set({ state: 'left' }).execute())
  await world.package({ units: 40, unitMinutes: 6, dueOn: '2026-12-10' })
  await world.package({ units: 40, unitMinutes: 6, dueOn: '2026-12-10' })
  const people = [await world.worker({ freeMinutes: 60 }), await world.worker({ freeMinutes: 60 })].map((each) => each.workerId)
  const planId = newId()
  const plan = {
    programmeId: world.programmeId,
    id: planId,
    kind: 'whole' as const,
    packageId: null,
    cause: null,
    ...horizonFrom(calendarDate(world.today)),
    secondsLimit: 5,
    by: '',
    now: world.now,
  }
  await world.inside((db) => insertPlan(db, plan))
  await calculate(world.database, world.programmeId, planId)
  return { actor: await world.person('director'), input: { planId }, planId, people, plan }
}

actionSuite(refreshPlan, {
  arrange: given,
  check: async (world, { planId }, input) => {
    const row = await world.inside((db) => findPlan(db, planId))
    expect(row).toMatchObject({ state: 'running', kind: 'whole', refreshesId: input.planId, from: '2026-11-21', days: 28 })
  },
  refusals: {
    'plan-not-open': async (world) => {
      const arranged = await given(world)
      await world.inside((db) => setPlanState(db, arranged.planId, 'offered', world.now))
      return arranged
    },
    'already-running': async (world) => {
      const arranged = await given(world)
      await world.inside((db) => insertPlan(db, { ...arranged.plan, id: newId() }))
      return arranged
    },
    'nothing-to-plan': async (world) => {
      const arranged = await given(world)
      await world.inside((db) => db.updateTable('orders.package').set({ state: 'closed' }).execute())
      return arranged
    },
  },
})

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

async function offersOf(planId: string) {
  const row = await world.inside((db) => findPlan(db, planId))
  if (!row?.problem || row.plan === null) throw new Error('no result')
  return plannedOffers(row.problem, row.plan)
}

async function refreshed({ planId, actor }: Awaited<ReturnType<typeof given>>) {
  const output = await world.inside((db) => refreshPlan.perform(world.context(db, actor), { planId }))
  if (!('planId' in output)) throw new Error(output.code)
  await calculate(world.database, world.programmeId, output.planId)
  return output.planId
}

it('変わった人の分だけを組み直し、ほかの組は動かさない', async () => {
  const arranged = await given(world)
  const before = await offersOf(arranged.planId)
  const [first] = before
  if (!first) throw new Error('no offer')
  await world.inside((db) => db.updateTable('people.worker').set({ state: 'paused' }).where('id', '=', first.workerId).execute())
  const newerId = await refreshed(arranged)
  const after = await offersOf(newerId)
  for (const kept of before.filter((offer) => offer.workerId !== first.workerId)) {
    expect(after.find((offer) => offer.workerId === kept.workerId && offer.packageId === kept.packageId)?.units).toBeGreaterThanOrEqual(
      kept.units,
    )
  }
  expect(after.some((offer) => offer.workerId === first.workerId)).toBe(false)
  expect(after.reduce((sum, offer) => sum + offer.units, 0)).toBe(80)
  const row = await world.inside((db) => findPlan(db, newerId))
  expect(row && (await world.inside((db) => readPlanChanges(db, row, calendarDate(world.today))))).toEqual({
    changes: [],
    more: 0,
    broken: [],
  })
})

it('日がたっただけなら、たった日数だけを言い、打診はまだ成り立つ', async () => {
  const { planId } = await given(world)
  const row = await world.inside((db) => findPlan(db, planId))
  const changes = row && (await world.inside((db) => readPlanChanges(db, row, calendarDate('2026-11-23'))))
  expect(changes).toMatchObject({ changes: [{ kind: 'days-passed', after: 3 }], more: 0, broken: [] })
})

it('あとから入れた指定を守る', async () => {
  const arranged = await given(world)
  const [first] = await offersOf(arranged.planId)
  const other = arranged.people.find((id) => id !== first?.workerId) ?? ''
  const rule = { programmeId: world.programmeId, packageId: first?.packageId ?? '', by: '', now: world.now }
  await world.inside((db) => setPairRule(db, { ...rule, workerId: other, rule: 'pinned', units: 7 }))
  await world.inside((db) => setPairRule(db, { ...rule, workerId: first?.workerId ?? '', rule: 'forbidden', units: null }))
  const after = (await offersOf(await refreshed(arranged))).filter((offer) => offer.packageId === first?.packageId)
  expect(after).toMatchObject([{ workerId: other, units: 7, isPinned: true }])
})

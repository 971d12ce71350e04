import { afterAll, beforeAll, expect, it } from 'vitest'
import { createProgramme, createWorld, type World } from '../../test/support/world.ts'
import type { Actor } from '../platform/access.ts'
import { contract as peopleContract } from '../people/contract/index.ts'
import { reads as peopleReads } from '../people/routes.ts'
import { newId } from '../platform/action.ts'
import { query } from '../platform/read.ts'
import { calendarDate } from '../units/calendar-date.ts'
import { contract } from './contract/index.ts'
import type { FairnessRow } from './contract/questions.ts'
import { calculate } from './jobs.ts'
import { reads } from './routes.ts'
import { setPairRule } from './store/pair-rules.ts'
import { insertPlan } from './store/plans.ts'
import { horizonFrom } from './store/problem.ts'

let world: World
let director: Actor
let known: { planId: string; packageId: string; hardId: string; able: string; other: string }

beforeAll(async () => {
  world = await createWorld()
  director = await world.person('director')
  const city = await world.municipality()
  const skillId = await world.skill({ key: 'entry' })
  const able = await world.worker({ municipalityId: city, wantedMonthlyMinutes: 600, freeMinutes: 30 })
  const other = await world.worker({ municipalityId: city, wantedMonthlyMinutes: 600, freeMinutes: 30 })
  await world.insert('people.worker_skill', {
    workerId: able.workerId,
    skillId,
    level: 1,
    evidence: 'tested',
    evidencedOn: '2026-01-01',
  })
  const packageId = await world.package({ units: 50, unitMinutes: 6, dueOn: '2026-12-01' })
  await world.insert('orders.package_skill', { packageId, skillId, level: 1 })
  const hardId = await world.package({ units: 10, unitMinutes: 60, dueOn: '2026-12-01' })
  await world.insert('orders.package_skill', { packageId: hardId, skillId, level: 3 })
  await world.package({ units: 10, dueOn: '2026-11-19', title: 'Late' })
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
  known = { planId, packageId, hardId, able: able.workerId, other: other.workerId }
})
afterAll(() => world.close())

async function ask<Name extends keyof typeof contract>(
  name: Name,
  input: object,
  { actor = director, programmeId = world.programmeId } = {},
) {
  const read = reads.find((each) => each.contract.name === name)
  if (!read) throw new Error(`no read ${name}`)
  return query(world.database, read, { programmeId, input, now: world.now }, async () => actor, actor.userId)
}

it('計画の板は、合計・人・仕事・残りが互いに合う', async () => {
  const { plan, openPackages } = contract.plan.output.parse(await ask('plan', {}))
  if (!plan) throw new Error('no plan')
  expect(openPackages).toBe(2)
  expect(plan.offers).toMatchObject([{ workerId: known.able, packageId: known.packageId, units: 50, minutes: 300, feeYen: 6_000 }])
  expect(plan.totals).toMatchObject({
    offers: 1,
    people: 1,
    minutes: 300,
    feeYen: 6_000,
    openMinutes: 900,
    unfilledMinutes: 600,
    wanting: 2,
  })
  expect(plan.people[0]?.plannedByDay.reduce((sum, each) => sum + each, 0)).toBe(300)
  expect(plan.unfilled).toMatchObject([
    { packageId: known.hardId, units: 10, gate: 'skill', skills: [{ key: 'entry', level: 3, haveCount: 0, nearCount: 0 }] },
  ])
  expect(plan.overdue).toMatchObject([{ title: 'Late', units: 10 }])
})

it('なぜこの人か、なぜあの人でないかに、数字で答える', async () => {
  const { planId, packageId, able, other } = known
  expect(contract.why.output.parse(await ask('why', { planId, packageId, workerId: able }))).toMatchObject({ outcome: 'offered' })
  const why = contract.why.output.parse(await ask('why', { planId, packageId, workerId: other }))
  expect(why.outcome).toBe('impossible')
  expect(why.facts[0]).toMatchObject({ code: 'skill-short', holds: false, need: 1, have: 0 })
  const others = contract['other-people'].output.parse(await ask('other-people', { planId, packageId }))
  expect(others.rows.map((row) => row.workerId)).toEqual([other])
})

it('手を試すと、残りがどう減るかがわかり、計画は変わらない', async () => {
  const { planId, hardId } = known
  const change = { kind: 'train', skill: 'entry', level: 3, people: 2 }
  const tried = contract['what-if'].output.parse(await ask('what-if', { planId, packageId: hardId, change }))
  // Two people with 30 minutes on each of eleven days have 660 minutes; which of the two packages they fill is all the same.
  expect(tried).toMatchObject({ unitsBefore: 10, minutes: 660, minutesBefore: 300 })
  expect(tried.unitsLeft).toBeLessThan(10)
  expect(contract.plan.output.parse(await ask('plan', { planId })).plan?.unfilled).toMatchObject([{ units: 10 }])
})

it('選んだ人が1レベル上がったら、納期が変わったら、を答える', async () => {
  const { planId, packageId, hardId, able, other } = known
  const { rows } = contract.learners.output.parse(await ask('learners', { planId, packageId: hardId, skill: 'entry' }))
  // The one who is able has 30 of 330 minutes left and is nearer; the other has all of them and no level yet.
  expect(rows).toMatchObject([
    { workerId: able, level: 1, restMinutes: 30 },
    { workerId: other, level: 0, restMinutes: 330 },
  ])
  const raised = contract['what-if'].output.parse(
    await ask('what-if', { planId, packageId, change: { kind: 'raise', skill: 'entry', workerIds: [other] } }),
  )
  expect(raised).toMatchObject({ unitsBefore: 0, unitsLeft: 0, minutes: 300, others: [] })
  const sooner = contract['what-if'].output.parse(await ask('what-if', { planId, packageId, change: { kind: 'due', dueOn: '2026-11-22' } }))
  expect(sooner).toMatchObject({ unitsLeft: 40, minutes: 60, minutesBefore: 300, dueOn: '2026-11-22', onTime: 0 })
})

it('2つの計画の数字と、違う組を並べる', async () => {
  const { planId, packageId, able } = known
  expect(contract.compare.output.parse(await ask('compare', { planId }))).toEqual({ comparison: null, withId: null })
  const laterId = newId()
  const horizon = horizonFrom(calendarDate(world.today))
  await world.inside(async (db) => {
    await setPairRule(db, {
      programmeId: world.programmeId,
      workerId: able,
      packageId,
      rule: 'forbidden',
      units: null,
      by: '',
      now: world.now,
    })
    await insertPlan(db, {
      programmeId: world.programmeId,
      id: laterId,
      kind: 'whole',
      packageId: null,
      cause: null,
      ...horizon,
      secondsLimit: 5,
      by: '',
      now: new Date(world.now.getTime() + 60_000),
    })
  })
  await calculate(world.database, world.programmeId, laterId)
  const { comparison, withId } = contract.compare.output.parse(await ask('compare', { planId: laterId }))
  expect(withId).toBe(planId)
  expect(comparison).toMatchObject({
    now: { offers: 0, minutes: 0 },
    before: { offers: 1, minutes: 300 },
    added: 0,
    dropped: 1,
    changed: 0,
  })
  expect(comparison?.rows).toMatchObject([{ workerId: able, packageId, unitsNow: 0, unitsBefore: 50 }])
  expect(contract.compare.output.parse(await ask('compare', { planId, withId: laterId })).comparison).toMatchObject({
    added: 1,
    dropped: 0,
  })
  await world.inside((db) => db.deleteFrom('matching.pair_rule').execute())
  await world.inside((db) => db.deleteFrom('matching.plan').where('id', '=', laterId).execute())
})

it('計画のあとで変わったことを、名前と数字で言う', async () => {
  const { planId, packageId, able } = known
  const changes = async () => contract['plan-changes'].output.parse(await ask('plan-changes', { planId }))
  expect(await changes()).toEqual({ changes: [], more: 0, broken: [] })
  const setHours = (minutes: number) =>
    world.inside((db) => db.updateTable('people.free_minutes').set({ minutes }).where('workerId', '=', able).execute())
  await setHours(10)
  const changed = await changes()
  expect(changed.changes).toMatchObject([{ kind: 'hours', workerId: able, before: 840, after: 280 }])
  expect(changed.changes[0]?.name).toMatch(/Worker/)
  // Eleven days of ten minutes do not hold the 300 minutes of the offer.
  expect(changed.broken).toEqual([{ workerId: able, packageId, reason: 'hours' }])
  await setHours(30)
  expect((await changes()).broken).toEqual([])
})

it('行きわたりは、希望する人ごとに理由を言う', async () => {
  const fairness = contract.fairness.output.parse(await ask('fairness', { days: 90 }))
  expect(new Map(fairness.people.map((person) => [person.workerId, person.reason]))).toEqual(
    new Map([
      [known.able, 'could-be-offered'],
      [known.other, 'skill'],
    ]),
  )
  await listAgrees(fairness.people)
  expect(fairness.people.find((person) => person.workerId === known.able)).toMatchObject({ title: 'Package', skill: null })
  expect(fairness.people.find((person) => person.workerId === known.other)).toMatchObject({
    title: 'Package',
    skill: { key: 'entry', level: 1 },
  })
  expect(fairness.municipalities).toHaveLength(1)
})

/** The coordinators' list says the same of the same people, by the same names. */
async function listAgrees(people: readonly FairnessRow[]) {
  const read = peopleReads.find((each) => each.contract.name === 'blocked')
  if (!read) throw new Error('no read')
  const coordinator = await world.person('coordinator')
  const request = { programmeId: world.programmeId, input: { limit: 200 }, now: world.now }
  const answer = await query(world.database, read, request, async () => coordinator, coordinator.userId)
  const { rows } = peopleContract.blocked.output.parse(answer)
  const without = people.filter(({ reason }) => reason !== 'has-work' && reason !== 'offer-waits')
  expect(without.length).toBeGreaterThan(0)
  for (const { workerId, name, reason, title } of without) {
    expect(rows.find((row) => row.id === workerId)).toMatchObject({ name, title, blockers: expect.arrayContaining([reason]) })
    expect(rows.find((row) => row.id === workerId)?.blockers[0]).toBe(reason)
  }
}

it('断ったか手放した仕事だけが残っていても、その仕事を受けられる人として示す', async () => {
  const offerId = await world.offer({
    workerId: known.able,
    packageId: known.packageId,
    state: 'declined',
  })
  const fairness = contract.fairness.output.parse(await ask('fairness', { days: 90 }))
  expect(fairness.people.find((person) => person.workerId === known.able)).toMatchObject({ reason: 'could-be-offered', title: 'Package' })
  await world.inside((db) => db.deleteFrom('orders.offer').where('id', '=', offerId).execute())
})

it('公開中の仕事がなければ、理由は②', async () => {
  await world.inside((db) => db.updateTable('orders.package').set({ state: 'preparing' }).execute())
  const fairness = contract.fairness.output.parse(await ask('fairness', { days: 90 }))
  expect(fairness.people.find((person) => person.workerId === known.able)?.reason).toBe('no-work-left')
  await listAgrees(fairness.people)
  await world.inside((db) => db.updateTable('orders.package').set({ state: 'ready' }).execute())
})

it('受けられる量は営業にも見え、過ぎた日は断る', async () => {
  const sales = await world.person('sales')
  const answer = contract['capacity-answer'].output.parse(
    await ask('capacity-answer', { minutes: 600, byOn: '2026-12-01', skills: [] }, { actor: sales }),
  )
  expect(answer.metMinutes).toBeGreaterThan(0)
  expect(answer.metMinutes + 300).toBeLessThanOrEqual(2 * 11 * 30)
  await expect(ask('capacity-answer', { minutes: 600, byOn: world.today }, { actor: sales })).rejects.toMatchObject({
    code: 'invalid-input',
  })
})

it('ほかの役割と、ほかの事業には見えない', async () => {
  const { planId, packageId, able } = known
  const worker = (await world.worker()).actor
  const sales = await world.person('sales')
  for (const actor of [worker, sales]) await expect(ask('plan', {}, { actor })).rejects.toMatchObject({ code: 'not-permitted' })
  const stranger = await createProgramme(world.database)
  const foreign = { actor: await stranger.person('director'), programmeId: stranger.programmeId }
  expect(await ask('plan', {}, foreign)).toEqual({ plan: null, openPackages: 0 })
  await expect(ask('plan', { planId }, foreign)).rejects.toMatchObject({ code: 'not-found' })
  await expect(ask('compare', { planId }, foreign)).rejects.toMatchObject({ code: 'not-found' })
  await expect(ask('learners', { planId, packageId, skill: 'entry' }, foreign)).rejects.toMatchObject({ code: 'not-found' })
  await expect(ask('plan-changes', { planId }, foreign)).rejects.toMatchObject({ code: 'not-found' })
  await expect(ask('plan-progress', { planId }, foreign)).rejects.toMatchObject({ code: 'not-found' })
  await expect(ask('why', { planId, packageId, workerId: able }, foreign)).rejects.toMatchObject({ code: 'not-found' })
})

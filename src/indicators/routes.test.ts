import { afterAll, beforeAll, expect, it } from 'vitest'
import { enteredOn } from '../../test/support/money.ts'
import { createWorld, type World } from '../../test/support/world.ts'
import type { Actor } from '../platform/access.ts'
import { Failure, newId } from '../platform/action.ts'
import { query } from '../platform/read.ts'
import { yen, zeroYen } from '../units/yen.ts'
import { payableEntry } from '../money/rules/posting.ts'
import { post } from '../money/store/journal.ts'
import { contract as people } from '../people/contract/index.ts'
import { reads as peopleReads } from '../people/routes.ts'
import { contract } from './contract.ts'
import { reads } from './routes.ts'

let world: World
/** The reader's own city with two people, one with six, two small ones with one and three. */
const cities: Record<string, string> = {}
const indicators: Record<string, string> = {}
const feeYen = 20_000

beforeAll(async () => {
  world = await createWorld()
  for (const [label, people] of Object.entries({ own: 2, large: 6, small: 1, little: 3 })) {
    const municipalityId = (cities[label] = await world.municipality({ name: `${label}-city` }))
    for (let n = 0; n < people; n++) {
      const { workerId } = await world.worker({ municipalityId })
      const entry = payableEntry({ subtotalYen: yen(feeYen), creditableTaxYen: zeroYen, notCreditableTaxYen: zeroYen })
      const given = {
        entry,
        entryOn: enteredOn('2026-06-01'),
        description: `pay of ${label} ${n}`,
        parties: { workerId, municipalityId },
      }
      // Two lines of pay a person: five lines are not five people.
      await world.inside((db) =>
        post(db, [
          { ...given, sourceId: newId() },
          { ...given, sourceId: newId() },
        ]),
      )
      await world.insert('money.worker_year', { fiscalYear: 2026, workerId, municipalityId, paidYen: 2 * feeYen })
    }
  }
  for (const source of ['earners', 'profit-thousand-yen'] as const) {
    indicators[source] = newId()
    await world.insert('indicators.indicator', {
      id: indicators[source],
      position: Object.keys(indicators).length,
      name: source,
      unit: '人',
      source,
      direction: 'up',
      mode: 'level',
      baselineFiscalYear: 2025,
      baselineValue: 0,
    } as never)
  }
})
afterAll(() => world.close())

async function ask<Name extends keyof typeof contract>(name: Name, actor: Actor, input: object) {
  const read = reads.find((each) => each.contract.name === name)
  if (!read) throw new Error(`no read ${name}`)
  return query(world.database, read, { programmeId: world.programmeId, input, now: world.now }, async () => actor, actor.userId)
}
const behind = async (actor: Actor, source: string, municipalityId: string | null = null) =>
  contract['rows-behind'].output.parse(
    await ask('rows-behind', actor, { indicatorId: indicators[source], fiscalYear: 2026, municipalityId, limit: 100 }),
  )
const told = ({ rows }: Awaited<ReturnType<typeof behind>>) => rows.map((row) => [row.label, row.amountYen ?? row.count])
const cityOf = (label: string) => cities[label] ?? ''

it.each(['officer', 'committee'] as const)('一つの市の%sには、ほかの市の支払の行が見えず、5人以上の合計だけが見える', async (role) => {
  const actor = await world.person(role, { kind: 'municipality', id: cityOf('own') })
  const region = await behind(actor, 'profit-thousand-yen')
  expect(region.areTotals).toBe(true)
  expect(told(region)).toEqual([
    ['own-city', -4 * feeYen],
    ['small-city・little-city・large-city', -20 * feeYen],
  ])
  const own = await behind(actor, 'profit-thousand-yen', cityOf('own'))
  expect(own.areTotals).toBe(false)
  expect(own.rows).toHaveLength(4)
  expect(told(await behind(actor, 'profit-thousand-yen', cityOf('large')))).toEqual([['large-city', -12 * feeYen]])
  // Six lines, three people.
  await expect(behind(actor, 'profit-thousand-yen', cityOf('little'))).rejects.toThrow(new Failure('not-found').message)
  expect(told(await behind(actor, 'earners'))).toEqual([
    ['own-city', 2],
    ['small-city・little-city・large-city', 10],
  ])
  await expect(behind(actor, 'earners', cityOf('small'))).rejects.toThrow(Failure)
  await expect(ask('table', actor, { fiscalYear: 2026, municipalityId: cityOf('small') })).rejects.toThrow(Failure)
})

it('行の合計は、その数字になる。広域なら広域の、市なら市の行で', async () => {
  const actor = await world.person('office')
  for (const city of [null, ...Object.values(cities)]) {
    const { rows, value } = await behind(actor, 'profit-thousand-yen', city)
    expect(rows.reduce((sum, row) => sum + (row.amountYen ?? 0), 0)).toBe((value ?? 0) * 1_000)
    const people = await behind(actor, 'earners', city)
    expect(people.rows.length).toBe(people.value)
  }
})

it('事務局には一行ずつ見える', async () => {
  const actor = await world.person('office')
  const { rows, areTotals } = await behind(actor, 'profit-thousand-yen')
  expect([rows.length, areTotals]).toEqual([24, false])
  expect((await behind(actor, 'earners')).rows).toHaveLength(12)
})

it('各市への分配でも、ほかの市の5人に満たない数字はまとめる', async () => {
  const actor = await world.person('officer', { kind: 'municipality', id: cityOf('own') })
  const { rows, total } = contract.distribution.output.parse(await ask('distribution', actor, { fiscalYear: 2026 }))
  expect(rows.filter((row) => row.worked > 0).map((row) => [row.name, row.worked])).toEqual([
    ['own-city', 2],
    ['small-city・little-city・large-city', 10],
  ])
  expect(total.worked).toBe(12)
  const office = contract.distribution.output.parse(await ask('distribution', await world.person('office'), { fiscalYear: 2026 }))
  expect(office.rows.filter((row) => row.worked > 0)).toHaveLength(4)
})

it('今年度働いた人・1万円以上の人・作業中の人が、市ごとに数えられる', async () => {
  const municipalityId = await world.municipality()
  const paid = async (paidYen: number) => {
    const { workerId } = await world.worker({ municipalityId })
    await world.insert('money.worker_year', { fiscalYear: 2026, workerId, municipalityId, paidYen })
    return workerId
  }
  await paid(9_999)
  await paid(0)
  const workerId = await paid(10_000)
  await world.assignment({ workerId })
  const coordinator = await world.person('coordinator', { kind: 'municipality', id: municipalityId })
  const read = peopleReads.find((each) => each.contract.name === 'counts')
  if (!read) throw new Error('no read')
  const request = { programmeId: world.programmeId, input: {}, now: world.now }
  const answer = await query(world.database, read, request, async () => coordinator, coordinator.userId)
  expect(people.counts.output.parse(answer).rows).toMatchObject([
    { municipalityId, everRegistered: 3, workedThisYear: 2, earnedThisYear: 1, workingNow: 1 },
  ])
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type World } from '../../../test/support/world.ts'
import { newId } from '../../platform/action.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { composeSheet } from './compose-sheet.ts'

const today = calendarDate('2026-11-20')

describe('評価シートの組み立て', () => {
  let world: World
  let city: string
  let other: string
  const compose = (id: string, year = 2025) => world.inside((db) => composeSheet(db, id, year, today))

  beforeAll(async () => {
    world = await createWorld()
    city = await world.municipality({
      name: 'Own',
      sheetSettings: JSON.stringify({ print: { decimals: 1, wholeRates: 'fixed', negative: '▲', none: '―', rate: '', local: '()' } }),
    })
    other = await world.municipality({ name: 'Other', isLead: true, department: 'Industry' })
    const indicatorId = newId()
    await world.insert('indicators.indicator', {
      id: indicatorId,
      position: 1,
      name: 'Earners',
      unit: '人',
      direction: 'up',
      mode: 'increment',
      source: 'earners',
      baselineFiscalYear: 2024,
      baselineValue: 4,
      localShare: true,
    })
    await world.insert('indicators.target', { indicatorId, fiscalYear: 2025, value: 2 })
    for (const [fiscalYear, municipalityId, paidYen] of [
      [2024, city, 9_999],
      [2025, city, 10_000],
      [2025, city, 9_999],
      [2025, other, 500_000],
    ] as const) {
      await world.insert('money.worker_year', { fiscalYear, workerId: newId(), municipalityId, paidYen })
    }
  })
  afterAll(() => world.close())

  it('counts who was paid 10,000 yen or more, for the region and for the own city, in that city’s own print', async () => {
    const sheet = await compose(city)
    expect(sheet?.kpi.rows[0]).toMatchObject({
      baseline: '4 (人)',
      finalTarget: '2',
      year: { target: '2', actual: '▲2 (1)', rate: '▲100.0%' },
    })
  })

  it('leaves costs of later years open and names the lead', async () => {
    const sheet = await compose(city)
    expect(sheet?.programme).toMatchObject({ leadName: 'Other', leadDepartment: 'Industry' })
    expect(sheet?.costs.map((cost) => [cost.fiscalYear, cost.costYen])).toEqual([2024, 2025, 2026, 2027, 2028].map((year) => [year, null]))
  })

  it('does not exist for a city of another programme', async () => {
    expect(await compose(newId())).toBeNull()
  })
})

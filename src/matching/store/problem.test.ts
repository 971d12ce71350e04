import { lotRange } from '../../orders/rules/gates.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarDate } from '../../units/calendar-date.ts'
import { readProblem } from '../rules/problem/reader.ts'

import { solve } from '../rules/solve.ts'
import { verify } from '../rules/verify/verify.ts'
import type { LiveState } from './live-state.ts'
import { plannedOffers } from './planned.ts'
import { buildProblem, horizonFrom } from './problem.ts'

const today = calendarDate('2026-11-20')
const nobody: LiveState = {
  workers: [],
  packages: [],
  sites: [],
  municipalities: [{ id: 'city', costYen: 100 }],
  promised: [],
  declined: [],
  rules: [],
  answers: { accepted: 0, all: 0 },
}
const worker = (id: string, minutes = 60, given: Partial<LiveState['workers'][number]> = {}): LiveState['workers'][number] => ({
  id,
  municipalityId: 'city',
  siteId: null,
  equipment: ['pc'],
  wantedMonthlyMinutes: 600,
  highestMonthlyMinutes: 0,
  skills: { entry: 2 },
  week: Array.from({ length: 7 }, () => minutes),
  exceptions: [],
  ...given,
})
const work = (id: string, given: Partial<LiveState['packages'][number]> = {}): LiveState['packages'][number] => ({
  id,
  units: 100,
  left: 100,
  unitMinutes: 6,
  releaseOn: '2026-11-01',
  dueOn: '2026-12-10',
  onSiteId: null,
  equipment: ['pc'],
  minUnits: 5,
  maxSharePercent: 40,
  indivisible: false,
  priority: 1,
  skills: { entry: 1 },
  ...given,
})

describe('計画の問題', () => {
  test('期間は明日からで、例外の日はその日の分数になる', () => {
    const problem = buildProblem(
      { ...nobody, workers: [worker('a', 60, { exceptions: [{ onDate: '2026-11-22', minutes: 0 }] })] },
      horizonFrom(today, 7),
    )
    expect(problem).toMatchObject({ from: '2026-11-21', days: 7 })
    expect(problem.workers[0]?.minutesByDay).toEqual([60, 0, 60, 60, 60, 60, 60])
    expect(problem.workers[0]?.wantedMinutes).toBe(140)
  })

  test('一人の上限は全体の割合で、残りが減っても変わらない', () => {
    for (const left of [100, 77, 41, 40, 13, 4]) {
      const pack = buildProblem({ ...nobody, packages: [work('p', { left })] }, horizonFrom(today)).packages[0]
      if (!pack) throw new Error('no package')
      expect(lotRange(pack, pack.maxShare).max).toBe(Math.min(40, left))
    }
  })

  test('納期を過ぎた仕事は入らない。負担の割合が市の割合になる', () => {
    const problem = buildProblem(
      {
        ...nobody,
        packages: [work('late', { dueOn: '2026-11-20' })],
        municipalities: [
          { id: 'a', costYen: 300 },
          { id: 'b', costYen: 100 },
        ],
      },
      horizonFrom(today),
    )
    expect(problem.packages).toEqual([])
    expect(problem.municipalities).toEqual([
      { id: 'a', fairShare: 0.75 },
      { id: 'b', fairShare: 0.25 },
    ])
  })

  test('指定した組は必ず案に入り、通らなくなった指定は黙って外れる', () => {
    const rules: LiveState['rules'] = [
      { workerId: 'a', packageId: 'p', rule: 'pinned', units: 30 },
      { workerId: 'b', packageId: 'p', rule: 'forbidden', units: null },
      { workerId: 'c', packageId: 'p', rule: 'pinned', units: 30 },
    ]
    const problem = buildProblem(
      { ...nobody, workers: [worker('a'), worker('b'), worker('c', 60, { skills: {} })], packages: [work('p')], rules },
      horizonFrom(today),
    )
    const offers = plannedOffers(problem, solve(problem))
    expect(offers).toMatchObject([{ workerId: 'a', packageId: 'p', units: 30, isPinned: true }])
  })

  test('どんな状態からも、形の正しい問題と、守るべきことを守る計画ができる', () => {
    const anyState = fc.record({
      workers: fc.array(
        fc.record({
          minutes: fc.nat(180),
          level: fc.integer({ min: 0, max: 3 }),
          wanted: fc.nat(3000),
          highest: fc.nat(3000),
          equipment: fc.boolean(),
          site: fc.boolean(),
        }),
        { maxLength: 6 },
      ),
      packages: fc.array(
        fc.record({
          units: fc.integer({ min: 1, max: 80 }),
          done: fc.nat(40),
          minutes: fc.integer({ min: 1, max: 40 }),
          due: fc.integer({ min: 1, max: 28 }),
          level: fc.integer({ min: 0, max: 3 }),
          share: fc.integer({ min: 1, max: 100 }),
          least: fc.integer({ min: 1, max: 20 }),
          whole: fc.boolean(),
          onSite: fc.boolean(),
        }),
        { maxLength: 5 },
      ),
      promised: fc.array(
        fc.record({
          worker: fc.nat(5),
          package: fc.nat(4),
          units: fc.integer({ min: 1, max: 50 }),
          due: fc.integer({ min: -9, max: 27 }),
          onSite: fc.boolean(),
        }),
        { maxLength: 5 },
      ),
      rules: fc.uniqueArray(fc.record({ worker: fc.nat(7), package: fc.nat(6), units: fc.option(fc.integer({ min: 1, max: 60 })) }), {
        maxLength: 5,
        selector: (rule) => `${rule.worker} ${rule.package}`,
      }),
      declined: fc.array(fc.record({ worker: fc.nat(7), package: fc.nat(6) }), { maxLength: 4 }),
      seats: fc.nat(2),
    })
    const on = (day: number) => new Date(Date.UTC(2026, 10, 20 + day)).toISOString().slice(0, 10)
    fc.assert(
      fc.property(anyState, (given) => {
        const state: LiveState = {
          ...nobody,
          sites: [{ id: 'site', seats: given.seats }],
          workers: given.workers.map((each, index) =>
            worker(`w${index}`, each.minutes, {
              skills: each.level ? { entry: each.level } : {},
              wantedMonthlyMinutes: each.wanted,
              highestMonthlyMinutes: each.highest,
              equipment: each.equipment ? ['pc'] : [],
              siteId: each.site ? 'site' : null,
            }),
          ),
          packages: given.packages.map((each, index) =>
            work(`p${index}`, {
              units: each.units,
              left: Math.max(1, each.units - each.done),
              unitMinutes: each.minutes,
              dueOn: on(each.due),
              skills: each.level ? { entry: each.level } : {},
              maxSharePercent: each.share,
              minUnits: each.least,
              indivisible: each.whole,
              onSiteId: each.onSite ? 'site' : null,
            }),
          ),
          promised: given.promised.map((each, index) => ({
            id: `assignment:${index}`,
            workerId: `w${each.worker}`,
            packageId: `p${each.package}`,
            units: each.units,
            givableUnits: each.units,
            unitMinutes: 6,
            dueOn: on(each.due),
            onSiteId: each.onSite ? 'site' : null,
          })),
          rules: given.rules.map((each) => ({
            workerId: `w${each.worker}`,
            packageId: `p${each.package}`,
            rule: each.units === null ? ('forbidden' as const) : ('pinned' as const),
            units: each.units,
          })),
          declined: given.declined.map((each) => ({ workerId: `w${each.worker}`, packageId: `p${each.package}` })),
        }
        const problem = buildProblem(state, horizonFrom(today))
        expect(readProblem(problem)).toMatchObject({ ok: true })
        expect(verify(problem, solve(problem))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})

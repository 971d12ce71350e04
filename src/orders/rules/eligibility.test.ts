import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lacksOf, lotLimits, type Candidate, type Requirements } from './eligibility.ts'

const able: Candidate = {
  isAvailable: true,
  levelBySkill: new Map([['entry', 2]]),
  equipment: ['pc', 'scanner'],
  siteId: 'north',
  freeMinutes: 60,
}
const work: Requirements = {
  skills: [{ skillId: 'entry', level: 2 }],
  equipment: ['pc'],
  onSiteId: 'north',
  unitMinutes: 6,
  leastUnits: 10,
}

test('すべて満たす人には足りないものがない', () => {
  expect(lacksOf(able, work)).toEqual([])
})

test('足りないものを、求める量と今の量とともに一つずつ言う', () => {
  const candidate: Candidate = { isAvailable: false, levelBySkill: new Map([['entry', 1]]), equipment: [], siteId: null, freeMinutes: 59 }
  expect(lacksOf(candidate, work)).toEqual([
    { kind: 'state', subject: '', need: 1, have: 0 },
    { kind: 'skill', subject: 'entry', need: 2, have: 1 },
    { kind: 'equipment', subject: 'pc', need: 1, have: 0 },
    { kind: 'site', subject: 'north', need: 1, have: 0 },
    { kind: 'minutes', subject: '', need: 60, have: 59 },
  ])
})

test('在宅の仕事は拠点を問わない', () => {
  expect(lacksOf({ ...able, siteId: null }, { ...work, onSiteId: null })).toEqual([])
})

test('一人分の量は、下限以上、割合以下、分けられないものは全量', () => {
  const units = fc.integer({ min: 1, max: 100_000 })
  fc.assert(
    fc.property(units, units, fc.integer({ min: 1, max: 100 }), fc.boolean(), (count, minUnits, maxSharePercent, indivisible) => {
      const { least, most } = lotLimits({ units: count, minUnits, maxSharePercent, indivisible })
      expect(least).toBeGreaterThanOrEqual(1)
      expect(most).toBeGreaterThanOrEqual(least)
      expect(most).toBeLessThanOrEqual(count)
      if (indivisible) expect(least).toBe(count)
    }),
  )
})

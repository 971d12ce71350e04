import { expect, test } from 'vitest'
import { lacksOf, type Candidate, type Requirements } from './eligibility.ts'

const able: Candidate = {
  isAvailable: true,
  skills: { entry: 2 },
  equipment: ['pc', 'scanner'],
  siteId: 'north',
  freeMinutes: 60,
}
const work: Requirements = {
  skills: { entry: 2 },
  equipment: ['pc'],
  onSiteId: 'north',
  unitMinutes: 6,
  leastUnits: 10,
}

test('すべて満たす人には足りないものがない', () => {
  expect(lacksOf(able, work)).toEqual([])
})

test('足りないものを、求める量と今の量とともに一つずつ言う', () => {
  const candidate: Candidate = { isAvailable: false, skills: { entry: 1 }, equipment: [], siteId: null, freeMinutes: 59 }
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

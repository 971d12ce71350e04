import { expect, test } from 'vitest'
import { chosenYear } from './chosen-year.ts'

/** Latest first: one to come, the current one, a settled one without and with targets, one from before the programme was kept here. */
const years = [
  { fiscalYear: 2027, provisional: true, recorded: false, hasTargets: true },
  { fiscalYear: 2026, provisional: true, recorded: true, hasTargets: false },
  { fiscalYear: 2025, provisional: false, recorded: true, hasTargets: false },
  { fiscalYear: 2024, provisional: false, recorded: true, hasTargets: true },
  { fiscalYear: 2023, provisional: false, recorded: false, hasTargets: true },
]

test.for([
  ['2026', 2026],
  ['2023', 2023],
  ['2027', 2027],
  ['2022', null],
  ['2026 ', null],
  ['soon', null],
  ['', 2024],
] as const)('年度「%s」を開くと %s', ([asked, shown]) => {
  expect(chosenYear(asked, years)).toBe(shown)
})

test('指定がなく、確定した年度もなければ、今の年度', () => {
  expect(chosenYear('', years.slice(0, 2))).toBe(2026)
  expect(chosenYear('', years.slice(0, 1))).toBe(2027)
  expect(chosenYear('', [])).toBeNull()
})

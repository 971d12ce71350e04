import { expect, test } from 'vitest'
import { daysOfRange } from './day-range.ts'

const all = [1, 2, 3, 4, 5, 6, 7]

test('期間のすべての日、決まった曜日、n週ごとの曜日を数える', () => {
  expect(daysOfRange({ firstOn: '2026-12-30', lastOn: '2027-01-02', weekdays: all, everyWeeks: 1 })).toEqual([
    '2026-12-30',
    '2026-12-31',
    '2027-01-01',
    '2027-01-02',
  ])
  expect(daysOfRange({ firstOn: '2026-12-01', lastOn: '2026-12-31', weekdays: [3], everyWeeks: 2 })).toEqual([
    '2026-12-02',
    '2026-12-16',
    '2026-12-30',
  ])
  // The first day is a Sunday: its week began on the Monday before.
  expect(daysOfRange({ firstOn: '2026-12-06', lastOn: '2026-12-20', weekdays: [1, 7], everyWeeks: 2 })).toEqual([
    '2026-12-06',
    '2026-12-14',
    '2026-12-20',
  ])
  expect(daysOfRange({ firstOn: '2026-12-02', lastOn: '2026-12-01', weekdays: all, everyWeeks: 1 })).toEqual([])
})

import { expect, test } from 'vitest'
import { restHoursAt, restsUntil } from './approval-rest.ts'

const at = (day: number, hour = 0) => new Date(Date.UTC(2026, 10, day, hour))
const set = (hours: number, day: number) => ({ hours, setAt: at(day).toISOString() })

test('three days, unless something else was set', () => {
  expect(restHoursAt([], at(20))).toBe(72)
  expect(restHoursAt([set(240, 1)], at(20))).toBe(240)
})

test('a longer time counts at once, a shorter one when the longer has passed', () => {
  expect(restHoursAt([set(96, 20)], at(20, 1))).toBe(96)
  expect(restHoursAt([set(24, 20)], at(20, 1))).toBe(72)
  expect(restHoursAt([set(24, 20)], at(22, 23))).toBe(72)
  expect(restHoursAt([set(24, 20)], at(23))).toBe(24)
  expect(restHoursAt([set(240, 10), set(24, 15)], at(24, 23))).toBe(240)
  expect(restHoursAt([set(240, 10), set(24, 15)], at(25))).toBe(24)
})

test('what is set later than now does not count yet', () => {
  expect(restHoursAt([set(24, 10), set(240, 21)], at(20))).toBe(24)
})

test('an account rests from its last change on, to the hour', () => {
  expect(restsUntil(null, 72, at(20))).toBeNull()
  expect(restsUntil(at(17).toISOString(), 72, at(19, 23))).toEqual(at(20))
  expect(restsUntil(at(17).toISOString(), 72, at(20))).toBeNull()
})

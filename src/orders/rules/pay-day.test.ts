import { expect, test } from 'vitest'
import { payRuleOf } from './pay-day.ts'

test('31日は月末', () => {
  expect(payRuleOf(25)).toEqual({ monthsLater: 1, day: 25 })
  expect(payRuleOf(31)).toEqual({ monthsLater: 1, day: 'end' })
})

import { expect, test } from 'vitest'
import { calendarDate } from '../../units/calendar-date.ts'
import { paperBy, whyNotProposed } from './terms-change.ts'

const today = calendarDate('2026-11-20')
const agreed = { unitPriceYen: 120, dueOn: '2026-12-10' }

test('報酬は下げられず、納期は早められない', () => {
  expect(whyNotProposed(agreed, { ...agreed, unitPriceYen: 119 }, today)).toBe('price-lowered')
  expect(whyNotProposed(agreed, { unitPriceYen: 200, dueOn: '2026-12-09' }, today)).toBe('due-earlier')
})

test('上げるか延ばすなら提案でき、同じ条件は提案にならない', () => {
  expect(whyNotProposed(agreed, { ...agreed, unitPriceYen: 130 }, today)).toBeNull()
  expect(whyNotProposed(agreed, { ...agreed, dueOn: '2026-12-20' }, today)).toBeNull()
  expect(whyNotProposed(agreed, agreed, today)).toBe('nothing-changed')
  expect(whyNotProposed({ ...agreed, dueOn: '2026-11-01' }, { unitPriceYen: 130, dueOn: '2026-11-19' }, today)).toBe('due-passed')
})

test('書面は請求から7日以内に渡す', () => {
  expect(paperBy(today)).toBe('2026-11-27')
})

import { expect, it } from 'vitest'
import { calendarDate } from '../../units/calendar-date.ts'
import { keptUntil } from './leaving.ts'

const on = calendarDate
it.each([
  ['活動している人は、匿名にならない', null, true, null, null],
  ['働いた人は、終えた日から3年', '2020-04-30', true, null, '2023-04-30'],
  ['登録に至らなかった人は、半年', '2020-08-31', false, null, '2021-02-28'],
  ['書類の期限がそれより先なら、その日まで', '2020-04-30', true, '2031-06-30', '2031-06-30'],
  ['書類の期限が先に過ぎても、3年は残る', '2025-04-30', true, '2026-06-30', '2028-04-30'],
])('%s', (_, leftOn, wasRegistered, papersUntil, expected) => {
  const person = { leftOn: leftOn === null ? null : on(leftOn), wasRegistered, papersUntil: papersUntil === null ? null : on(papersUntil) }
  expect(keptUntil(person)).toBe(expected)
})

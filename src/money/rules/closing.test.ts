import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, calendarDate, calendarDateOfDayNumber } from '../../units/calendar-date.ts'
import { type ReceivedDeliverable, closeDecision, deliverablesOfClose } from './closing.ts'

const closeOn = calendarDate('2026-11-30')
const asOf = calendarDate('2026-12-05')

const deliverable = (change: Partial<ReceivedDeliverable> = {}): ReceivedDeliverable => ({
  receivedOn: calendarDate('2026-11-10'),
  state: 'accepted',
  inspectionDueOn: calendarDate('2026-11-17'),
  closedOn: null,
  ...change,
})

const decisionOf = (change: Partial<ReceivedDeliverable>) => closeDecision(deliverable(change), closeOn, asOf)

test('締めは受領日で決まり、月末の受領はその月に入る', () => {
  expect(decisionOf({ receivedOn: calendarDate('2026-11-30') })).toBe('pay')
  expect(decisionOf({ receivedOn: calendarDate('2026-12-01') })).toBe('later')
})

test('前の月に残ったものも払う', () => {
  expect(decisionOf({ receivedOn: calendarDate('2026-09-30') })).toBe('pay')
})

test('検査の期日を過ぎて何も言わなければ、検収したものとして払う', () => {
  expect(decisionOf({ state: 'inspecting', inspectionDueOn: calendarDate('2026-12-04') })).toBe('pay-deemed')
  expect(decisionOf({ state: 'inspecting', inspectionDueOn: asOf })).toBe('wait')
})

test('返却したものと、支払済みのものは入らない', () => {
  expect(decisionOf({ state: 'returned' })).toBe('returned')
  expect(decisionOf({ closedOn: calendarDate('2026-10-31') })).toBe('closed')
})

test('性質: 続けて締めれば、どの納品もちょうど一度だけ払われる', () => {
  const received = fc.array(fc.integer({ min: 20758, max: 20848 }).map(calendarDateOfDayNumber), { maxLength: 20 })
  fc.assert(
    fc.property(received, (days) => {
      let open = days.map((receivedOn) => deliverable({ receivedOn, inspectionDueOn: addDays(receivedOn, 7) }))
      let paid = 0
      for (const close of ['2026-11-30', '2026-12-31', '2027-01-31', '2027-02-28'].map(calendarDate)) {
        const taken = new Set(deliverablesOfClose(open, close, addDays(close, 5)))
        paid += taken.size
        open = open.map((item) => (taken.has(item) ? { ...item, closedOn: close } : item))
      }
      expect(paid).toBe(days.length)
    }),
  )
})

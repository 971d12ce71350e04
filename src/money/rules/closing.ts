import type { CalendarDate } from '../../units/calendar-date.ts'

/**
 * A deliverable at the close. `inspecting`: received, not yet judged. `returned`: sent back for the worker's fault; its clock starts
 * again when it is submitted again, which is a new receipt.
 */
export type ReceivedDeliverable = {
  readonly receivedOn: CalendarDate
  readonly state: 'inspecting' | 'accepted' | 'returned'
  readonly inspectionDueOn: CalendarDate
  readonly closedOn: CalendarDate | null
}

/**
 * `pay`: accepted. `pay-deemed`: nobody judged it by the noticed day, so it counts as accepted. `wait`: the noticed day of
 * inspection is still to come. `later`: received after the close. `closed`: in an earlier statement. `returned`: not owed.
 */
export type CloseDecision = 'pay' | 'pay-deemed' | 'wait' | 'later' | 'closed' | 'returned'

/**
 * Decides by the day of receipt (受領) and never by that of acceptance (検収), because the 60 days of フリーランス法4条 run from
 * receipt. Work left over from earlier months is taken along. `asOf` is the day on which the close is made.
 */
export function closeDecision(deliverable: ReceivedDeliverable, closeOn: CalendarDate, asOf: CalendarDate): CloseDecision {
  if (deliverable.closedOn !== null) return 'closed'
  if (deliverable.receivedOn > closeOn) return 'later'
  switch (deliverable.state) {
    case 'returned':
      return 'returned'
    case 'accepted':
      return 'pay'
    case 'inspecting':
      return deliverable.inspectionDueOn < asOf ? 'pay-deemed' : 'wait'
  }
}

/** The deliverables that a close pays, in the order given. */
export function deliverablesOfClose<Deliverable extends ReceivedDeliverable>(
  deliverables: readonly Deliverable[],
  closeOn: CalendarDate,
  asOf: CalendarDate,
): readonly Deliverable[] {
  return deliverables.filter((deliverable) => closeDecision(deliverable, closeOn, asOf).startsWith('pay'))
}

import type { Grant } from '../../platform/access.ts'
import type { Db } from '../../platform/db/db.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'
import { blockersOf } from '../rules/blockers.ts'
import { consentPurposes } from '../rules/consents.ts'
import { minutesToEndOfMonth, weekMinutes } from '../rules/free-minutes.ts'
import { isWorkerState, nextStates, type WorkerState } from '../rules/states.ts'
import { visibleParts } from '../rules/visibility.ts'
import { readRecord, type Person } from './record.ts'

/** A state that the database's own check lets through is one of ours. */
function stateOf(text: string): WorkerState {
  if (!isWorkerState(text)) throw new Error(`unknown state ${text}`)
  return text
}

function oneOf<const Word extends string>(words: readonly Word[], text: string): Word {
  const word = words.find((each) => each === text)
  if (word === undefined) throw new Error(`unknown word ${text}`)
  return word
}

/** A person's record as this reader may see it. */
export async function viewRecord(db: Db, person: Person, grants: readonly Grant[], today: CalendarDate) {
  const parts = visibleParts(grants, { id: person.id, municipalityId: person.municipalityId })
  const record = await readRecord(db, person, parts, today)
  const { email, phone, postalAddress, ...shown } = person
  return {
    ...shown,
    nextStates: [...nextStates(person.state, person.registeredOn !== null)],
    week: record.week,
    days: record.days,
    minutesToEndOfMonth: minutesToEndOfMonth(record.week, record.days, today, person.highestMonthlyMinutes),
    skills: record.skills,
    blockers: blockersOf({ ...person, skillCount: record.skills.length, weekMinutes: weekMinutes(record.week) }),
    contact: parts.contact ? { email, phone, postalAddress } : null,
    payment: parts.payment ? { bankAccount: record.bankAccount, invoiceRegistrations: record.registrations } : null,
    interviews: record.interviews,
    changes: record.changes.map((row) => ({
      from: stateOf(row.fromState),
      to: stateOf(row.toState),
      changedOn: row.changedOn,
      changedByName: row.changedByName ?? '',
      // What was noted about a change belongs to those who look after the person.
      note: parts.interviews ? row.note : '',
    })),
    consents: record.consents.map((row) => ({ ...row, purpose: oneOf(consentPurposes, row.purpose) })),
  }
}

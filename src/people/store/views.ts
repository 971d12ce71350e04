import type { Grant } from '../../platform/access.ts'
import type { Db } from '../../platform/db/db.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'
import { blockersOf } from '../rules/blockers.ts'
import { consentPurposes } from '../rules/consents.ts'
import { minutesToEndOfMonth, weekMinutes } from '../rules/free-minutes.ts'
import { isEvidence } from '../rules/skills.ts'
import { isWorkerState, nextStates, type WorkerState } from '../rules/states.ts'
import { visibleParts } from '../rules/visibility.ts'
import { readRecord, type Person } from './record.ts'

/** A state that the database's own check lets through is one of ours. */
export function stateOf(text: string): WorkerState {
  if (!isWorkerState(text)) throw new Error(`unknown state ${text}`)
  return text
}

const accountTypes = ['ordinary', 'current', 'savings', 'other'] as const
const outcomes = ['suitable', 'later', 'declined'] as const
export function oneOf<const Word extends string>(words: readonly Word[], text: string): Word {
  const word = words.find((each) => each === text)
  if (word === undefined) throw new Error(`unknown word ${text}`)
  return word
}

/** A person's record as this reader may see it. */
export async function viewRecord(db: Db, person: Person, grants: readonly Grant[], today: CalendarDate) {
  const parts = visibleParts(grants, { id: person.id, municipalityId: person.municipalityId })
  const record = await readRecord(db, person, parts, today)
  const state = stateOf(person.state)
  const { bankAccount: account } = record
  return {
    id: person.id,
    number: person.number,
    state,
    nextStates: [...nextStates(state, person.registeredOn !== null)],
    kind: oneOf(['individual', 'corporation'], person.kind),
    name: person.name,
    kana: person.kana,
    displayName: person.displayName,
    prefecture: person.prefecture,
    municipalityId: person.municipalityId,
    municipalityName: person.municipalityName,
    siteId: person.siteId,
    siteName: person.siteName,
    appliedOn: person.appliedOn,
    registeredOn: person.registeredOn,
    leftOn: person.leftOn,
    isDemo: person.isDemo,
    wish: person.wish,
    wantedMonthlyYen: person.wantedMonthlyYen,
    wantedMonthlyMinutes: person.wantedMonthlyMinutes,
    highestMonthlyMinutes: person.highestMonthlyMinutes,
    equipment: person.equipment,
    lineSpeedMbps: person.lineSpeedMbps,
    week: record.week,
    days: record.days,
    minutesToEndOfMonth: minutesToEndOfMonth(record.week, record.days, today, person.highestMonthlyMinutes),
    skills: record.skills.flatMap((skill) =>
      isEvidence(skill.evidence)
        ? {
            skillId: skill.skillId,
            key: skill.key,
            nameJa: skill.nameJa,
            nameEn: skill.nameEn,
            level: skill.level,
            highestLevel: skill.highestLevel,
            evidence: skill.evidence,
            evidencedOn: skill.evidencedOn,
          }
        : [],
    ),
    usesEmployees: person.usesEmployees,
    usesEmployeesDeclaredOn: person.usesEmployeesDeclaredOn,
    blockers: blockersOf({
      state,
      skillCount: record.skills.length,
      weekMinutes: weekMinutes(record.week),
      equipment: person.equipment,
      declaredEmployeesOn: person.usesEmployeesDeclaredOn,
    }),
    contact: parts.contact ? { email: person.email, phone: person.phone, postalAddress: person.postalAddress } : null,
    payment: parts.payment
      ? {
          bankAccount: account
            ? {
                bankCode: account.bankCode,
                bankName: account.bankName,
                branchCode: account.branchCode,
                branchName: account.branchName,
                accountType: oneOf(accountTypes, account.accountType),
                accountNumber: account.accountNumber,
                holderKana: account.holderKana,
                recordedAt: account.recordedAt,
              }
            : null,
          invoiceRegistrations: record.registrations.map((row) => ({
            id: row.id,
            number: row.number,
            validFrom: row.validFrom,
            validTo: row.validTo,
          })),
        }
      : null,
    interviews:
      record.interviews?.map((row) => ({
        id: row.id,
        heldOn: row.heldOn,
        heldByName: row.name ?? '',
        note: row.note,
        outcome: oneOf(outcomes, row.outcome),
      })) ?? null,
    changes: record.changes.map((row) => ({
      from: stateOf(row.fromState),
      to: stateOf(row.toState),
      changedOn: row.changedOn,
      changedByName: row.name ?? '',
      // What was noted about a change belongs to those who look after the person.
      note: parts.interviews ? row.note : '',
    })),
    consents: record.consents.map((row) => ({
      purpose: oneOf(consentPurposes, row.purpose),
      textVersion: row.textVersion,
      givenAt: row.givenAt,
    })),
  }
}

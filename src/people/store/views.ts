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
  const parts = visibleParts(grants, { id: person.id, municipalityId: person.municipality_id })
  const record = await readRecord(db, person, parts, today)
  const state = stateOf(person.state)
  const { bankAccount: account } = record
  return {
    id: person.id,
    number: person.number,
    state,
    nextStates: [...nextStates(state, person.registered_on !== null)],
    kind: oneOf(['individual', 'corporation'], person.kind),
    name: person.name,
    kana: person.kana,
    displayName: person.display_name,
    prefecture: person.prefecture,
    municipalityId: person.municipality_id,
    municipalityName: person.municipality_name,
    siteId: person.site_id,
    siteName: person.site_name,
    appliedOn: person.applied_on,
    registeredOn: person.registered_on,
    leftOn: person.left_on,
    isDemo: person.is_demo,
    wish: person.wish,
    wantedMonthlyYen: person.wanted_monthly_yen,
    wantedMonthlyMinutes: person.wanted_monthly_minutes,
    highestMonthlyMinutes: person.highest_monthly_minutes,
    equipment: person.equipment,
    lineSpeedMbps: person.line_speed_mbps,
    week: record.week,
    days: record.days,
    minutesToEndOfMonth: minutesToEndOfMonth(record.week, record.days, today, person.highest_monthly_minutes),
    skills: record.skills.flatMap((skill) =>
      isEvidence(skill.evidence)
        ? {
            skillId: skill.skill_id,
            key: skill.key,
            nameJa: skill.name_ja,
            nameEn: skill.name_en,
            level: skill.level,
            highestLevel: skill.highest_level,
            evidence: skill.evidence,
            evidencedOn: skill.evidenced_on,
          }
        : [],
    ),
    usesEmployees: person.uses_employees,
    usesEmployeesDeclaredOn: person.uses_employees_declared_on,
    blockers: blockersOf({
      state,
      skillCount: record.skills.length,
      weekMinutes: weekMinutes(record.week),
      equipment: person.equipment,
      declaredEmployeesOn: person.uses_employees_declared_on,
    }),
    contact: parts.contact ? { email: person.email, phone: person.phone, postalAddress: person.postal_address } : null,
    payment: parts.payment
      ? {
          bankAccount: account
            ? {
                bankCode: account.bank_code,
                bankName: account.bank_name,
                branchCode: account.branch_code,
                branchName: account.branch_name,
                accountType: oneOf(accountTypes, account.account_type),
                accountNumber: account.account_number,
                holderKana: account.holder_kana,
                recordedAt: account.recorded_at,
              }
            : null,
          invoiceRegistrations: record.registrations.map((row) => ({
            id: row.id,
            number: row.number,
            validFrom: row.valid_from,
            validTo: row.valid_to,
          })),
        }
      : null,
    interviews:
      record.interviews?.map((row) => ({
        id: row.id,
        heldOn: row.held_on,
        heldByName: row.name ?? '',
        note: row.note,
        outcome: oneOf(outcomes, row.outcome),
      })) ?? null,
    changes: record.changes.map((row) => ({
      from: stateOf(row.from_state),
      to: stateOf(row.to_state),
      changedOn: row.changed_on,
      changedByName: row.name ?? '',
      // What was noted about a change belongs to those who look after the person.
      note: parts.interviews ? row.note : '',
    })),
    consents: record.consents.map((row) => ({
      purpose: oneOf(consentPurposes, row.purpose),
      textVersion: row.text_version,
      givenAt: row.given_at,
    })),
  }
}

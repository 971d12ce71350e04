import type { Action } from '../platform/action.ts'
import { answer, type Read } from '../platform/read.ts'
import { findAll } from '../platform/search.ts'
import { prefectureNameOf, prefecturesJa } from '../programme/rules/municipality-code.ts'
import { findProgramme, listMunicipalities } from '../programme/store/programme.ts'
import { daysBetween, calendarDate, endOfMonth } from '../units/calendar-date.ts'
import { addSkill } from './actions/add-skill.ts'
import { apply } from './actions/apply.ts'
import { assessSkill } from './actions/assess-skill.ts'
import { changeEquipment } from './actions/change-equipment.ts'
import { changeProfile } from './actions/change-profile.ts'
import { changeSkill } from './actions/change-skill.ts'
import { changeState } from './actions/change-state.ts'
import { changeWishes } from './actions/change-wishes.ts'
import { declareEmployees } from './actions/declare-employees.ts'
import { declareSkill } from './actions/declare-skill.ts'
import { endInvoiceRegistration } from './actions/end-invoice-registration.ts'
import { recordBankAccount } from './actions/record-bank-account.ts'
import { recordInterview } from './actions/record-interview.ts'
import { recordInvoiceNumber } from './actions/record-invoice-number.ts'
import { registerWorker } from './actions/register-worker.ts'
import { setFreeDay } from './actions/set-free-day.ts'
import { setFreeMinutes } from './actions/set-free-minutes.ts'
import { contract } from './contract/index.ts'
import { bankDirectory } from './rules/bank-directory.ts'
import { searchBanks, searchBranches } from './rules/bank-search.ts'
import { blockersOf } from './rules/blockers.ts'
import { consentTextVersion } from './rules/consents.ts'
import { countPeople, listBlocked, listWaiting, listWorkers } from './store/lists.ts'
import { findByUser, findWithinReach } from './store/record.ts'
import { findWorkers } from './store/search.ts'
import { listSkills } from './store/skills.ts'
import { oneOf, stateOf, viewRecord } from './store/views.ts'

export const actions: Action[] = [
  apply,
  changeProfile,
  changeWishes,
  setFreeMinutes,
  setFreeDay,
  changeEquipment,
  declareEmployees,
  recordBankAccount,
  recordInvoiceNumber,
  endInvoiceRegistration,
  declareSkill,
  assessSkill,
  addSkill,
  changeSkill,
  recordInterview,
  registerWorker,
  changeState,
]

const skillOf = (row: { id: string; key: string; nameJa: string; nameEn: string; highestLevel: number }) => ({
  id: row.id,
  key: row.key,
  nameJa: row.nameJa,
  nameEn: row.nameEn,
  highestLevel: row.highestLevel,
})

export const reads: Read[] = [
  answer(contract.search, (context, { text }) =>
    findAll(context, [{ kind: 'worker', like: contract.workers, find: (reach) => findWorkers(context.db, reach, text) }]),
  ),
  answer(contract['registration-form'], async ({ db, programmeId, today }) => {
    const programme = await findProgramme(db, programmeId)
    if (!programme) return null
    const municipalities = await listMunicipalities(db)
    return {
      programmeName: programme.name,
      outline: programme.outline,
      operatorName: programme.operatorName,
      operatorContact: programme.operatorContact,
      municipalities: municipalities
        .filter((row) => row.isMember && row.joinedOn <= today && (row.leftOn === null || row.leftOn >= today))
        .map((row) => ({ id: row.id, name: row.name, prefecture: row.code === null ? null : prefectureNameOf(row.code) })),
      prefectures: [...prefecturesJa],
      skills: (await listSkills(db)).map(skillOf),
      consentTextVersion,
    }
  }),
  answer(contract['my-record'], async ({ db, actor, today }) => {
    const person = actor.userId === null ? undefined : await findByUser(db, actor.userId)
    return person ? viewRecord(db, person, actor.grants, today) : null
  }),
  answer(contract.worker, async ({ db, reach, actor, today }, { workerId }) => {
    const person = await findWithinReach(db, reach, workerId)
    return person ? viewRecord(db, person, actor.grants, today) : null
  }),
  answer(contract.workers, async ({ db, reach }, filters) => {
    const { rows, total, skills } = await listWorkers(db, reach, filters)
    return {
      total,
      rows: rows.map((row) => ({
        id: row.id,
        number: row.number,
        name: row.name,
        kana: row.kana,
        state: stateOf(row.state),
        municipalityId: row.municipalityId,
        municipalityName: row.municipalityName,
        skills: (skills.get(row.id) ?? []).map((skill) => ({
          key: skill.key,
          nameJa: skill.nameJa,
          nameEn: skill.nameEn,
          level: skill.level,
        })),
        weekMinutes: row.weekMinutes,
        appliedOn: row.appliedOn,
        registeredOn: row.registeredOn,
        isDemo: row.isDemo,
      })),
    }
  }),
  answer(contract.counts, async ({ db, reach, today }) => ({
    rows: (await countPeople(db, reach, today, endOfMonth(today))).map((row) => ({
      municipalityId: row.municipalityId,
      municipalityName: row.municipalityName,
      everRegistered: row.everRegistered,
      registeredNow: row.registeredNow,
      offeringThisMonth: row.offering,
      applicants: row.applicants,
      paused: row.paused,
    })),
  })),
  answer(contract.waiting, async ({ db, reach, today }) => ({
    rows: (await listWaiting(db, reach)).map((row) => ({
      id: row.id,
      number: row.number,
      name: row.name,
      municipalityName: row.municipalityName,
      appliedOn: row.appliedOn,
      waitingDays: daysBetween(calendarDate(row.appliedOn), today),
      wish: row.wish,
      lastOutcome: row.lastOutcome === null ? null : oneOf(['suitable', 'later', 'declined'], row.lastOutcome),
    })),
  })),
  answer(contract.blocked, async ({ db, reach }) => {
    const { rows, total } = await listBlocked(db, reach)
    return {
      total,
      rows: rows.map((row) => ({
        id: row.id,
        name: row.name,
        municipalityName: row.municipalityName,
        state: stateOf(row.state),
        registeredOn: row.registeredOn ?? '',
        wantedMonthlyYen: row.wantedMonthlyYen,
        blockers: blockersOf({
          state: stateOf(row.state),
          skillCount: row.skillCount,
          weekMinutes: row.weekMinutes,
          equipment: row.equipment,
          declaredEmployeesOn: row.usesEmployeesDeclaredOn,
        }),
      })),
    }
  }),
  answer(contract.skills, async ({ db }) => ({
    rows: (await listSkills(db)).map((row) => ({ ...skillOf(row), workerCount: row.workerCount ?? 0 })),
  })),
  answer(contract.banks, async (_, { search }) => ({ rows: searchBanks(search) })),
  answer(contract.branches, async (_, { bankCode, search }) => {
    const bankName = bankDirectory.bankName(bankCode)
    return bankName === null ? null : { bankName, rows: searchBranches(bankCode, search) }
  }),
]

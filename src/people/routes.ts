import type { Action } from '../platform/action.ts'
import { answer, type Read } from '../platform/read.ts'
import { findAll } from '../platform/search.ts'
import { prefectureNameOf, prefecturesJa } from '../programme/rules/municipality-code.ts'
import { findProgramme, listMunicipalities } from '../programme/store/programme.ts'
import { daysBetween, calendarDate, endOfMonth } from '../units/calendar-date.ts'
import { addSkill } from './actions/add-skill.ts'
import { anonymisePerson } from './actions/anonymise-person.ts'
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
import { giveConsent } from './actions/give-consent.ts'
import { recordBankAccount } from './actions/record-bank-account.ts'
import { recordInterview } from './actions/record-interview.ts'
import { recordInvoiceNumber } from './actions/record-invoice-number.ts'
import { registerWorker } from './actions/register-worker.ts'
import { setFreeDays } from './actions/set-free-days.ts'
import { setFreeDay } from './actions/set-free-day.ts'
import { setFreeMinutes } from './actions/set-free-minutes.ts'
import { withdraw } from './actions/withdraw-consent.ts'
import { contract } from './contract/index.ts'
import { bankDirectory } from './rules/bank-directory.ts'
import { searchBanks, searchBranches } from './rules/bank-search.ts'
import { consentTextVersion } from './rules/consents.ts'
import { listBlocked } from './store/blocked.ts'
import { countPeople, listWaiting, listWorkers } from './store/lists.ts'
import { findByUser, findWithinReach } from './store/record.ts'
import { papersKept } from '../platform/erasing/papers.ts'
import { listLeavers } from './store/leaving.ts'
import { findWorkers } from './store/search.ts'
import { listSkills } from './store/skills.ts'
import { viewRecord } from './store/views.ts'
import { readWorkCounts } from './store/work-view.ts'

export { names } from './store/names.ts'
export { ownData } from './store/own-data.ts'

export const actions: Action[] = [
  apply,
  changeProfile,
  changeWishes,
  setFreeMinutes,
  setFreeDay,
  setFreeDays,
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
  giveConsent,
  withdraw,
  anonymisePerson,
]

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
      skills: await listSkills(db),
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
  answer(contract.leavers, ({ db }, question) => listLeavers(db, question)),
  answer(contract['papers-kept'], async ({ db, reach }, { workerId }) => {
    const person = await findWithinReach(db, reach, workerId)
    return person ? papersKept(db, workerId) : null
  }),
  answer(contract.workers, async ({ db, reach }, filters) => {
    const { rows, total, skills } = await listWorkers(db, reach, filters)
    return {
      total,
      rows: rows.map((row) => ({ ...row, skills: skills.get(row.id) ?? [] })),
    }
  }),
  answer(contract.counts, async ({ db, reach, today }) => {
    const work = new Map((await readWorkCounts(db, today)).map((row) => [row.municipalityId, row]))
    const none = { workedThisYear: 0, earnedThisYear: 0, workingNow: 0 }
    const rows = await countPeople(db, reach, today, endOfMonth(today))
    return { rows: rows.map((row) => ({ ...row, ...(work.get(row.municipalityId) ?? none) })) }
  }),
  answer(contract.waiting, async ({ db, reach, today }) => ({
    rows: (await listWaiting(db, reach)).map((row) => ({ ...row, waitingDays: daysBetween(calendarDate(row.appliedOn), today) })),
  })),
  answer(contract.blocked, ({ db, reach, today }, question) => listBlocked(db, reach, today, question)),
  answer(contract.skills, async ({ db }) => ({
    rows: (await listSkills(db)).map((row) => ({ ...row, workerCount: row.workerCount ?? 0 })),
  })),
  answer(contract.banks, async (_, { search }) => ({ rows: searchBanks(search) })),
  answer(contract.branches, async (_, { bankCode, search }) => {
    const bankName = bankDirectory.bankName(bankCode)
    return bankName === null ? null : { bankName, rows: searchBranches(bankCode, search) }
  }),
]

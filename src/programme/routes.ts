import type { Action } from '../platform/action.ts'
import { verifyAudit } from '../platform/audit.ts'
import { answer, type Read } from '../platform/read.ts'
import { findAll } from '../platform/search.ts'
import { acceptInvitation } from './actions/accept-invitation.ts'
import { addMunicipality } from './actions/add-municipality.ts'
import { addSite } from './actions/add-site.ts'
import { changeMunicipality } from './actions/change-municipality.ts'
import { changeOperator } from './actions/change-operator.ts'
import { changeProgramme } from './actions/change-programme.ts'
import { changeSite } from './actions/change-site.ts'
import { createProgramme } from './actions/create-programme.ts'
import { endRole } from './actions/end-role.ts'
import { grantRole } from './actions/grant-role.ts'
import { invite } from './actions/invite.ts'
import { makeResetLink } from './actions/make-reset-link.ts'
import { raiseLimits } from './actions/raise-limits.ts'
import { recordMinimumWage } from './actions/record-minimum-wage.ts'
import { requireSecondFactor } from './actions/require-second-factor.ts'
import { setApprovalRest } from './actions/set-approval-rest.ts'
import { setYearCost } from './actions/set-year-cost.ts'
import { withdrawInvitation } from './actions/withdraw-invitation.ts'
import { contract } from './contract/index.ts'
import { invitationState } from './rules/memberships.ts'
import { isRole, isScopeKind } from './rules/roles.ts'
import { operatorAccountSchema } from './rules/operator-account.ts'
import { setUpItems } from './rules/set-up.ts'
import { listRaisedLimits } from '../platform/auth/raised-limits.ts'
import { readRest } from './store/access-changes.ts'
import { listAudit } from './store/audit.ts'
import { findInvitation, listInvitations } from './store/invitations.ts'
import { listMemberships } from './store/memberships.ts'
import { findMembers } from './store/search.ts'
import {
  findProgramme,
  listMinimumWages,
  listMunicipalities,
  listSites,
  listYearCosts,
  readEntrance,
  readProgramme,
  readSetUpFacts,
} from './store/programme.ts'
import './store/personal-columns.ts'

export { names } from './store/names.ts'
export { ownData } from './store/own-data.ts'

export const actions: Action[] = [
  createProgramme,
  changeProgramme,
  changeOperator,
  requireSecondFactor,
  setApprovalRest,
  addMunicipality,
  changeMunicipality,
  addSite,
  changeSite,
  setYearCost,
  recordMinimumWage,
  invite,
  withdrawInvitation,
  acceptInvitation,
  grantRole,
  endRole,
  makeResetLink,
  raiseLimits,
]

export const reads: Read[] = [
  answer(contract['approval-rest'], ({ db, now }) => readRest(db, now)),
  answer(contract.entrance, ({ db, programmeId }) => readEntrance(db, programmeId)),
  answer(contract.programme, ({ db, programmeId }) => readProgramme(db, programmeId)),
  answer(contract['operator-account'], async ({ db, programmeId }) => {
    const row = await findProgramme(db, programmeId)
    return row ? { bankAccount: operatorAccountSchema.safeParse(row.bankAccount).data ?? null } : null
  }),
  answer(contract.municipalities, async ({ db }) => ({ rows: await listMunicipalities(db) })),
  answer(contract.sites, async ({ db }) => ({ rows: await listSites(db) })),
  answer(contract.years, async ({ db, programmeId }) => {
    const programme = await findProgramme(db, programmeId)
    if (!programme) return null
    const { years, shares } = await listYearCosts(db)
    const inProgramme = Array.from(
      { length: programme.lastFiscalYear - programme.firstFiscalYear + 1 },
      (_, index) => programme.firstFiscalYear + index,
    )
    const all = [...new Set([...inProgramme, ...years.map((year) => year.fiscalYear)])].sort((left, right) => left - right)
    return {
      rows: all.map((fiscalYear) => {
        const year = years.find((each) => each.fiscalYear === fiscalYear)
        return {
          fiscalYear,
          costYen: year?.costYen ?? null,
          position: year?.position ?? '',
          content: year?.content ?? '',
          shares: shares.filter((share) => share.fiscalYear === fiscalYear),
        }
      }),
    }
  }),
  answer(contract['minimum-wages'], async ({ db }) => ({ rows: await listMinimumWages(db) })),
  answer(contract['set-up'], async ({ db, programmeId, now }) => ({ items: setUpItems(await readSetUpFacts(db, programmeId, now)) })),
  answer(contract.search, (context, { text }) =>
    findAll(context, [{ kind: 'account', like: contract.memberships, find: () => findMembers(context.db, context.programmeId, text) }]),
  ),
  answer(contract.memberships, async ({ db, programmeId }, input) => {
    const { rows, next, total } = await listMemberships(db, programmeId, input)
    return {
      total,
      next,
      rows: rows.flatMap((row) => {
        if (!isRole(row.role) || !isScopeKind(row.scopeKind)) return []
        return {
          ...row,
          role: row.role,
          scopeKind: row.scopeKind,
          secondFactor: row.twoFactorEnabled === true,
          scopeName: row.scopeName ?? '',
          grantedByName: row.grantedByName ?? '',
        }
      }),
    }
  }),
  answer(contract.invitations, async ({ db, now }, input) => {
    const { rows, next } = await listInvitations(db, input)
    return {
      next,
      rows: rows.flatMap((row) => {
        if (!isRole(row.role) || !isScopeKind(row.scopeKind)) return []
        return { ...row, role: row.role, scopeKind: row.scopeKind, scopeName: row.scopeName ?? '', state: invitationState(row, now) }
      }),
    }
  }),
  answer(contract['raised-limits'], async ({ db }) => ({ rows: await listRaisedLimits(db) })),
  answer(contract.invitation, async ({ db, now }, { token }) => {
    const row = await findInvitation(db, token)
    if (!row || !isRole(row.role)) return null
    return { ...row, role: row.role, scopeName: row.scopeName ?? '', state: invitationState(row, now) }
  }),
  answer(contract['audit-log'], ({ db }, input) => listAudit(db, input)),
  answer(contract['audit-check'], async ({ db }) => {
    const { rowCount, broken } = await verifyAudit(db)
    return { rowCount, broken: broken.slice(0, 1_000) }
  }),
]

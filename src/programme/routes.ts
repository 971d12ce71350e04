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
import { recordMinimumWage } from './actions/record-minimum-wage.ts'
import { requireSecondFactor } from './actions/require-second-factor.ts'
import { setYearCost } from './actions/set-year-cost.ts'
import { withdrawInvitation } from './actions/withdraw-invitation.ts'
import { contract } from './contract/index.ts'
import { invitationState } from './rules/memberships.ts'
import { isRole, isScopeKind } from './rules/roles.ts'
import { operatorAccountSchema } from './rules/operator-account.ts'
import { setUpItems } from './rules/set-up.ts'
import { listAudit } from './store/audit.ts'
import { findInvitation, listInvitations } from './store/invitations.ts'
import { listMemberships } from './store/memberships.ts'
import { findMembers } from './store/search.ts'
import { findProgramme, listMinimumWages, listMunicipalities, listSites, listYearCosts, readSetUpFacts } from './store/programme.ts'

export const actions: Action[] = [
  createProgramme,
  changeProgramme,
  changeOperator,
  requireSecondFactor,
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
]

const stateOf = (row: { acceptedAt: string | null; withdrawnAt: string | null; expiresAt: string }, now: Date) =>
  invitationState({ acceptedAt: row.acceptedAt, withdrawnAt: row.withdrawnAt, expiresAt: row.expiresAt }, now)

export const reads: Read[] = [
  answer(contract.entrance, async ({ db, programmeId }) => {
    const row = await findProgramme(db, programmeId)
    if (!row) return null
    return {
      id: programmeId,
      name: row.name,
      outline: row.outline,
      operatorName: row.operatorName,
      operatorContact: row.operatorContact,
      isDemo: row.isDemo,
    }
  }),
  answer(contract.programme, async ({ db, programmeId }) => {
    const row = await findProgramme(db, programmeId)
    if (!row) return null
    return {
      id: programmeId,
      name: row.name,
      outline: row.outline,
      firstFiscalYear: row.firstFiscalYear,
      lastFiscalYear: row.lastFiscalYear,
      grantName: row.grantName,
      grantNumerator: row.grantNumerator,
      grantDenominator: row.grantDenominator,
      operatorName: row.operatorName,
      operatorKana: row.operatorKana,
      operatorAddress: row.operatorAddress,
      operatorContact: row.operatorContact,
      operatorRepresentative: row.operatorRepresentative,
      operatorInvoiceNumber: row.operatorInvoiceNumber,
      payDay: row.payDay,
      secondFactorRequired: row.secondFactorRequired,
      isDemo: row.isDemo,
    }
  }),
  answer(contract['operator-account'], async ({ db, programmeId }) => {
    const row = await findProgramme(db, programmeId)
    return row ? { bankAccount: operatorAccountSchema.safeParse(row.bankAccount).data ?? null } : null
  }),
  answer(contract.municipalities, async ({ db }) => ({
    rows: (await listMunicipalities(db)).map((row) => ({
      id: row.id,
      code: row.code,
      name: row.name,
      nameEn: row.nameEn,
      department: row.department,
      isLead: row.isLead,
      isMember: row.isMember,
      joinedOn: row.joinedOn,
      leftOn: row.leftOn,
      adoptedOn: row.adoptedOn,
    })),
  })),
  answer(contract.sites, async ({ db }) => ({
    rows: (await listSites(db)).map((row) => ({
      id: row.id,
      municipalityId: row.municipalityId,
      municipalityName: row.municipalityName,
      name: row.name,
      prefecture: row.prefecture,
      address: row.address,
      seats: row.seats,
      securityClass: row.securityClass,
      openedOn: row.openedOn,
      closedOn: row.closedOn,
    })),
  })),
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
        const ofYear = shares.filter((share) => share.fiscalYear === fiscalYear)
        return {
          fiscalYear,
          costYen: year?.costYen ?? null,
          position: year?.position ?? '',
          content: year?.content ?? '',
          shares: ofYear.map((share) => ({
            municipalityId: share.municipalityId,
            municipalityName: share.name,
            costYen: share.costYen,
            eligibleYen: share.eligibleYen,
            grantYen: share.grantYen,
          })),
        }
      }),
    }
  }),
  answer(contract['minimum-wages'], async ({ db }) => ({
    rows: (await listMinimumWages(db)).map((row) => ({ prefecture: row.prefecture, validFrom: row.validFrom, hourlyYen: row.hourlyYen })),
  })),
  answer(contract['set-up'], async ({ db, programmeId }) => ({ items: setUpItems(await readSetUpFacts(db, programmeId)) })),
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
          id: row.id,
          userId: row.userId,
          name: row.name,
          email: row.email,
          secondFactor: row.twoFactorEnabled === true,
          role: row.role,
          scopeKind: row.scopeKind,
          scopeId: row.scopeId,
          scopeName: row.scopeName ?? '',
          grantedAt: row.grantedAt,
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
        return {
          id: row.id,
          email: row.email,
          role: row.role,
          scopeKind: row.scopeKind,
          scopeName: row.scopeName ?? '',
          state: stateOf(row, now),
          createdAt: row.createdAt,
          expiresAt: row.expiresAt,
        }
      }),
    }
  }),
  answer(contract.invitation, async ({ db, now }, { token }) => {
    const row = await findInvitation(db, token)
    if (!row || !isRole(row.role)) return null
    return {
      programmeName: row.programmeName,
      operatorName: row.operatorName,
      email: row.email,
      role: row.role,
      scopeName: row.scopeName ?? '',
      state: stateOf(row, now),
      expiresAt: row.expiresAt,
    }
  }),
  answer(contract['audit-log'], async ({ db }, input) => {
    const { rows, next } = await listAudit(db, input)
    return {
      next,
      rows: rows.map((row) => ({
        key: `${row.lane}-${row.seq}`,
        at: row.at,
        userId: row.userId,
        userName: row.name ?? '',
        action: row.action,
        subject: row.subject,
      })),
    }
  }),
  answer(contract['audit-check'], async ({ db }) => {
    const { rowCount, broken } = await verifyAudit(db)
    return { rowCount, broken: broken.slice(0, 1_000) }
  }),
]

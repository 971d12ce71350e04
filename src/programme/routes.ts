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
import { operatorAccountSchema } from './rules/operator-account.ts'
import { setUpItems } from './rules/set-up.ts'
import { listAudit } from './store/audit.ts'
import { findInvitation, listInvitations } from './store/invitations.ts'
import { isRole, isScopeKind, listMemberships } from './store/memberships.ts'
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

const stateOf = (row: { accepted_at: string | null; withdrawn_at: string | null; expires_at: string }, now: Date) =>
  invitationState({ acceptedAt: row.accepted_at, withdrawnAt: row.withdrawn_at, expiresAt: row.expires_at }, now)

export const reads: Read[] = [
  answer(contract.entrance, async ({ db, programmeId }) => {
    const row = await findProgramme(db, programmeId)
    if (!row) return null
    return {
      id: programmeId,
      name: row.name,
      outline: row.outline,
      operatorName: row.operator_name,
      operatorContact: row.operator_contact,
      isDemo: row.is_demo,
    }
  }),
  answer(contract.programme, async ({ db, programmeId }) => {
    const row = await findProgramme(db, programmeId)
    if (!row) return null
    return {
      id: programmeId,
      name: row.name,
      outline: row.outline,
      firstFiscalYear: row.first_fiscal_year,
      lastFiscalYear: row.last_fiscal_year,
      grantName: row.grant_name,
      grantNumerator: row.grant_numerator,
      grantDenominator: row.grant_denominator,
      operatorName: row.operator_name,
      operatorKana: row.operator_kana,
      operatorAddress: row.operator_address,
      operatorContact: row.operator_contact,
      operatorRepresentative: row.operator_representative,
      operatorInvoiceNumber: row.operator_invoice_number,
      payDay: row.pay_day,
      secondFactorRequired: row.second_factor_required,
      isDemo: row.is_demo,
    }
  }),
  answer(contract['operator-account'], async ({ db, programmeId }) => {
    const row = await findProgramme(db, programmeId)
    return row ? { bankAccount: operatorAccountSchema.safeParse(row.bank_account).data ?? null } : null
  }),
  answer(contract.municipalities, async ({ db }) => ({
    rows: (await listMunicipalities(db)).map((row) => ({
      id: row.id,
      code: row.code,
      name: row.name,
      nameEn: row.name_en,
      department: row.department,
      isLead: row.is_lead,
      isMember: row.is_member,
      joinedOn: row.joined_on,
      leftOn: row.left_on,
      adoptedOn: row.adopted_on,
    })),
  })),
  answer(contract.sites, async ({ db }) => ({
    rows: (await listSites(db)).map((row) => ({
      id: row.id,
      municipalityId: row.municipality_id,
      municipalityName: row.municipality_name,
      name: row.name,
      prefecture: row.prefecture,
      address: row.address,
      seats: row.seats,
      securityClass: row.security_class,
      openedOn: row.opened_on,
      closedOn: row.closed_on,
    })),
  })),
  answer(contract.years, async ({ db, programmeId }) => {
    const programme = await findProgramme(db, programmeId)
    if (!programme) return null
    const { years, shares } = await listYearCosts(db)
    const inProgramme = Array.from(
      { length: programme.last_fiscal_year - programme.first_fiscal_year + 1 },
      (_, index) => programme.first_fiscal_year + index,
    )
    const all = [...new Set([...inProgramme, ...years.map((year) => year.fiscal_year)])].sort((left, right) => left - right)
    return {
      rows: all.map((fiscalYear) => {
        const year = years.find((each) => each.fiscal_year === fiscalYear)
        const ofYear = shares.filter((share) => share.fiscal_year === fiscalYear)
        return {
          fiscalYear,
          costYen: year?.cost_yen ?? null,
          position: year?.position ?? '',
          content: year?.content ?? '',
          shares: ofYear.map((share) => ({
            municipalityId: share.municipality_id,
            municipalityName: share.name,
            costYen: share.cost_yen,
            eligibleYen: share.eligible_yen,
            grantYen: share.grant_yen,
          })),
        }
      }),
    }
  }),
  answer(contract['minimum-wages'], async ({ db }) => ({
    rows: (await listMinimumWages(db)).map((row) => ({ prefecture: row.prefecture, validFrom: row.valid_from, hourlyYen: row.hourly_yen })),
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
        if (!isRole(row.role) || !isScopeKind(row.scope_kind)) return []
        return {
          id: row.id,
          userId: row.user_id,
          name: row.name,
          email: row.email,
          secondFactor: row.two_factor_enabled === true,
          role: row.role,
          scopeKind: row.scope_kind,
          scopeId: row.scope_id,
          scopeName: row.scope_name ?? '',
          grantedAt: row.granted_at,
          grantedByName: row.granted_by_name ?? '',
        }
      }),
    }
  }),
  answer(contract.invitations, async ({ db, now }, input) => {
    const { rows, next } = await listInvitations(db, input)
    return {
      next,
      rows: rows.flatMap((row) => {
        if (!isRole(row.role) || !isScopeKind(row.scope_kind)) return []
        return {
          id: row.id,
          email: row.email,
          role: row.role,
          scopeKind: row.scope_kind,
          scopeName: row.scope_name ?? '',
          state: stateOf(row, now),
          createdAt: row.created_at,
          expiresAt: row.expires_at,
        }
      }),
    }
  }),
  answer(contract.invitation, async ({ db, now }, { token }) => {
    const row = await findInvitation(db, token)
    if (!row || !isRole(row.role)) return null
    return {
      programmeName: row.programme_name,
      operatorName: row.operator_name,
      email: row.email,
      role: row.role,
      scopeName: row.scope_name ?? '',
      state: stateOf(row, now),
      expiresAt: row.expires_at,
    }
  }),
  answer(contract['audit-log'], async ({ db }, input) => {
    const { rows, next } = await listAudit(db, input)
    return {
      next,
      rows: rows.map((row) => ({
        key: `${row.lane}-${row.seq}`,
        at: row.at,
        userId: row.user_id,
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

import { sql, type Insertable, type Updateable } from 'kysely'
import { newId, type ActionContext } from '../../platform/action.ts'
import type { Db } from '../../platform/db/db.ts'
import { sameTenant } from '../../platform/db/listing.ts'
import type { DB } from '../../platform/db/schema.generated.ts'
import type { Share } from '../rules/cost-shares.ts'
import type { SetUpFacts } from '../rules/set-up.ts'

/** The programme of the transaction; a person's other programmes are visible to them too, so the tenant is named. */
const ofTenant = (db: Db, programmeId: string) => db.selectFrom('programme.programme').where('programmeId', '=', programmeId)

export const findProgramme = (db: Db, programmeId: string) => ofTenant(db, programmeId).selectAll().executeTakeFirst()

const entranceColumns = ['programmeId as id', 'name', 'outline', 'operatorName', 'operatorContact', 'isDemo'] as const

/** What a visitor may see. */
export const readEntrance = async (db: Db, programmeId: string) =>
  (await ofTenant(db, programmeId).select(entranceColumns).executeTakeFirst()) ?? null

/** What everybody with a role may see: all but the account. */
export const readProgramme = async (db: Db, programmeId: string) =>
  (await ofTenant(db, programmeId)
    .select(entranceColumns)
    .select([
      'firstFiscalYear',
      'lastFiscalYear',
      'grantName',
      'grantNumerator',
      'grantDenominator',
      'payDay',
      'transferLeadDays',
      'reopeningDays',
      'secondFactorRequired',
    ])
    .select(['operatorKana', 'operatorAddress', 'operatorRepresentative', 'operatorInvoiceNumber'])
    .executeTakeFirst()) ?? null

export const lockProgramme = (db: Db, programmeId: string) => ofTenant(db, programmeId).selectAll().forUpdate().executeTakeFirst()

export async function insertProgramme(
  context: ActionContext,
  row: Omit<Insertable<DB['programme.programme']>, 'programmeId'>,
): Promise<void> {
  await context.db
    .insertInto('programme.programme')
    .values({ ...row, programmeId: context.programmeId })
    .execute()
}

export async function updateProgramme(context: ActionContext, row: Updateable<DB['programme.programme']>): Promise<void> {
  await context.db.updateTable('programme.programme').set(row).where('programmeId', '=', context.programmeId).execute()
}

export const listMunicipalities = (db: Db) =>
  db
    .selectFrom('programme.municipality')
    .select(['id', 'code', 'name', 'nameEn', 'department', 'isLead', 'isMember', 'joinedOn', 'leftOn', 'adoptedOn'])
    .orderBy('isLead', 'desc')
    .orderBy('joinedOn')
    .orderBy('name')
    .limit(1_000)
    .execute()

export const lockMunicipality = (db: Db, id: string) =>
  db.selectFrom('programme.municipality').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

type MunicipalityRow = Omit<Insertable<DB['programme.municipality']>, 'programmeId' | 'id'>
type Clash = 'municipality-known' | 'lead-known'

/** Another municipality with the same code or name, or another lead; the unique indexes stand behind it. */
export async function municipalityClash(
  db: Db,
  row: Pick<MunicipalityRow, 'code' | 'name' | 'isLead'>,
  exceptId: string | null,
): Promise<Clash | null> {
  const others = await db
    .selectFrom('programme.municipality')
    .select(['code', 'name', 'isLead'])
    .$if(exceptId !== null, (query) => query.where('id', '<>', exceptId ?? ''))
    .where((e) =>
      e.or([
        e('name', '=', row.name),
        ...(row.code ? [e('code', '=', row.code)] : []),
        ...(row.isLead === true ? [e('isLead', '=', true)] : []),
      ]),
    )
    .execute()
  if (others.some((other) => other.name === row.name || (other.code !== null && other.code === row.code))) return 'municipality-known'
  return others.length > 0 ? 'lead-known' : null
}

export async function insertMunicipality(context: ActionContext, row: MunicipalityRow): Promise<string> {
  const id = newId(context.now.getTime())
  await context.db
    .insertInto('programme.municipality')
    .values({ ...row, programmeId: context.programmeId, id })
    .execute()
  return id
}

export async function updateMunicipality(db: Db, id: string, row: MunicipalityRow): Promise<void> {
  await db.updateTable('programme.municipality').set(row).where('id', '=', id).execute()
}

export const listSites = (db: Db) =>
  db
    .selectFrom('programme.site as s')
    .innerJoin('programme.municipality as m', (join) => sameTenant(join, 'm.id', 's.municipalityId'))
    .select(['s.id', 's.municipalityId', 'm.name as municipalityName', 's.name', 's.prefecture', 's.address'])
    .select(['s.seats', 's.securityClass', 's.openedOn', 's.closedOn'])
    .orderBy('s.name')
    .limit(1_000)
    .execute()

export const lockSite = (db: Db, id: string) =>
  db.selectFrom('programme.site').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

type SiteRow = Omit<Insertable<DB['programme.site']>, 'programmeId' | 'id'>

export async function siteNameTaken(db: Db, name: string, exceptId: string | null): Promise<boolean> {
  const row = await db
    .selectFrom('programme.site')
    .select('id')
    .where('name', '=', name)
    .$if(exceptId !== null, (query) => query.where('id', '<>', exceptId ?? ''))
    .executeTakeFirst()
  return row !== undefined
}

export async function insertSite(context: ActionContext, row: SiteRow): Promise<string> {
  const id = newId(context.now.getTime())
  await context.db
    .insertInto('programme.site')
    .values({ ...row, programmeId: context.programmeId, id })
    .execute()
  return id
}

export async function updateSite(db: Db, id: string, row: SiteRow): Promise<void> {
  await db.updateTable('programme.site').set(row).where('id', '=', id).execute()
}

/** Replaces the cost of a year and all its shares. */
export async function replaceYearCost(
  context: ActionContext,
  year: { fiscalYear: number; costYen: number; position: string; content: string; shares: readonly Share[] },
): Promise<void> {
  const { db, programmeId } = context
  const { fiscalYear, costYen, position, content, shares } = year
  await db
    .insertInto('programme.year_cost')
    .values({ programmeId, fiscalYear, costYen, position, content })
    .onConflict((c) => c.columns(['programmeId', 'fiscalYear']).doUpdateSet({ costYen, position, content }))
    .execute()
  await db.deleteFrom('programme.cost_share').where('fiscalYear', '=', fiscalYear).execute()
  if (shares.length === 0) return
  const rows = shares.map((share) => ({ ...share, programmeId, fiscalYear }))
  await db.insertInto('programme.cost_share').values(rows).execute()
}

/** What a fiscal year costs and how it is divided, as it was set; nothing before that. */
export async function findYearCost(db: Db, fiscalYear: number) {
  const year = await db.selectFrom('programme.year_cost').selectAll().where('fiscalYear', '=', fiscalYear).executeTakeFirst()
  const shares = await db
    .selectFrom('programme.cost_share')
    .select(['municipalityId', 'costYen', 'eligibleYen', 'grantYen'])
    .where('fiscalYear', '=', fiscalYear)
    .execute()
  return year ? { ...year, shares } : {}
}

export async function listYearCosts(db: Db) {
  const years = await db.selectFrom('programme.year_cost').selectAll().orderBy('fiscalYear').execute()
  const shares = await db
    .selectFrom('programme.cost_share as s')
    .innerJoin('programme.municipality as m', (join) => sameTenant(join, 'm.id', 's.municipalityId'))
    .select(['s.fiscalYear', 's.municipalityId', 's.costYen', 's.eligibleYen', 's.grantYen', 'm.name as municipalityName'])
    .orderBy('m.isLead', 'desc')
    .orderBy('m.joinedOn')
    .orderBy('m.name')
    .execute()
  return { years, shares }
}

export const listMinimumWages = (db: Db) =>
  db
    .selectFrom('programme.minimum_wage')
    .select(['prefecture', 'validFrom', 'hourlyYen'])
    .orderBy('prefecture')
    .orderBy('validFrom', 'desc')
    .limit(2_000)
    .execute()

export async function upsertMinimumWage(
  context: ActionContext,
  wage: { prefecture: string; validFrom: string; hourlyYen: number },
): Promise<void> {
  await context.db
    .insertInto('programme.minimum_wage')
    .values({ ...wage, programmeId: context.programmeId })
    .onConflict((c) => c.columns(['programmeId', 'prefecture', 'validFrom']).doUpdateSet({ hourlyYen: wage.hourlyYen }))
    .execute()
}

/** The counts behind the list of what is complete, in one round trip. */
export async function readSetUpFacts(db: Db, programmeId: string, now: Date): Promise<SetUpFacts> {
  const { rows } = await sql<SetUpFacts>`
    select p.outline <> '' as has_outline,
           p.operator_address <> '' as has_operator_address,
           p.operator_contact <> '' as has_operator_contact,
           p.bank_account is not null as has_bank_account,
           (select count(*) from programme.municipality where is_member and left_on is null) as member_count,
           exists (select from programme.municipality where is_lead) as has_lead,
           (select count(*) from programme.site where closed_on is null) as site_count,
           p.last_fiscal_year - p.first_fiscal_year + 1 as year_count,
           (select count(*) from programme.year_cost y
             where y.fiscal_year between p.first_fiscal_year and p.last_fiscal_year
               and y.cost_yen = (select coalesce(sum(s.cost_yen), 0) from programme.cost_share s where s.fiscal_year = y.fiscal_year)) as complete_year_count,
           (select count(distinct prefecture) from programme.minimum_wage) as minimum_wage_count,
           (select count(distinct m.user_id) from programme.membership m
             where m.programme_id = p.programme_id and m.ended_at is null and m.role not in ('worker', 'administrator'))
           + (select count(*) from programme.invitation where accepted_at is null and withdrawn_at is null and expires_at > ${now.toISOString()}) as staff_count
    from programme.programme p where p.programme_id = ${programmeId}`.execute(db)
  const [facts] = rows
  if (!facts) throw new Error('no programme')
  return facts
}

const mostEntrances = 50

/**
 * Programmes at whose door somebody without a role may knock, in the order in which whoever keeps the server has put them:
 * those with a municipality to belong to. Read tenant by tenant, because row-level security shows one at a time; nothing but the public name comes back.
 */
export async function readEntrances(db: Db): Promise<{ programmeId: string; name: string; operatorName: string }[]> {
  const { rows: tenants } = await sql<{
    id: string
  }>`select id from programme.entrance order by position, id limit ${mostEntrances}`.execute(db)
  const entrances = []
  for (const { id } of tenants) {
    await sql`select set_config('kado.programme', ${id}, true)`.execute(db)
    const programme = await findProgramme(db, id)
    const municipality = await db.selectFrom('programme.municipality').select('id').where('isMember', '=', true).limit(1).executeTakeFirst()
    if (programme && municipality) entrances.push({ programmeId: id, name: programme.name, operatorName: programme.operatorName })
  }
  await sql`select set_config('kado.programme', '', true)`.execute(db)
  return entrances
}

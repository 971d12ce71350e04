import { sql, type Insertable, type Updateable } from 'kysely'
import { newId, type ActionContext } from '../../platform/action.ts'
import type { Db } from '../../platform/db/db.ts'
import type { DB } from '../../platform/db/schema.generated.ts'
import type { Share } from '../rules/cost-shares.ts'
import type { SetUpFacts } from '../rules/set-up.ts'

/** The programme of the transaction; a person's other programmes are visible to them too, so the tenant is named. */
export const findProgramme = (db: Db, programmeId: string) =>
  db.selectFrom('programme.programme').selectAll().where('programme_id', '=', programmeId).executeTakeFirst()

export const lockProgramme = (db: Db, programmeId: string) =>
  db.selectFrom('programme.programme').selectAll().where('programme_id', '=', programmeId).forUpdate().executeTakeFirst()

export async function insertProgramme(
  context: ActionContext,
  row: Omit<Insertable<DB['programme.programme']>, 'programme_id'>,
): Promise<boolean> {
  const inserted = await context.db
    .insertInto('programme.programme')
    .values({ ...row, programme_id: context.programmeId })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return Number(inserted.numInsertedOrUpdatedRows) === 1
}

export async function updateProgramme(context: ActionContext, row: Updateable<DB['programme.programme']>): Promise<void> {
  await context.db.updateTable('programme.programme').set(row).where('programme_id', '=', context.programmeId).execute()
}

export const listMunicipalities = (db: Db) =>
  db.selectFrom('programme.municipality').selectAll().orderBy('is_lead', 'desc').orderBy('joined_on').orderBy('name').limit(1_000).execute()

export const lockMunicipality = (db: Db, id: string) =>
  db.selectFrom('programme.municipality').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

type MunicipalityRow = Omit<Insertable<DB['programme.municipality']>, 'programme_id' | 'id'>
type Clash = 'municipality-known' | 'lead-known'

/** Another municipality with the same code or name, or another lead; the unique indexes stand behind it. */
export async function municipalityClash(
  db: Db,
  row: Pick<MunicipalityRow, 'code' | 'name' | 'is_lead'>,
  exceptId: string | null,
): Promise<Clash | null> {
  const others = await db
    .selectFrom('programme.municipality')
    .select(['code', 'name', 'is_lead'])
    .$if(exceptId !== null, (query) => query.where('id', '<>', exceptId ?? ''))
    .where((e) =>
      e.or([
        e('name', '=', row.name),
        ...(row.code ? [e('code', '=', row.code)] : []),
        ...(row.is_lead === true ? [e('is_lead', '=', true)] : []),
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
    .values({ ...row, programme_id: context.programmeId, id })
    .execute()
  return id
}

export async function updateMunicipality(db: Db, id: string, row: MunicipalityRow): Promise<void> {
  await db.updateTable('programme.municipality').set(row).where('id', '=', id).execute()
}

export const listSites = (db: Db) =>
  db
    .selectFrom('programme.site as s')
    .innerJoin('programme.municipality as m', (join) =>
      join.onRef('m.programme_id', '=', 's.programme_id').onRef('m.id', '=', 's.municipality_id'),
    )
    .selectAll('s')
    .select('m.name as municipality_name')
    .orderBy('s.name')
    .limit(1_000)
    .execute()

export const lockSite = (db: Db, id: string) =>
  db.selectFrom('programme.site').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

type SiteRow = Omit<Insertable<DB['programme.site']>, 'programme_id' | 'id'>

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
    .values({ ...row, programme_id: context.programmeId, id })
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
    .values({ programme_id: programmeId, fiscal_year: fiscalYear, cost_yen: costYen, position, content })
    .onConflict((c) => c.columns(['programme_id', 'fiscal_year']).doUpdateSet({ cost_yen: costYen, position, content }))
    .execute()
  await db.deleteFrom('programme.cost_share').where('fiscal_year', '=', fiscalYear).execute()
  if (shares.length === 0) return
  const rows = shares.map((share) => ({
    programme_id: programmeId,
    fiscal_year: fiscalYear,
    municipality_id: share.municipalityId,
    cost_yen: share.costYen,
    eligible_yen: share.eligibleYen,
    grant_yen: share.grantYen,
  }))
  await db.insertInto('programme.cost_share').values(rows).execute()
}

export async function listYearCosts(db: Db) {
  const years = await db.selectFrom('programme.year_cost').selectAll().orderBy('fiscal_year').execute()
  const shares = await db
    .selectFrom('programme.cost_share as s')
    .innerJoin('programme.municipality as m', (join) =>
      join.onRef('m.programme_id', '=', 's.programme_id').onRef('m.id', '=', 's.municipality_id'),
    )
    .select(['s.fiscal_year', 's.municipality_id', 's.cost_yen', 's.eligible_yen', 's.grant_yen', 'm.name'])
    .orderBy('m.is_lead', 'desc')
    .orderBy('m.joined_on')
    .orderBy('m.name')
    .execute()
  return { years, shares }
}

export const listMinimumWages = (db: Db) =>
  db.selectFrom('programme.minimum_wage').selectAll().orderBy('prefecture').orderBy('valid_from', 'desc').limit(2_000).execute()

export async function upsertMinimumWage(
  context: ActionContext,
  wage: { prefecture: string; validFrom: string; hourlyYen: number },
): Promise<void> {
  await context.db
    .insertInto('programme.minimum_wage')
    .values({ programme_id: context.programmeId, prefecture: wage.prefecture, valid_from: wage.validFrom, hourly_yen: wage.hourlyYen })
    .onConflict((c) => c.columns(['programme_id', 'prefecture', 'valid_from']).doUpdateSet({ hourly_yen: wage.hourlyYen }))
    .execute()
}

/** The counts behind the list of what is complete, in one round trip. */
export async function readSetUpFacts(db: Db, programmeId: string): Promise<SetUpFacts> {
  const { rows } = await sql<SetUpFacts>`
    select p.outline <> '' as "hasOutline",
           p.operator_address <> '' as "hasOperatorAddress",
           p.operator_contact <> '' as "hasOperatorContact",
           p.bank_account is not null as "hasBankAccount",
           (select count(*) from programme.municipality where is_member and left_on is null) as "memberCount",
           exists (select from programme.municipality where is_lead) as "hasLead",
           (select count(*) from programme.site where closed_on is null) as "siteCount",
           p.last_fiscal_year - p.first_fiscal_year + 1 as "yearCount",
           (select count(*) from programme.year_cost y
             where y.fiscal_year between p.first_fiscal_year and p.last_fiscal_year
               and y.cost_yen = (select coalesce(sum(s.cost_yen), 0) from programme.cost_share s where s.fiscal_year = y.fiscal_year)) as "completeYearCount",
           (select count(distinct prefecture) from programme.minimum_wage) as "minimumWageCount",
           (select count(distinct m.user_id) from programme.membership m
             where m.programme_id = p.programme_id and m.ended_at is null and m.role not in ('worker', 'administrator'))
           + (select count(*) from programme.invitation where accepted_at is null and withdrawn_at is null and expires_at > now()) as "staffCount"
    from programme.programme p where p.programme_id = ${programmeId}`.execute(db)
  const [facts] = rows
  if (!facts) throw new Error('no programme')
  return facts
}

const mostEntrances = 50

/**
 * Programmes at whose door somebody without a role may knock: those with a municipality to belong to. Read tenant by
 * tenant, because row-level security shows one at a time; nothing but the public name comes back.
 */
export async function readEntrances(db: Db): Promise<{ programmeId: string; name: string; operatorName: string }[]> {
  const { rows: tenants } = await sql<{ id: string }>`select id from platform.tenant_list order by id limit ${mostEntrances}`.execute(db)
  const entrances = []
  for (const { id } of tenants) {
    await sql`select set_config('kado.programme', ${id}, true)`.execute(db)
    const programme = await findProgramme(db, id)
    const municipality = await db
      .selectFrom('programme.municipality')
      .select('id')
      .where('is_member', '=', true)
      .limit(1)
      .executeTakeFirst()
    if (programme && municipality) entrances.push({ programmeId: id, name: programme.name, operatorName: programme.operator_name })
  }
  await sql`select set_config('kado.programme', '', true)`.execute(db)
  return entrances
}

import { sql } from 'kysely'
import type { Scopes } from '../../platform/access.ts'
import { newId } from '../../platform/action.ts'
import type { Db } from '../../platform/db/db.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'
import type { z } from 'zod'
import type { packageEntries } from '../contract/packages.ts'
import type { OrderState, PackageState } from './orders.ts'
import { noProgress, packageProgress } from './units.ts'

export type PackageFields = Omit<z.output<(typeof packageEntries)['add-package']['input']>, 'orderId'>

const columnsOf = (fields: PackageFields) => ({
  title: fields.title,
  summary: fields.summary,
  specification: fields.specification,
  work_kind_id: fields.workKindId,
  units: fields.units,
  unit_name: fields.unitName,
  unit_minutes: fields.unitMinutes,
  unit_price_yen: fields.unitPriceYen,
  price_rationale: fields.priceRationale,
  release_on: fields.releaseOn,
  due_on: fields.dueOn,
  inspection_days: fields.inspectionDays,
  security_class: fields.securityClass,
  on_site_id: fields.onSiteId,
  equipment: [...fields.equipment],
  min_units: fields.minUnits,
  max_share_percent: fields.maxSharePercent,
  indivisible: fields.indivisible,
  priority: fields.priority,
  is_public: fields.isPublic,
  work_place: fields.workPlace,
  expenses: fields.expenses,
  intellectual_property: fields.intellectualProperty,
  personal_data: fields.personalData,
  contact: fields.contact,
  independence_reviewed: fields.independenceReviewed,
})

/** Whether the records that a package points at exist in this programme. */
export async function doReferencesExist(db: Db, fields: PackageFields): Promise<boolean> {
  const kind = await db.selectFrom('orders.work_kind').select('id').where('id', '=', fields.workKindId).executeTakeFirst()
  if (!kind) return false
  if (fields.onSiteId !== null) {
    const site = await db.selectFrom('programme.site').select('id').where('id', '=', fields.onSiteId).executeTakeFirst()
    if (!site) return false
  }
  const ids = fields.skills.map((each) => each.skillId)
  if (ids.length === 0) return true
  const skills = await db.selectFrom('people.skill').select('id').where('id', 'in', ids).execute()
  return skills.length === ids.length
}

export async function insertPackage(db: Db, programmeId: string, packageId: string, orderId: string, fields: PackageFields): Promise<void> {
  await db
    .insertInto('orders.package')
    .values({ programme_id: programmeId, id: packageId, order_id: orderId, state: 'preparing', ...columnsOf(fields) })
    .execute()
  await insertSkills(db, programmeId, packageId, fields.skills)
}

export async function updatePackage(db: Db, programmeId: string, packageId: string, fields: PackageFields): Promise<void> {
  await db.updateTable('orders.package').set(columnsOf(fields)).where('id', '=', packageId).execute()
  await db.deleteFrom('orders.package_skill').where('package_id', '=', packageId).execute()
  await insertSkills(db, programmeId, packageId, fields.skills)
}

async function insertSkills(db: Db, programmeId: string, packageId: string, skills: PackageFields['skills']): Promise<void> {
  if (skills.length === 0) return
  const rows = skills.map(({ skillId, level }) => ({ programme_id: programmeId, package_id: packageId, skill_id: skillId, level }))
  await db.insertInto('orders.package_skill').values(rows).execute()
}

/** A new package with the content, the skills and the newest manual of another, the manual as a draft. */
export async function copyPackage(db: Db, programmeId: string, from: { id: string }, orderId: string, by: string): Promise<string> {
  const packageId = newId()
  const { created_at: _, ...row } = await db.selectFrom('orders.package').selectAll().where('id', '=', from.id).executeTakeFirstOrThrow()
  await db
    .insertInto('orders.package')
    .values({ ...row, id: packageId, order_id: orderId, state: 'preparing' })
    .execute()
  await db
    .insertInto('orders.package_skill')
    .columns(['programme_id', 'package_id', 'skill_id', 'level'])
    .expression((e) =>
      e
        .selectFrom('orders.package_skill')
        .select(['programme_id', sql<string>`${packageId}::uuid`.as('package_id'), 'skill_id', 'level'])
        .where('package_id', '=', from.id),
    )
    .execute()
  const manual = await db
    .selectFrom('orders.manual_version')
    .select('steps')
    .where('package_id', '=', from.id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (manual) {
    await db
      .insertInto('orders.manual_draft')
      .values({ programme_id: programmeId, package_id: packageId, steps: JSON.stringify(manual.steps), saved_by: by })
      .execute()
  }
  return packageId
}

/** Locks the packages, always in the same order, so that two people who offer at once wait and do not block each other. */
export const packagesForUpdate = (db: Db, packageIds: readonly string[]) =>
  db
    .selectFrom('orders.package')
    .selectAll()
    .where('id', 'in', [...new Set(packageIds)])
    .orderBy('id')
    .forUpdate()
    .execute()

export async function packageForUpdate(db: Db, packageId: string) {
  const [row] = await packagesForUpdate(db, [packageId])
  return row ?? null
}

export async function setPackageState(db: Db, packageId: string, state: PackageState): Promise<void> {
  await db.updateTable('orders.package').set({ state }).where('id', '=', packageId).execute()
}

/** The scopes of a package; null when there is no such package. Nothing is locked. */
export async function scopeOfPackage(db: Db, packageId: string): Promise<Scopes | null> {
  const row = await db
    .selectFrom('orders.package as p')
    .innerJoin('orders.client_order as o', (join) => join.onRef('o.programme_id', '=', 'p.programme_id').onRef('o.id', '=', 'p.order_id'))
    .select(['o.id', 'o.client_id', 'o.municipality_id', 'p.on_site_id'])
    .where('p.id', '=', packageId)
    .executeTakeFirst()
  return row ? { order: [row.id], client: [row.client_id], municipality: [row.municipality_id], site: [row.on_site_id] } : null
}

export async function stateOfOrder(db: Db, orderId: string): Promise<OrderState | null> {
  const row = await db.selectFrom('orders.client_order').select('state').where('id', '=', orderId).executeTakeFirst()
  return row ? (row.state as OrderState) : null
}

/** Whether somebody was offered a part of the package and has not turned it down, or does it. */
export async function isInUse(db: Db, packageId: string): Promise<boolean> {
  const row = await db
    .selectFrom('orders.offer')
    .select('id')
    .where('package_id', '=', packageId)
    .where('state', 'in', ['open', 'accepted'])
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function hasOpenOffers(db: Db, packageId: string, today: CalendarDate): Promise<boolean> {
  return ((await packageProgress(db, [packageId], today)).get(packageId)?.open ?? 0) > 0
}

export async function insertReadinessCheck(
  db: Db,
  check: { programmeId: string; packageId: string; by: string; now: Date; findings: unknown },
): Promise<void> {
  const { programmeId, packageId, by, now, findings } = check
  await db
    .insertInto('orders.readiness_check')
    .values({
      programme_id: programmeId,
      id: newId(),
      package_id: packageId,
      passed_at: now.toISOString(),
      passed_by: by,
      findings: JSON.stringify(findings),
    })
    .execute()
}

export async function lastReadinessCheck(db: Db, packageId: string) {
  return db
    .selectFrom('orders.readiness_check')
    .select('passed_at')
    .where('package_id', '=', packageId)
    .orderBy('passed_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export interface Reference {
  prefecture: string
  validFrom: string
  hourlyYen: number
}

/** The minimum wage of each prefecture in force on a day, by prefecture. */
export async function referencesOn(db: Db, today: CalendarDate): Promise<Reference[]> {
  const rows = await db
    .selectFrom('programme.minimum_wage')
    .select(['prefecture', 'valid_from', 'hourly_yen'])
    .distinctOn('prefecture')
    .where('valid_from', '<=', today)
    .orderBy('prefecture')
    .orderBy('valid_from', 'desc')
    .execute()
  return rows.map((row) => ({ prefecture: row.prefecture, validFrom: row.valid_from, hourlyYen: row.hourly_yen }))
}

/**
 * The minimum wage that a package's price is held against: that of the site's prefecture, or for work at home the
 * highest of the prefectures in which the programme has sites, because nobody knows yet who will take it.
 */
export async function referenceOf(db: Db, onSiteId: string | null, today: CalendarDate): Promise<Reference | null> {
  const references = await referencesOn(db, today)
  const sites = await db.selectFrom('programme.site').select(['id', 'prefecture']).execute()
  const asked = onSiteId === null ? sites : sites.filter((site) => site.id === onSiteId)
  const near = references.filter((reference) => asked.some((site) => site.prefecture === reference.prefecture))
  const considered = near.length > 0 || onSiteId !== null ? near : references
  return considered.reduce<Reference | null>(
    (highest, each) => (highest === null || each.hourlyYen > highest.hourlyYen ? each : highest),
    null,
  )
}

export async function skillsOfPackages(db: Db, packageIds: readonly string[]) {
  if (packageIds.length === 0) return []
  return db
    .selectFrom('orders.package_skill as s')
    .innerJoin('people.skill as k', (join) => join.onRef('k.programme_id', '=', 's.programme_id').onRef('k.id', '=', 's.skill_id'))
    .select(['s.package_id', 's.skill_id', 's.level', 'k.name_ja', 'k.name_en'])
    .where('s.package_id', 'in', [...packageIds])
    .orderBy('k.key')
    .execute()
}

/** A package with everything that belongs to it, or null. */
export async function readPackageRow(db: Db, packageId: string) {
  return db
    .selectFrom('orders.package as p')
    .innerJoin('orders.client_order as o', (join) => join.onRef('o.programme_id', '=', 'p.programme_id').onRef('o.id', '=', 'p.order_id'))
    .innerJoin('sales.client as c', (join) => join.onRef('c.programme_id', '=', 'o.programme_id').onRef('c.id', '=', 'o.client_id'))
    .innerJoin('orders.work_kind as k', (join) => join.onRef('k.programme_id', '=', 'p.programme_id').onRef('k.id', '=', 'p.work_kind_id'))
    .leftJoin('programme.site as s', (join) => join.onRef('s.programme_id', '=', 'p.programme_id').onRef('s.id', '=', 'p.on_site_id'))
    .selectAll('p')
    .select([
      'o.number as order_number',
      'o.title as order_title',
      'o.state as order_state',
      'o.due_on as order_due_on',
      'c.name as client_name',
      'o.client_id',
      'o.municipality_id',
    ])
    .select(['k.name_ja as kind_ja', 'k.name_en as kind_en', 'k.withholding', 's.name as site_name', 's.security_class as site_class'])
    .select((e) =>
      e
        .selectFrom('orders.manual_version as v')
        .select((f) => f.fn.max('v.version').as('version'))
        .whereRef('v.programme_id', '=', 'p.programme_id')
        .whereRef('v.package_id', '=', 'p.id')
        .as('manual_version'),
    )
    .where('p.id', '=', packageId)
    .executeTakeFirst()
}

export async function readPackage(db: Db, packageId: string, today: CalendarDate) {
  const row = await readPackageRow(db, packageId)
  if (!row) return null
  const skills = await skillsOfPackages(db, [packageId])
  const progress = await packageProgress(db, [packageId], today)
  return {
    id: row.id,
    orderId: row.order_id,
    title: row.title,
    summary: row.summary,
    specification: row.specification,
    workKindId: row.work_kind_id,
    units: row.units,
    unitName: row.unit_name,
    unitMinutes: row.unit_minutes,
    unitPriceYen: row.unit_price_yen,
    priceRationale: row.price_rationale,
    releaseOn: row.release_on,
    dueOn: row.due_on,
    inspectionDays: row.inspection_days,
    securityClass: row.security_class,
    onSiteId: row.on_site_id,
    equipment: row.equipment,
    skills: skills.map((each) => ({ skillId: each.skill_id, level: each.level })),
    skillNames: skills.map((each) => ({ skillId: each.skill_id, level: each.level, nameJa: each.name_ja, nameEn: each.name_en })),
    minUnits: row.min_units,
    maxSharePercent: row.max_share_percent,
    indivisible: row.indivisible,
    priority: row.priority,
    isPublic: row.is_public,
    workPlace: row.work_place,
    expenses: row.expenses,
    intellectualProperty: row.intellectual_property,
    personalData: row.personal_data,
    contact: row.contact,
    independenceReviewed: row.independence_reviewed,
    state: row.state as PackageState,
    manualVersion: row.manual_version,
    progress: progress.get(packageId) ?? noProgress,
    orderNumber: row.order_number,
    orderTitle: row.order_title,
    orderState: row.order_state,
    orderDueOn: row.order_due_on,
    clientName: row.client_name,
    workKind: { nameJa: row.kind_ja, nameEn: row.kind_en, withholding: row.withholding },
    siteName: row.site_name,
    reference: await referenceOf(db, row.on_site_id, today),
  }
}

export const readProgramme = (db: Db) => db.selectFrom('programme.programme').selectAll().executeTakeFirstOrThrow()

/** What a form for a package offers to choose from. */
export async function packageChoices(db: Db, orderId: string, today: CalendarDate) {
  const order = await db
    .selectFrom('orders.client_order')
    .select(['id', 'number', 'title', 'ordered_on', 'due_on'])
    .where('id', '=', orderId)
    .executeTakeFirst()
  if (!order) return null
  const workKinds = await db
    .selectFrom('orders.work_kind')
    .select(['id', 'key', 'name_ja', 'name_en', 'withholding'])
    .orderBy('key')
    .execute()
  const skills = await db.selectFrom('people.skill').select(['id', 'name_ja', 'name_en', 'highest_level']).orderBy('key').execute()
  const sites = await db
    .selectFrom('programme.site')
    .select(['id', 'name', 'prefecture', 'security_class'])
    .where('closed_on', 'is', null)
    .orderBy('name')
    .execute()
  return {
    order: { id: order.id, number: order.number, title: order.title, orderedOn: order.ordered_on, dueOn: order.due_on },
    workKinds: workKinds.map((each) => ({
      id: each.id,
      key: each.key,
      nameJa: each.name_ja,
      nameEn: each.name_en,
      withholding: each.withholding,
    })),
    skills: skills.map((each) => ({ id: each.id, nameJa: each.name_ja, nameEn: each.name_en, highestLevel: each.highest_level })),
    sites: sites.map((each) => ({ id: each.id, name: each.name, prefecture: each.prefecture, securityClass: each.security_class })),
    references: await referencesOn(db, today),
  }
}

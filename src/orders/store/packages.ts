import { sql } from 'kysely'
import type { Scopes } from '../../platform/access.ts'
import { newId } from '../../platform/action.ts'
import type { Db } from '../../platform/db/db.ts'
import { sameTenant } from '../../platform/db/listing.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'
import type { z } from 'zod'
import type { packageEntries } from '../contract/packages.ts'
import type { OrderState, PackageState } from './orders.ts'
import { noProgress, packageProgress, standingOffers } from './units.ts'

export type PackageFields = Omit<z.output<(typeof packageEntries)['add-package']['input']>, 'orderId'>

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

export async function insertPackage(
  db: Db,
  programmeId: string,
  packageId: string,
  orderId: string,
  { skills, ...columns }: PackageFields,
): Promise<void> {
  await db
    .insertInto('orders.package')
    .values({ ...columns, programmeId, id: packageId, orderId, state: 'preparing' })
    .execute()
  await insertSkills(db, programmeId, packageId, skills)
}

export async function updatePackage(db: Db, programmeId: string, packageId: string, { skills, ...columns }: PackageFields): Promise<void> {
  await db.updateTable('orders.package').set(columns).where('id', '=', packageId).execute()
  await db.deleteFrom('orders.package_skill').where('packageId', '=', packageId).execute()
  await insertSkills(db, programmeId, packageId, skills)
}

async function insertSkills(db: Db, programmeId: string, packageId: string, skills: PackageFields['skills']): Promise<void> {
  if (skills.length === 0) return
  const rows = skills.map((skill) => ({ ...skill, programmeId, packageId }))
  await db.insertInto('orders.package_skill').values(rows).execute()
}

/** A new package with the content, the skills and the newest manual of another, the manual as a draft. */
export async function copyPackage(db: Db, programmeId: string, from: { id: string }, orderId: string, by: string): Promise<string> {
  const packageId = newId()
  const { createdAt: _, ...row } = await db.selectFrom('orders.package').selectAll().where('id', '=', from.id).executeTakeFirstOrThrow()
  await db
    .insertInto('orders.package')
    .values({ ...row, id: packageId, orderId, state: 'preparing' })
    .execute()
  await db
    .insertInto('orders.package_skill')
    .columns(['programmeId', 'packageId', 'skillId', 'level'])
    .expression((e) =>
      e
        .selectFrom('orders.package_skill')
        .select(['programmeId', sql<string>`${packageId}::uuid`.as('packageId'), 'skillId', 'level'])
        .where('packageId', '=', from.id),
    )
    .execute()
  const manual = await db
    .selectFrom('orders.manual_version')
    .select('steps')
    .where('packageId', '=', from.id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (manual) {
    await db
      .insertInto('orders.manual_draft')
      .values({ programmeId, packageId, steps: JSON.stringify(manual.steps), savedBy: by })
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

/** What a package asks of people, as its form says it. */
export const skillsOfPackage = (db: Db, packageId: string) =>
  db.selectFrom('orders.package_skill').select(['skillId', 'level']).where('packageId', '=', packageId).execute()

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
    .innerJoin('orders.client_order as o', (join) => sameTenant(join, 'o.id', 'p.orderId'))
    .select(['o.id', 'o.clientId', 'o.municipalityId', 'p.onSiteId'])
    .where('p.id', '=', packageId)
    .executeTakeFirst()
  return row ? { order: [row.id], client: [row.clientId], municipality: [row.municipalityId], site: [row.onSiteId] } : null
}

export async function stateOfOrder(db: Db, orderId: string): Promise<OrderState | null> {
  const row = await db.selectFrom('orders.client_order').select('state').where('id', '=', orderId).executeTakeFirst()
  return row?.state ?? null
}

/** Whether somebody was offered a part of the package and has not turned it down, or does it. */
export async function isInUse(db: Db, packageId: string, today: CalendarDate): Promise<boolean> {
  return (await standingOffers(db, packageId, today).executeTakeFirst()) !== undefined
}

export async function hasOpenOffers(db: Db, packageId: string, today: CalendarDate): Promise<boolean> {
  return (await standingOffers(db, packageId, today).where('f.state', '=', 'open').executeTakeFirst()) !== undefined
}

export async function insertReadinessCheck(
  db: Db,
  check: { programmeId: string; packageId: string; by: string; now: Date; findings: unknown },
): Promise<void> {
  const { programmeId, packageId, by, now, findings } = check
  await db
    .insertInto('orders.readiness_check')
    .values({ programmeId, id: newId(), packageId, passedAt: now.toISOString(), passedBy: by, findings: JSON.stringify(findings) })
    .execute()
}

export async function lastReadinessCheck(db: Db, packageId: string) {
  return db
    .selectFrom('orders.readiness_check')
    .select('passedAt')
    .where('packageId', '=', packageId)
    .orderBy('passedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export interface Reference {
  prefecture: string
  validFrom: string
  hourlyYen: number
}

/** The minimum wage of each prefecture in force on a day, by prefecture. */
export const referencesOn = (db: Db, today: CalendarDate): Promise<Reference[]> =>
  db
    .selectFrom('programme.minimum_wage')
    .select(['prefecture', 'validFrom', 'hourlyYen'])
    .distinctOn('prefecture')
    .where('validFrom', '<=', today)
    .orderBy('prefecture')
    .orderBy('validFrom', 'desc')
    .execute()

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
    .innerJoin('people.skill as k', (join) => sameTenant(join, 'k.id', 's.skillId'))
    .select(['s.packageId', 's.skillId', 's.level', 'k.nameJa', 'k.nameEn'])
    .where('s.packageId', 'in', [...packageIds])
    .orderBy('k.key')
    .execute()
}

/** A package with everything that belongs to it, or null. */
export async function readPackageRow(db: Db, packageId: string) {
  return db
    .selectFrom('orders.package as p')
    .innerJoin('orders.client_order as o', (join) => sameTenant(join, 'o.id', 'p.orderId'))
    .innerJoin('sales.client as c', (join) => sameTenant(join, 'c.id', 'o.clientId'))
    .innerJoin('orders.work_kind as k', (join) => sameTenant(join, 'k.id', 'p.workKindId'))
    .leftJoin('programme.site as s', (join) => sameTenant(join, 's.id', 'p.onSiteId'))
    .select(['p.id', 'p.orderId', 'p.title', 'p.summary', 'p.specification', 'p.workKindId', 'p.state'])
    .select(['p.units', 'p.unitName', 'p.unitMinutes', 'p.unitPriceYen', 'p.priceRationale', 'p.releaseOn', 'p.dueOn', 'p.inspectionDays'])
    .select([
      'p.securityClass',
      'p.onSiteId',
      'p.equipment',
      'p.minUnits',
      'p.maxSharePercent',
      'p.indivisible',
      'p.priority',
      'p.isPublic',
    ])
    .select(['p.workPlace', 'p.expenses', 'p.intellectualProperty', 'p.personalData', 'p.contact', 'p.independenceReviewed'])
    .select(['o.number as orderNumber', 'o.title as orderTitle', 'o.state as orderState', 'o.dueOn as orderDueOn'])
    .select(['c.name as clientName', 'o.clientId', 'o.municipalityId'])
    .select(['k.nameJa as kindJa', 'k.nameEn as kindEn', 'k.withholding', 's.name as siteName', 's.securityClass as siteClass'])
    .select((e) =>
      e
        .selectFrom('orders.manual_version as v')
        .select((f) => f.fn.max('v.version').as('version'))
        .whereRef('v.programmeId', '=', 'p.programmeId')
        .whereRef('v.packageId', '=', 'p.id')
        .as('manualVersion'),
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
    ...row,
    skills: skills.map(({ skillId, level }) => ({ skillId, level })),
    skillNames: skills,
    progress: progress.get(packageId) ?? noProgress,
    workKind: { nameJa: row.kindJa, nameEn: row.kindEn, withholding: row.withholding },
    reference: await referenceOf(db, row.onSiteId, today),
  }
}

export const readProgramme = (db: Db) => db.selectFrom('programme.programme').selectAll().executeTakeFirstOrThrow()

/** What a form for a package offers to choose from. */
export async function packageChoices(db: Db, orderId: string, today: CalendarDate) {
  const order = await db
    .selectFrom('orders.client_order')
    .select(['id', 'number', 'title', 'orderedOn', 'dueOn'])
    .where('id', '=', orderId)
    .executeTakeFirst()
  if (!order) return null
  const workKinds = await db
    .selectFrom('orders.work_kind')
    .select(['id', 'key', 'nameJa', 'nameEn', 'withholding'])
    .orderBy('key')
    .execute()
  const skills = await db.selectFrom('people.skill').select(['id', 'nameJa', 'nameEn', 'highestLevel']).orderBy('key').execute()
  const sites = await db
    .selectFrom('programme.site')
    .select(['id', 'name', 'prefecture', 'securityClass'])
    .where('closedOn', 'is', null)
    .orderBy('name')
    .execute()
  return {
    order,
    workKinds,
    skills,
    sites,
    references: await referencesOn(db, today),
  }
}

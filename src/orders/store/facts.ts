import type { Db } from '../../platform/db/db.ts'
import { calendarDate, type CalendarDate } from '../../units/calendar-date.ts'
import type { PackageFacts } from '../rules/readiness.ts'
import { latestVersion } from './manuals.ts'
import { listCandidates } from './job-list.ts'
import { readPackageRow, readProgramme, referenceOf, skillsOfPackages } from './packages.ts'

/** Everything that the readiness of a package is judged by; null when there is no such package. */
export async function packageFacts(db: Db, packageId: string, today: CalendarDate): Promise<PackageFacts | null> {
  const row = await readPackageRow(db, packageId)
  if (!row) return null
  const programme = await readProgramme(db)
  const reference = await referenceOf(db, row.on_site_id, today)
  const skills = await skillsOfPackages(db, [packageId])
  const work = {
    id: row.id,
    orderId: row.order_id,
    title: row.title,
    units: row.units,
    unitsLeft: row.units,
    unitMinutes: row.unit_minutes,
    unitPriceYen: row.unit_price_yen,
    releaseOn: row.release_on,
    dueOn: row.due_on,
    onSiteId: row.on_site_id,
    equipment: row.equipment,
    minUnits: row.min_units,
    maxSharePercent: row.max_share_percent,
    indivisible: row.indivisible,
    priority: row.priority,
    municipalityId: row.municipality_id,
    skills: skills.map((each) => ({ skillId: each.skill_id, level: each.level, nameJa: each.name_ja, nameEn: each.name_en })),
  }
  const { fittingCount } = await listCandidates(db, work, { search: '', limit: 1 }, today)
  return {
    summary: row.summary,
    specification: row.specification,
    manualVersion: row.manual_version,
    withholding: row.withholding,
    units: row.units,
    unitMinutes: row.unit_minutes,
    unitPriceYen: row.unit_price_yen,
    priceRationale: row.price_rationale,
    releaseOn: calendarDate(row.release_on),
    dueOn: calendarDate(row.due_on),
    orderDueOn: calendarDate(row.order_due_on),
    inspectionDays: row.inspection_days,
    minUnits: row.min_units,
    maxSharePercent: row.max_share_percent,
    indivisible: row.indivisible,
    workPlace: row.work_place,
    expenses: row.expenses,
    intellectualProperty: row.intellectual_property,
    personalData: row.personal_data,
    contact: row.contact,
    securityClass: row.security_class,
    site: row.site_class === null ? null : { securityClass: row.site_class },
    independenceReviewed: row.independence_reviewed,
    operator: {
      name: programme.operator_name,
      address: programme.operator_address,
      contact: programme.operator_contact,
      payDay: programme.pay_day,
    },
    reference: reference === null ? null : { hourlyYen: reference.hourlyYen, validFrom: calendarDate(reference.validFrom) },
    fittingWorkerCount: fittingCount,
  }
}

/** The earlier notice that changed terms name. */
type Amends = { number: string; issuedOn: CalendarDate; reason: string } | null

interface Agreed {
  package_id: string
  worker_id: string
  units: number
  unit_price_yen: number
  due_on: string
}

/** What the terms of an agreed offer are written from, and whose account they belong to. */
export async function agreedFacts(db: Db, offer: Agreed, today: CalendarDate, amends: Amends = null) {
  const programme = await readProgramme(db)
  const worker = await db.selectFrom('people.worker').selectAll().where('id', '=', offer.worker_id).executeTakeFirstOrThrow()
  const work = await db.selectFrom('orders.package').selectAll().where('id', '=', offer.package_id).executeTakeFirstOrThrow()
  const order = await db
    .selectFrom('orders.client_order')
    .select('tax_rate_percent')
    .where('id', '=', work.order_id)
    .executeTakeFirstOrThrow()
  return {
    userId: worker.user_id,
    isDemo: worker.is_demo,
    facts: {
      operator: {
        name: programme.operator_name,
        address: programme.operator_address,
        contact: programme.operator_contact,
        representative: programme.operator_representative,
        payDay: programme.pay_day,
      },
      worker: {
        number: worker.number,
        name: worker.name,
        kind: worker.kind,
        address: worker.postal_address,
        email: worker.email,
        phone: worker.phone,
      },
      work: {
        title: work.title,
        summary: work.summary,
        specification: work.specification,
        unitName: work.unit_name,
        inspectionDays: work.inspection_days,
        expenses: work.expenses,
        intellectualProperty: work.intellectual_property,
        personalData: work.personal_data,
        contact: work.contact,
        manualVersion: await latestVersion(db, offer.package_id),
      },
      units: offer.units,
      unitPriceYen: offer.unit_price_yen,
      taxRatePercent: order.tax_rate_percent,
      orderedOn: today,
      dueOn: calendarDate(offer.due_on),
      amends,
    },
  }
}

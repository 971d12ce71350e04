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
  const reference = await referenceOf(db, row.onSiteId, today)
  const skills = await skillsOfPackages(db, [packageId])
  const work = {
    id: row.id,
    orderId: row.orderId,
    title: row.title,
    units: row.units,
    unitsLeft: row.units,
    unitMinutes: row.unitMinutes,
    unitPriceYen: row.unitPriceYen,
    releaseOn: row.releaseOn,
    dueOn: row.dueOn,
    onSiteId: row.onSiteId,
    equipment: row.equipment,
    minUnits: row.minUnits,
    maxSharePercent: row.maxSharePercent,
    indivisible: row.indivisible,
    priority: row.priority,
    municipalityId: row.municipalityId,
    skills: skills.map((each) => ({ skillId: each.skillId, level: each.level, nameJa: each.nameJa, nameEn: each.nameEn })),
  }
  const { fittingCount } = await listCandidates(db, work, { search: '', limit: 1 }, today)
  return {
    summary: row.summary,
    specification: row.specification,
    manualVersion: row.manualVersion,
    withholding: row.withholding,
    units: row.units,
    unitMinutes: row.unitMinutes,
    unitPriceYen: row.unitPriceYen,
    priceRationale: row.priceRationale,
    releaseOn: calendarDate(row.releaseOn),
    dueOn: calendarDate(row.dueOn),
    orderDueOn: calendarDate(row.orderDueOn),
    inspectionDays: row.inspectionDays,
    minUnits: row.minUnits,
    maxSharePercent: row.maxSharePercent,
    indivisible: row.indivisible,
    workPlace: row.workPlace,
    expenses: row.expenses,
    intellectualProperty: row.intellectualProperty,
    personalData: row.personalData,
    contact: row.contact,
    securityClass: row.securityClass,
    site: row.siteClass === null ? null : { securityClass: row.siteClass },
    independenceReviewed: row.independenceReviewed,
    operator: {
      name: programme.operatorName,
      address: programme.operatorAddress,
      contact: programme.operatorContact,
      payDay: programme.payDay,
    },
    reference: reference === null ? null : { hourlyYen: reference.hourlyYen, validFrom: calendarDate(reference.validFrom) },
    fittingWorkerCount: fittingCount,
  }
}

/** The earlier notice that changed terms name. */
type Amends = { number: string; issuedOn: CalendarDate; reason: string } | null

interface Agreed {
  packageId: string
  workerId: string
  units: number
  unitPriceYen: number
  dueOn: string
}

/** What the terms of an agreed offer are written from, and whose account they belong to. */
export async function agreedFacts(db: Db, offer: Agreed, today: CalendarDate, amends: Amends = null) {
  const programme = await readProgramme(db)
  const worker = await db.selectFrom('people.worker').selectAll().where('id', '=', offer.workerId).executeTakeFirstOrThrow()
  const work = await db.selectFrom('orders.package').selectAll().where('id', '=', offer.packageId).executeTakeFirstOrThrow()
  const order = await db.selectFrom('orders.client_order').select('taxRatePercent').where('id', '=', work.orderId).executeTakeFirstOrThrow()
  return {
    userId: worker.userId,
    isDemo: worker.isDemo,
    facts: {
      operator: {
        name: programme.operatorName,
        address: programme.operatorAddress,
        contact: programme.operatorContact,
        representative: programme.operatorRepresentative,
        payDay: programme.payDay,
      },
      worker: {
        number: worker.number,
        name: worker.name,
        kind: worker.kind,
        address: worker.postalAddress,
        email: worker.email,
        phone: worker.phone,
      },
      work: {
        title: work.title,
        summary: work.summary,
        specification: work.specification,
        unitName: work.unitName,
        inspectionDays: work.inspectionDays,
        expenses: work.expenses,
        intellectualProperty: work.intellectualProperty,
        personalData: work.personalData,
        contact: work.contact,
        manualVersion: await latestVersion(db, offer.packageId),
      },
      units: offer.units,
      unitPriceYen: offer.unitPriceYen,
      taxRatePercent: order.taxRatePercent,
      orderedOn: today,
      dueOn: calendarDate(offer.dueOn),
      amends,
    },
  }
}

import { z } from 'zod'
import { paymentCategoryKeys } from '../rules/payment-category.ts'
import { read, write } from '../../platform/contract.ts'
import { day } from '../../platform/shapes.ts'
import { equipmentKinds } from '../rules/eligibility.ts'
import { offerReason } from '../rules/offer-reason.ts'
import { offerStates } from '../rules/offer-state.ts'
import { findingCodes } from '../rules/readiness.ts'
import { packageRow } from './orders.ts'
import { running } from '../../programme/rules/who-may.ts'
import { directing, following, overseeing } from '../rules/who-may.ts'
import { line, paragraph, unitCount, unitMinutes, unitPriceYen } from './shapes.ts'

const skills = z
  .array(z.strictObject({ skillId: z.uuid(), level: z.int().min(1).max(9) }))
  .max(10)
  .refine((list) => new Set(list.map((each) => each.skillId)).size === list.length, { params: { code: 'skill-twice' } })

const packageFields = {
  title: line.min(1),
  /** What the work is, in plain words, as the job list shows it. */
  summary: paragraph,
  /** Standard, format and quality that are inspected. */
  specification: paragraph,
  workKindId: z.uuid(),
  units: unitCount,
  unitName: z.string().trim().min(1).max(20),
  unitMinutes,
  unitPriceYen,
  priceRationale: paragraph,
  releaseOn: day,
  dueOn: day,
  inspectionDays: z.int().min(0).max(30),
  securityClass: z.int().min(0).max(3),
  onSiteId: z.uuid().nullable(),
  equipment: z.array(z.enum(equipmentKinds)).max(equipmentKinds.length),
  skills,
  minUnits: unitCount,
  maxSharePercent: z.int().min(1).max(100),
  indivisible: z.boolean(),
  priority: z.int().min(1).max(9),
  isPublic: z.boolean(),
  workPlace: line,
  expenses: paragraph,
  intellectualProperty: paragraph,
  personalData: paragraph,
  contact: line,
  independenceReviewed: z.boolean(),
}
type Measured = { releaseOn: string; dueOn: string; minUnits: number; units: number }
const isDueAfterRelease = (each: Measured): boolean => each.dueOn >= each.releaseOn
const dueBeforeRelease = { path: ['dueOn'], params: { code: 'due-before-release' } }
const isLotWithinUnits = (each: Measured): boolean => each.minUnits <= each.units
const lotAboveUnits = { path: ['minUnits'], params: { code: 'lot-above-units' } }

const finding = z.object({
  code: z.enum(findingCodes),
  /** `must` stands in the way of publication, `advice` does not. */
  level: z.enum(['must', 'advice']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
const withholdings = ['subject', 'not-subject', 'undecided'] as const
const reference = z.object({ prefecture: z.string(), validFrom: z.string(), hourlyYen: z.int() })

export const packageEntries = {
  'add-package': write({
    input: z
      .strictObject({ orderId: z.uuid(), ...packageFields })
      .refine(isDueAfterRelease, dueBeforeRelease)
      .refine(isLotWithinUnits, lotAboveUnits),
    output: z.object({ packageId: z.uuid() }),
    allow: directing,
    refusals: ['order-ended'],
  }),
  'change-package': write({
    input: z
      .strictObject({ packageId: z.uuid(), ...packageFields })
      .refine(isDueAfterRelease, dueBeforeRelease)
      .refine(isLotWithinUnits, lotAboveUnits),
    output: z.object({ packageId: z.uuid() }),
    allow: directing,
    refusals: ['package-not-preparing'],
  }),
  /** A new package with the same content and the same manual as a draft, in the same order or in another. */
  'copy-package': write({
    input: z.strictObject({ packageId: z.uuid(), orderId: z.uuid() }),
    output: z.object({ packageId: z.uuid() }),
    allow: directing,
    refusals: ['order-ended'],
  }),
  'publish-package': write({
    input: z.strictObject({ packageId: z.uuid() }),
    output: z.object({ packageId: z.uuid() }),
    allow: directing,
    refusals: ['package-not-preparing', 'package-not-ready'],
  }),
  /** Takes a package back to be changed, as long as nobody has been offered a part of it. */
  'reopen-package': write({
    input: z.strictObject({ packageId: z.uuid() }),
    output: z.object({ packageId: z.uuid() }),
    allow: directing,
    refusals: ['package-not-published', 'package-in-use'],
  }),
  /** No further offers: the units that nobody has taken are not needed any more. */
  'close-package': write({
    input: z.strictObject({ packageId: z.uuid() }),
    output: z.object({ packageId: z.uuid() }),
    allow: directing,
    refusals: ['package-not-published', 'offers-open'],
  }),
  'record-work-kind': write({
    input: z.strictObject({
      key: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
      nameJa: line.min(1),
      nameEn: line.min(1),
      withholding: z.enum(withholdings),
      /** 区分 on a 支払調書; empty goes by the name. */
      paymentCategory: z.enum(['', ...paymentCategoryKeys]).default(''),
    }),
    output: z.object({ workKindId: z.uuid() }),
    allow: running,
  }),
  /** The kinds of work with how many packages are of each. */
  'work-kinds': read({
    input: z.strictObject({}),
    output: z.object({
      rows: z.array(
        z.object({
          id: z.uuid(),
          key: z.string(),
          nameJa: z.string(),
          nameEn: z.string(),
          withholding: z.enum(withholdings),
          paymentCategory: z.string(),
          packageCount: z.int(),
        }),
      ),
    }),
    allow: running,
  }),
  package: read({
    input: z.strictObject({ packageId: z.uuid() }),
    output: packageRow.extend({
      ...packageFields,
      equipment: z.array(z.string()),
      orderNumber: z.string(),
      orderTitle: z.string(),
      orderState: z.string(),
      orderDueOn: z.string(),
      clientName: z.string(),
      workKind: z.object({ nameJa: z.string(), nameEn: z.string(), withholding: z.string() }),
      skillNames: z.array(z.object({ skillId: z.uuid(), level: z.int(), nameJa: z.string(), nameEn: z.string() })),
      siteName: z.string().nullable(),
      reference: reference.nullable(),
    }),
    allow: following,
  }),
  readiness: read({
    input: z.strictObject({ packageId: z.uuid() }),
    output: z.object({ findings: z.array(finding), passedAt: z.string().nullable() }),
    allow: overseeing,
  }),
  /** Everything that a form for a package offers to choose from. */
  'package-choices': read({
    input: z.strictObject({ orderId: z.uuid() }),
    output: z.object({
      order: z.object({ id: z.uuid(), number: z.string(), title: z.string(), orderedOn: z.string(), dueOn: z.string() }),
      workKinds: z.array(z.object({ id: z.uuid(), key: z.string(), nameJa: z.string(), nameEn: z.string(), withholding: z.string() })),
      skills: z.array(z.object({ id: z.uuid(), nameJa: z.string(), nameEn: z.string(), highestLevel: z.int() })),
      sites: z.array(z.object({ id: z.uuid(), name: z.string(), prefecture: z.string(), securityClass: z.int() })),
      /** The minimum wages in force today, by prefecture. */
      references: z.array(reference),
      /** What the texts of the terms are until somebody changes them. */
      standard: z.object({
        workPlace: z.string(),
        expenses: z.string(),
        intellectualProperty: z.string(),
        personalData: z.string(),
        contact: z.string(),
      }),
    }),
    allow: directing,
  }),
  /** Who was offered how much, who agreed, and what became of it. */
  'package-people': read({
    input: z.strictObject({ packageId: z.uuid() }),
    output: z.object({
      offers: z.array(
        z.object({
          id: z.uuid(),
          workerName: z.string(),
          units: z.int(),
          state: z.enum(offerStates),
          offeredAt: z.string(),
          answerBy: z.string().nullable(),
          why: z.array(offerReason),
        }),
      ),
      assignments: z.array(
        z.object({
          id: z.uuid(),
          workerName: z.string(),
          units: z.int(),
          releasedUnits: z.int(),
          receivedUnits: z.int(),
          acceptedUnits: z.int(),
          /** Not handed in and not released: what terms can still change for. */
          leftUnits: z.int(),
          unitPriceYen: z.int(),
          openChangeId: z.uuid().nullable(),
          dueOn: z.string(),
          noticeDocumentId: z.uuid(),
          workerId: z.uuid(),
          /** What the person wrote and nobody who leads has opened. */
          unreadMessages: z.int(),
          manualVersionRead: z.int().nullable(),
        }),
      ),
    }),
    allow: following,
  }),
}

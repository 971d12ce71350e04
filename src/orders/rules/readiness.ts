import { siteFromClass } from './data-class.ts'
import { addDays, type CalendarDate } from '../../units/calendar-date.ts'
import { minutes } from '../../units/minutes.ts'
import { yen } from '../../units/yen.ts'
import { lotRange } from './gates.ts'
import { isReferenceOutdated, judgeImpliedHourly, standardDaysNeeded } from './implied-hourly.ts'
import { fitsStandardDays } from './pace.ts'
import { isLawfulPayRule, judgePayDate, payDateByRule } from './pay-date.ts'
import { payRuleOf } from './pay-day.ts'

/** Every finding has words that say what is missing and how to mend it. */
export const findingCodes = [
  'summary-missing',
  'specification-missing',
  'manual-unpublished',
  'work-kind-undecided',
  'due-passed',
  'due-after-promise',
  'inspection-after-promise',
  'lot-too-long',
  'reference-unknown',
  'reference-outdated',
  'price-below-reference',
  'price-explained',
  'pay-date-too-late',
  'pay-date-over-target',
  'operator-name-missing',
  'operator-address-missing',
  'operator-contact-missing',
  'work-place-missing',
  'expenses-missing',
  'intellectual-property-missing',
  'personal-data-missing',
  'contact-missing',
  'site-needed',
  'site-class-too-low',
  'independence-unreviewed',
  'nobody-fits',
] as const
export type FindingCode = (typeof findingCodes)[number]

interface Finding {
  code: FindingCode
  level: 'must' | 'advice'
  params: Record<string, string | number>
}

export interface PackageFacts {
  summary: string
  specification: string
  manualVersion: number | null
  withholding: string
  units: number
  unitMinutes: number
  unitPriceYen: number
  priceRationale: string
  releaseOn: CalendarDate
  dueOn: CalendarDate
  orderDueOn: CalendarDate
  inspectionDays: number
  minUnits: number
  maxSharePercent: number
  indivisible: boolean
  workPlace: string
  expenses: string
  intellectualProperty: string
  personalData: string
  contact: string
  securityClass: number
  /** Null for work at home. */
  site: { securityClass: number } | null
  independenceReviewed: boolean
  operator: { name: string; address: string; contact: string; payDay: number }
  /** The latest minimum wage on record, as the reference for the implied hourly fee; null when there is none. */
  reference: { hourlyYen: number; validFrom: CalendarDate } | null
  fittingWorkerCount: number
}

/** From this class on, work is done in a room of that class and not at home. */

/** Everything that stands in the way of publishing a package (`must`) or deserves a thought (`advice`). */
export function readinessFindings(facts: PackageFacts, today: CalendarDate): Finding[] {
  return [
    ...contentFindings(facts),
    ...dateFindings(facts, today),
    ...priceFindings(facts, today),
    ...termsFindings(facts),
    ...placeFindings(facts),
  ]
}

export const isReady = (findings: readonly Finding[]): boolean => findings.every((finding) => finding.level === 'advice')

const must = (code: FindingCode, params: Finding['params'] = {}): Finding => ({ code, level: 'must', params })
const advice = (code: FindingCode, params: Finding['params'] = {}): Finding => ({ code, level: 'advice', params })
const blank = (text: string): boolean => text.trim() === ''
const found = (findings: readonly (Finding | false)[]): Finding[] => findings.filter((finding) => finding !== false)

function contentFindings(facts: PackageFacts): Finding[] {
  return found([
    blank(facts.summary) && must('summary-missing'),
    blank(facts.specification) && must('specification-missing'),
    facts.manualVersion === null && must('manual-unpublished'),
    // 所得税法204条: whether tax is withheld must be known before anybody agrees to a fee.
    facts.withholding === 'undecided' && must('work-kind-undecided'),
    facts.fittingWorkerCount === 0 && advice('nobody-fits'),
  ])
}

function dateFindings(facts: PackageFacts, today: CalendarDate): Finding[] {
  const least = lotRange(facts, facts.maxSharePercent / 100).min
  const lotMinutes = facts.unitMinutes * least
  const begin = facts.releaseOn > today ? facts.releaseOn : today
  const inspectedOn = addDays(facts.dueOn, facts.inspectionDays)
  const payRule = payRuleOf(facts.operator.payDay)
  const payOn = payDateByRule(facts.dueOn, payRule)
  const pay = judgePayDate(facts.dueOn, payOn)
  return found([
    facts.dueOn < today && must('due-passed'),
    facts.dueOn > facts.orderDueOn && must('due-after-promise', { orderDueOn: facts.orderDueOn }),
    facts.dueOn <= facts.orderDueOn &&
      inspectedOn > facts.orderDueOn &&
      advice('inspection-after-promise', { inspectedOn, orderDueOn: facts.orderDueOn }),
    facts.dueOn >= today &&
      !fitsStandardDays(lotMinutes, begin, facts.dueOn) &&
      must('lot-too-long', { units: least, days: standardDaysNeeded(minutes(facts.unitMinutes), least) }),
    // Work may arrive on another day than the due date, so the rule has to be lawful in every month.
    !isLawfulPayRule(payRule) && must('pay-date-too-late', { payDay: facts.operator.payDay }),
    pay.strict && !pay.withinGuideline && advice('pay-date-over-target', { payOn, days: pay.day }),
  ])
}

// フリーランス法5条1項4号 (買いたたき) and 自営型テレワークガイドライン (報酬額): the minimum wage is one reference; a price below it
// needs a reason on record.
function priceFindings(facts: PackageFacts, today: CalendarDate): Finding[] {
  const { reference } = facts
  if (reference === null) return [must('reference-unknown')]
  const verdict = judgeImpliedHourly(yen(facts.unitPriceYen), minutes(facts.unitMinutes), yen(reference.hourlyYen))
  const outdated = isReferenceOutdated(reference.validFrom, today) ? [advice('reference-outdated', { validFrom: reference.validFrom })] : []
  if (!verdict.belowReference) return outdated
  const params = { hourlyYen: verdict.hourlyYen, referenceYen: reference.hourlyYen, sufficientYen: verdict.sufficientUnitFeeYen ?? 0 }
  return [...outdated, blank(facts.priceRationale) ? must('price-below-reference', params) : advice('price-explained', params)]
}

// The six items of フリーランス法12条 (施行令2条) and the six of the guideline for recruiting; what a date or a number
// fills is checked where that is.
function termsFindings(facts: PackageFacts): Finding[] {
  return found([
    blank(facts.operator.name) && must('operator-name-missing'),
    blank(facts.operator.address) && must('operator-address-missing'),
    blank(facts.operator.contact) && must('operator-contact-missing'),
    blank(facts.workPlace) && must('work-place-missing'),
    blank(facts.expenses) && must('expenses-missing'),
    blank(facts.intellectualProperty) && must('intellectual-property-missing'),
    blank(facts.personalData) && must('personal-data-missing'),
    blank(facts.contact) && must('contact-missing'),
  ])
}

function placeFindings(facts: PackageFacts): Finding[] {
  const { site, securityClass } = facts
  return found([
    site === null && securityClass >= siteFromClass && must('site-needed', { securityClass }),
    site !== null && site.securityClass < securityClass && must('site-class-too-low', { securityClass, siteClass: site.securityClass }),
    // 昭和60年 労働基準法研究会報告: a fixed place is one sign of employment, so somebody looks at it before it is published.
    site !== null && !facts.independenceReviewed && must('independence-unreviewed'),
  ])
}

import { addDays, type CalendarDate } from '../../units/calendar-date.ts'
import { addYen, formatYen, groupDigits, timesYen, yen, type Yen } from '../../units/yen.ts'
import { ourTaxRounding, taxOnExclusive } from '../rules/consumption-tax.ts'
import { contradictions, missingItems, type NoticeDraft, type NoticeItem } from '../rules/notice.ts'
import { judgePayDate, payDateByRule, type PayDateVerdict } from '../rules/pay-date.ts'
import { payRuleOf } from '../rules/pay-day.ts'
import type { NoticeOfTerms } from './notice-of-terms/notice-of-terms.ts'
import { closingRule, feeFormula, specificationWithManual, standardClauses, workerCode } from './standard-terms.ts'

/** What is known when a worker agrees to an offer. Yen without tax. */
export interface AgreedFacts {
  operator: { name: string; address: string; contact: string; representative: string; payDay: number }
  worker: { number: number; name: string; kind: string; address: string; email: string; phone: string }
  work: {
    title: string
    summary: string
    specification: string
    unitName: string
    inspectionDays: number
    expenses: string
    intellectualProperty: string
    personalData: string
    contact: string
    manualVersion: number | null
  }
  units: number
  unitPriceYen: number
  taxRatePercent: number
  orderedOn: CalendarDate
  dueOn: CalendarDate
  /** The earlier notice that these terms change for what is left, or null. */
  amends: NoticeOfTerms['amends']
}

interface Terms {
  notice: NoticeOfTerms
  feeYen: Yen
  taxYen: Yen
  inspectionCompleteOn: CalendarDate
  payOn: CalendarDate
  pay: PayDateVerdict
  /** Items that the Act or the guideline asks for and that nobody has filled. */
  missing: readonly NoticeItem[]
  contradicting: readonly string[]
}

/** Writes the terms of one order to one worker; `missing` says what stands in the way of giving them. */
export function termsOfOrder(facts: AgreedFacts): Terms {
  const feeYen = timesYen(yen(facts.unitPriceYen), facts.units)
  const taxYen = taxOnExclusive(feeYen, facts.taxRatePercent, ourTaxRounding)
  const inspectionCompleteOn = addDays(facts.dueOn, facts.work.inspectionDays)
  const payOn = payDateByRule(facts.dueOn, payRuleOf(facts.operator.payDay))
  const notice = noticeOf(facts, { feeYen, taxYen, inspectionCompleteOn, payOn })
  const draft = draftOf(notice)
  return {
    notice,
    feeYen,
    taxYen,
    inspectionCompleteOn,
    payOn,
    pay: judgePayDate(facts.dueOn, payOn),
    missing: missingItems(draft),
    contradicting: contradictions(draft),
  }
}

type Figures = Pick<Terms, 'feeYen' | 'taxYen' | 'inspectionCompleteOn' | 'payOn'>

function noticeOf(facts: AgreedFacts, figures: Figures): NoticeOfTerms {
  const { operator, worker, work, units } = facts
  const formula = feeFormula(formatYen(yen(facts.unitPriceYen), 'ja'), groupDigits(String(units)), work.unitName)
  return {
    languages: ['ja'],
    supplements: null,
    amends: facts.amends,
    orderer: {
      name: operator.name,
      honorific: null,
      representative: orNull(operator.representative),
      code: null,
      postalCode: null,
      address: operator.address,
      ...reachOf(operator.contact),
      attention: null,
    },
    worker: {
      name: worker.name,
      honorific: worker.kind === 'corporation' ? '御中' : '様',
      representative: null,
      code: workerCode(worker.number),
      postalCode: null,
      address: orNull(worker.address),
      phone: orNull(worker.phone),
      email: orNull(worker.email),
      attention: null,
    },
    orderedOn: facts.orderedOn,
    work: {
      title: work.title,
      description: orNull(work.summary),
      quantity: { count: units, unit: work.unitName },
      specification:
        work.manualVersion === null ? work.specification : specificationWithManual(work.specification, work.title, work.manualVersion),
    },
    intellectualProperty: work.intellectualProperty,
    due: { kind: 'on', on: facts.dueOn },
    deliveryPlace: standardClauses.deliveryPlace,
    deliveryMethod: standardClauses.deliveryMethod,
    inspectionCompleteOn: figures.inspectionCompleteOn,
    fee: {
      kind: 'amount',
      exTaxYen: figures.feeYen,
      taxRatePercent: facts.taxRatePercent,
      taxYen: figures.taxYen,
      inTaxYen: addYen(figures.feeYen, figures.taxYen),
      formula,
    },
    payment: { payOn: figures.payOn, closingRule: closingRule(operator.payDay) },
    expenses: work.expenses,
    changes: standardClauses.changes,
    repairs: standardClauses.repairs,
    confidentiality: standardClauses.confidentiality,
    personalData: work.personalData,
    pendingItems: [],
    resubcontract: null,
    masterAgreement: null,
    contact: { person: work.contact, ...reachOf(operator.contact) },
    alsoSmallSupplierAct: true,
  }
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text)

/** The operator's contact is one line; an address of mail is told from a telephone number by its sign. */
const reachOf = (contact: string): { phone: string | null; email: string | null } =>
  contact.includes('@') ? { phone: null, email: contact } : { phone: orNull(contact), email: null }

/** The notice as the rule of completeness reads it. */
function draftOf(notice: NoticeOfTerms): NoticeDraft {
  const { orderer, fee, due } = notice
  return {
    orderer: { name: orderer.name, address: orderer.address ?? '', contact: orderer.email ?? orderer.phone ?? '' },
    worker: { name: notice.worker.name },
    orderedOn: notice.orderedOn,
    work: {
      title: notice.work.title,
      quantity: notice.work.quantity?.count ?? 0,
      unit: notice.work.quantity?.unit ?? '',
      specification: notice.work.specification,
    },
    due: due?.kind === 'on' ? { kind: 'date', on: due.on } : null,
    delivery: { place: notice.deliveryPlace, method: notice.deliveryMethod ?? '' },
    inspection: notice.inspectionCompleteOn === null ? { kind: 'none' } : { kind: 'inspected', completeOn: notice.inspectionCompleteOn },
    fee: fee?.kind === 'amount' ? { kind: 'amount', feeYen: fee.exTaxYen, taxYen: fee.taxYen, totalYen: fee.inTaxYen } : null,
    payOn: notice.payment.payOn,
    paymentMethod: standardClauses.paymentMethod,
    expenses: notice.expenses,
    changes: notice.changes,
    defects: notice.repairs,
    intellectualProperty: notice.intellectualProperty,
    // ガイドライン⑫ asks for both: what one learns of the orderer, and personal data.
    confidentiality: notice.personalData?.trim() === '' ? '' : notice.confidentiality,
    pendingItems: [],
    resubcontract: null,
  }
}

import { describe, expect, test } from 'vitest'
import { calendarDate } from '../../units/calendar-date.ts'
import { findingCodes, isReady, readinessFindings, type FindingCode, type PackageFacts } from './readiness.ts'

const today = calendarDate('2026-11-20')
const ready: PackageFacts = {
  summary: '名刺の文字を入力します',
  specification: '誤字は1000字に1字まで',
  manualVersion: 1,
  withholding: 'not-subject',
  units: 400,
  unitMinutes: 6,
  unitPriceYen: 120,
  priceRationale: '',
  releaseOn: calendarDate('2026-11-21'),
  dueOn: calendarDate('2026-12-04'),
  orderDueOn: calendarDate('2026-12-20'),
  inspectionDays: 7,
  minUnits: 10,
  maxSharePercent: 100,
  indivisible: false,
  workPlace: '自宅など',
  expenses: '通信費は受託者の負担',
  intellectualProperty: '検収の時に移る',
  personalData: '取り扱わない',
  contact: '業務管理課',
  securityClass: 0,
  site: null,
  independenceReviewed: false,
  operator: { name: '振興公社', address: '長野県見本市', contact: 'info@example.jp', payDay: 25 },
  reference: { hourlyYen: 1061, validFrom: calendarDate('2026-10-01') },
  fittingWorkerCount: 3,
}
const codes = (facts: Partial<PackageFacts>) => readinessFindings({ ...ready, ...facts }, today).map((finding) => finding.code)

test('整っていれば、残るのは支払日の目安だけ', () => {
  // Received on 12-04, paid on 01-25: day 53, lawful but beyond the guideline's 30 days.
  const findings = readinessFindings(ready, today)
  expect(findings).toEqual([{ code: 'pay-date-over-target', level: 'advice', params: { payOn: '2027-01-25', days: 53 } }])
  expect(isReady(findings)).toBe(true)
})

const site = { securityClass: 1 }
const cases: { [Code in FindingCode]: Partial<PackageFacts> } = {
  'summary-missing': { summary: ' ' },
  'specification-missing': { specification: '' },
  'manual-unpublished': { manualVersion: null },
  'work-kind-undecided': { withholding: 'undecided' },
  'due-passed': { releaseOn: calendarDate('2026-11-01'), dueOn: calendarDate('2026-11-19') },
  'due-after-promise': { orderDueOn: calendarDate('2026-12-03') },
  'inspection-after-promise': { orderDueOn: calendarDate('2026-12-05') },
  'lot-too-long': { indivisible: true, units: 1200 },
  'reference-unknown': { reference: null },
  'reference-outdated': { reference: { hourlyYen: 1061, validFrom: calendarDate('2025-11-20') } },
  'price-below-reference': { unitPriceYen: 106 },
  'price-explained': { unitPriceYen: 106, priceRationale: '比べられる仕事の単価と同じ' },
  // Lawful for this due date, but work that arrives on 1 July would be paid on 30 August, day 61.
  'pay-date-too-late': { operator: { ...ready.operator, payDay: 30 } },
  'pay-date-over-target': {},
  'operator-name-missing': { operator: { ...ready.operator, name: '' } },
  'operator-address-missing': { operator: { ...ready.operator, address: '' } },
  'operator-contact-missing': { operator: { ...ready.operator, contact: '' } },
  'work-place-missing': { workPlace: '' },
  'expenses-missing': { expenses: '' },
  'intellectual-property-missing': { intellectualProperty: '' },
  'personal-data-missing': { personalData: '' },
  'contact-missing': { contact: '' },
  'site-needed': { securityClass: 2 },
  'site-class-too-low': { securityClass: 2, site },
  'independence-unreviewed': { site },
  'nobody-fits': { fittingWorkerCount: 0 },
}

describe('それぞれの不足を名指しする', () => {
  test.each(findingCodes)('%s', (code) => {
    expect(codes(cases[code])).toContain(code)
  })
})

test('最低賃金と同じ時間あたりの報酬は、下回らない', () => {
  const reference = (hourlyYen: number) => ({ reference: { hourlyYen, validFrom: calendarDate('2026-10-01') } })
  expect(codes({ unitPriceYen: 107, ...reference(1070) })).not.toContain('price-below-reference')
  expect(codes({ unitPriceYen: 107, ...reference(1071) })).toContain('price-below-reference')
})

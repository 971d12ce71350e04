import { describe, expect, test } from 'vitest'
import { calendarDate } from '../../units/calendar-date.ts'
import { yen } from '../../units/yen.ts'
import { type NoticeDraft, contradictions, missingItems, noticeItems } from './notice.ts'

const complete: NoticeDraft = {
  orderer: { name: 'サンプル振興公社', address: '長野県塩尻市', contact: '0263-00-0000' },
  worker: { name: 'デモ ワーカー 1' },
  orderedOn: calendarDate('2026-11-22'),
  work: { title: '名刺データ入力', quantity: 60, unit: '件', specification: '手順書 第3版' },
  due: { kind: 'date', on: calendarDate('2026-12-10') },
  delivery: { place: 'システム上', method: 'アップロード' },
  inspection: { kind: 'inspected', completeOn: calendarDate('2026-12-17') },
  fee: { kind: 'amount', feeYen: yen(7200), taxYen: yen(720), totalYen: yen(7920) },
  payOn: calendarDate('2027-01-25'),
  paymentMethod: '銀行振込',
  expenses: '通信費は報酬に含む',
  changes: '協議のうえ書面で示す',
  defects: '不適合は一度だけ無償で直す',
  intellectualProperty: '検収のときに移る',
  confidentiality: '作業の後に消去する',
  pendingItems: [],
  resubcontract: null,
}

test('全項目がそろえば完全', () => {
  expect(missingItems(complete)).toEqual([])
  expect(contradictions(complete)).toEqual([])
})

describe('どの項目も、欠ければその項目が名指しされる', () => {
  test.each(noticeItems)('%s', (item) => {
    const draft: NoticeDraft = { ...complete, [item]: null }
    expect(missingItems(draft)).toEqual([item])
  })
})

test('空白だけの記載は、書いたことにならない', () => {
  const draft: NoticeDraft = {
    ...complete,
    orderer: { name: 'サンプル振興公社', address: ' 　', contact: '0263-00-0000' },
    confidentiality: '',
    work: { title: '名刺データ入力', quantity: Number.NaN, unit: '件', specification: '手順書 第3版' },
  }
  expect(missingItems(draft)).toEqual(['orderer', 'work', 'confidentiality'])
})

test('未定事項は理由と予定期日を示せば仮の明示になる（規則1条4項）', () => {
  const pending = { item: 'fee', reason: '発注企業の仕様が未確定', expectedOn: calendarDate('2026-12-01') } as const
  expect(missingItems({ ...complete, fee: null, pendingItems: [pending] })).toEqual([])
  expect(missingItems({ ...complete, fee: null, pendingItems: [{ ...pending, reason: ' ' }] })).toEqual(['fee'])
  expect(missingItems({ ...complete, worker: null, pendingItems: [{ ...pending, item: 'worker' }] })).toEqual(['worker'])
})

test('両立しない記載', () => {
  const broken: NoticeDraft = {
    ...complete,
    due: { kind: 'period', from: calendarDate('2026-11-25'), to: calendarDate('2026-11-20') },
    inspection: { kind: 'inspected', completeOn: calendarDate('2026-11-19') },
    payOn: calendarDate('2026-11-18'),
    fee: { kind: 'amount', feeYen: yen(7200), taxYen: yen(720), totalYen: yen(7900) },
    work: { title: '名刺データ入力', quantity: 0, unit: '件', specification: '手順書 第3版' },
  }
  expect(contradictions(broken)).toEqual([
    'due-before-ordered',
    'period-reversed',
    'inspection-before-due',
    'pay-before-due',
    'fee-does-not-add-up',
    'nothing-ordered',
  ])
})

test('再委託の例外では、元委託の支払期日を含めて30日目まで（4条3項）', () => {
  const resubcontract = { clientName: 'サンプル通販', clientPayOn: calendarDate('2026-12-27') }
  expect(contradictions({ ...complete, resubcontract })).toEqual([])
  const earlier = { ...resubcontract, clientPayOn: calendarDate('2026-12-26') }
  expect(contradictions({ ...complete, resubcontract: earlier })).toEqual(['pay-after-resubcontract-limit'])
})

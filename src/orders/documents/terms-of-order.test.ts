import { expect, test } from 'vitest'
import { calendarDate } from '../../units/calendar-date.ts'
import { noticeOfTerms } from './notice-of-terms/notice-of-terms.ts'
import { composeNoticeOfTerms } from './notice-of-terms/render.ts'
import { packageTexts } from './standard-terms.ts'
import { termsOfOrder, type AgreedFacts } from './terms-of-order.ts'

const facts: AgreedFacts = {
  operator: { name: '見本振興公社', address: '長野県見本市1-1', contact: 'info@example.jp', representative: '理事長 見本', payDay: 25 },
  worker: { number: 7, name: '見本 花子', kind: 'individual', address: '', email: 'hanako@example.jp', phone: '' },
  work: {
    title: '名刺の入力',
    summary: '名刺の文字を入力します',
    specification: '誤字は1000字に1字まで',
    unitName: '枚',
    inspectionDays: 7,
    expenses: packageTexts.expenses,
    intellectualProperty: packageTexts.intellectualProperty,
    personalData: packageTexts.personalData,
    contact: '業務管理課',
    manualVersion: 3,
  },
  units: 60,
  unitPriceYen: 121,
  taxRatePercent: 10,
  orderedOn: calendarDate('2026-11-22'),
  dueOn: calendarDate('2026-12-10'),
  amends: null,
}

test('報酬・税・検査完了日・支払日が日付と金額で定まる', () => {
  const terms = termsOfOrder(facts)
  expect(terms).toMatchObject({
    feeYen: 7260,
    taxYen: 726,
    inspectionCompleteOn: '2026-12-17',
    payOn: '2027-01-25',
    missing: [],
    contradicting: [],
  })
  expect(terms.pay.strict).toBe(true)
  expect(noticeOfTerms.parse(terms.notice)).toEqual(terms.notice)
})

test('消費税の端数は切り捨てる', () => {
  expect(termsOfOrder({ ...facts, units: 1 }).taxYen).toBe(12)
})

test('欠けた項目を名指しする', () => {
  expect(termsOfOrder({ ...facts, operator: { ...facts.operator, address: '' } }).missing).toEqual(['orderer'])
  expect(termsOfOrder({ ...facts, work: { ...facts.work, expenses: ' ' } }).missing).toEqual(['expenses'])
  expect(termsOfOrder({ ...facts, work: { ...facts.work, personalData: '' } }).missing).toEqual(['confidentiality'])
})

test('31日払いは月末払いになり、60日を超える受領日では厳密な期限を守らない', () => {
  const late = termsOfOrder({
    ...facts,
    operator: { ...facts.operator, payDay: 31 },
    orderedOn: calendarDate('2026-06-01'),
    dueOn: calendarDate('2026-07-01'),
  })
  expect(late.payOn).toBe('2026-08-31')
  expect(late.pay).toMatchObject({ strict: false, day: 62 })
})

test('紙面には数量・算定方法・手順書の版がある', () => {
  const text = JSON.stringify(composeNoticeOfTerms(termsOfOrder(facts).notice, 'ja'))
  for (const part of ['60 枚', '1枚 121円 × 60枚', '第3版', '受託者番号 W-00007', '毎月末日納品締切、翌月25日支払'])
    expect(text).toContain(part)
})

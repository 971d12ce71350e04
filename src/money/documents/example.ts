import type { DocumentSeal, PaperParty } from '../../platform/pdf/paper.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { yen, zeroYen } from '../../units/yen.ts'
import { type BankAccount, maskAccount } from './billing.ts'
import type { ClientInvoice } from './client-invoice.ts'
import type { PaymentRecord } from './payment-record.ts'
import type { Statement } from './statement.ts'

const operator: PaperParty = {
  name: '一般財団法人サンプル振興公社',
  honorific: null,
  postalCode: '399-0000',
  address: '長野県見本市大門一番町1番1号',
  phone: '0263-00-0000',
  email: 'kado@example.jp',
  attention: '経理担当 見本 五郎',
}
const client: PaperParty = {
  name: '見本通販株式会社',
  honorific: '御中',
  postalCode: '100-0000',
  address: '東京都見本区見本1-2-3',
  phone: null,
  email: null,
  attention: '商品部 見本 三郎 様',
}
const worker: PaperParty = {
  name: '見本 花子',
  honorific: '様',
  postalCode: '398-0000',
  address: '長野県見本市大町1000番地',
  phone: null,
  email: null,
  attention: '受託者番号 W-00042',
}
const account: BankAccount = {
  bankName: '見本銀行',
  branchName: '見本支店',
  accountType: 'ordinary',
  accountNumber: '1234567',
  holder: 'ミホン ハナコ',
}

export const exampleSeal: DocumentSeal = {
  number: 'S2026-00042',
  issuedAt: new Date('2026-12-01T00:10:00Z'),
  sha256: 'cd'.repeat(32),
}

/** A registered worker's statement: 原稿 30,000 with withholding, データ入力 20,005 without. */
export const exampleStatement: Statement = {
  edition: null,
  togetherBaseYen: zeroYen,
  registration: { kind: 'purchase-statement', registrationNumber: 'T8810000000000' },
  issuer: operator,
  worker,
  period: { from: calendarDate('2026-11-01'), to: calendarDate('2026-11-30') },
  lines: [
    {
      suppliedOn: calendarDate('2026-11-10'),
      description: '商品説明文の原稿',
      orderNumber: 'N-2026-000101',
      quantity: { count: 500, unit: '件', unitPriceYen: yen(60) },
      amountYen: yen(30_000),
      taxRatePercent: 10,
      reducedRate: false,
      withholding: 'subject',
    },
    {
      suppliedOn: calendarDate('2026-11-12'),
      description: 'アンケートのデータ入力',
      orderNumber: 'N-2026-000117',
      quantity: { count: 4_001, unit: '件', unitPriceYen: yen(5) },
      amountYen: yen(20_005),
      taxRatePercent: 10,
      reducedRate: false,
      withholding: 'not-subject',
    },
  ],
  sums: { subtotalYen: yen(50_005), taxes: [{ ratePercent: 10, baseYen: yen(50_005), taxYen: yen(5_000) }], totalYen: yen(55_005) },
  withholding: { baseYen: yen(30_000), taxYen: yen(3_063) },
  netYen: yen(51_942),
  payOn: calendarDate('2026-12-25'),
  account: maskAccount(account),
  confirmation: { days: 7, until: calendarDate('2026-12-08') },
  corrects: null,
  remarks: null,
}

/** An invoice with two rates, the reduced one for a carton of drinks. */
export const exampleInvoice: ClientInvoice = {
  issuer: operator,
  registrationNumber: 'T7000012050002',
  client,
  title: '商品画像の説明文の作成 ほか',
  invoicedOn: calendarDate('2026-12-01'),
  period: { from: calendarDate('2026-11-01'), to: calendarDate('2026-11-30') },
  lines: [
    {
      suppliedOn: calendarDate('2026-11-14'),
      description: '商品説明文 秋冬号（第1回分）',
      orderNumber: 'J-2026-0031',
      quantity: { count: 1_200, unit: '件', unitPriceYen: yen(120) },
      amountYen: yen(144_000),
      taxRatePercent: 10,
      reducedRate: false,
    },
    {
      suppliedOn: calendarDate('2026-11-28'),
      description: '商品画像の切り抜き',
      orderNumber: 'J-2026-0031',
      quantity: { count: 85, unit: '点', unitPriceYen: yen(300) },
      amountYen: yen(25_500),
      taxRatePercent: 10,
      reducedRate: false,
    },
    {
      suppliedOn: calendarDate('2026-11-28'),
      description: '説明会の飲料（実費）',
      orderNumber: null,
      quantity: null,
      amountYen: yen(1_999),
      taxRatePercent: 8,
      reducedRate: true,
    },
  ],
  sums: {
    subtotalYen: yen(171_499),
    taxes: [
      { ratePercent: 10, baseYen: yen(169_500), taxYen: yen(16_950) },
      { ratePercent: 8, baseYen: yen(1_999), taxYen: yen(159) },
    ],
    totalYen: yen(188_608),
  },
  dueOn: calendarDate('2026-12-28'),
  account: { ...account, accountNumber: '7654321', holder: 'ザイ）サンプルシンコウコウシヤ' },
  corrects: null,
  remarks: '振込手数料は貴社にてご負担ください。',
}

/** Twelve payments of one year. */
export const examplePaymentRecord: PaymentRecord = {
  edition: null,
  issuer: operator,
  worker,
  year: 2026,
  payments: Array.from({ length: 12 }, (_, at) => {
    const month = String(at + 1).padStart(2, '0')
    return {
      paidOn: calendarDate(`2026-${month}-25`),
      statementNumber: `S-2026-${month}-00042`,
      description: '商品説明文 ほか',
      feeYen: yen(50_005),
      taxYen: yen(5_000),
      withholdingBaseYen: yen(30_000),
      withholdingYen: yen(3_063),
      netYen: yen(51_942),
    }
  }),
}

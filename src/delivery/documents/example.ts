import type { DocumentSeal, PaperParty } from '../../platform/pdf/paper.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { yen } from '../../units/yen.ts'
import type { AcceptanceCertificate } from './acceptance-certificate.ts'
import type { DeliveryNote } from './delivery-note.ts'

const operator: PaperParty = {
  name: '一般財団法人サンプル振興公社',
  honorific: '御中',
  postalCode: '399-0000',
  address: '長野県見本市大門一番町1番1号',
  phone: '0263-00-0000',
  email: 'kado@example.jp',
  attention: '業務管理課 見本 次郎',
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
  postalCode: null,
  address: null,
  phone: null,
  email: null,
  attention: '受託者番号 W-00042',
}

export const exampleSeal: DocumentSeal = {
  number: 'D2026-00045',
  issuedAt: new Date('2026-12-18T01:30:00Z'),
  sha256: 'cd'.repeat(32),
}

/** A delivery note with prices, for tests and for the preview of the template. */
export const exampleDeliveryNote: DeliveryNote = {
  from: operator,
  to: client,
  title: '商品画像の説明文の作成（見本通販 秋冬号）',
  orderNumber: 'J-2026-0031',
  orderedOn: calendarDate('2026-11-20'),
  deliveredOn: calendarDate('2026-12-18'),
  deliveryPlace: 'KADO 発注企業用画面（ファイルのダウンロード）',
  lines: [
    {
      description: '商品説明文 秋冬号（第1回分）',
      count: 1_200,
      unit: '件',
      unitPriceYen: yen(120),
      amountYen: yen(144_000),
      note: '2026-12-18-A.csv',
    },
    { description: '商品画像の切り抜き', count: 85, unit: '点', unitPriceYen: yen(300), amountYen: yen(25_500), note: null },
    { description: '作業手順の設計', count: 1, unit: '式', unitPriceYen: yen(50_000), amountYen: yen(50_000), note: null },
  ],
  amounts: {
    subtotalYen: yen(219_500),
    taxes: [{ ratePercent: 10, baseYen: yen(219_500), taxYen: yen(21_950) }],
    totalYen: yen(241_450),
  },
  remarks: '内容をご確認のうえ、12月25日までに検収の結果をお知らせください。',
}

/** A certificate of a partly accepted delivery, for tests and for the preview of the template. */
export const exampleAcceptance: AcceptanceCertificate = {
  from: { ...operator, honorific: null },
  to: worker,
  title: '商品画像の説明文の作成（見本通販 秋冬号）',
  orderNumber: 'N-2026-000123',
  orderedOn: calendarDate('2026-11-22'),
  dueOn: calendarDate('2026-12-18'),
  receivedOn: calendarDate('2026-12-16'),
  acceptedOn: calendarDate('2026-12-18'),
  manner: 'inspected',
  inspector: 'ディレクター 見本 四郎',
  payOn: calendarDate('2027-01-25'),
  lines: [
    { description: '商品説明文（衣料）', receivedCount: 300, acceptedCount: 300, unit: '件', note: null },
    { description: '商品説明文（雑貨）', receivedCount: 200, acceptedCount: 188, unit: '件', note: '12件は字数の不足により補修を依頼' },
  ],
  remarks: null,
}

import { calendarDate } from '../../../units/calendar-date.ts'
import { yen } from '../../../units/yen.ts'
import type { DocumentSeal } from '../../../platform/pdf/paper.ts'
import type { NoticeOfTerms } from './notice-of-terms.ts'

export const exampleSeal: DocumentSeal = {
  number: 'N2026-00123',
  issuedAt: new Date('2026-11-22T05:04:00Z'),
  sha256: 'ab'.repeat(32),
}

/** A notice with every item but the conditional ones, for tests and for the preview of the template. */
export const exampleNotice: NoticeOfTerms = {
  languages: ['ja'],
  supplements: null,
  amends: null,
  orderer: {
    name: '一般財団法人サンプル振興公社',
    honorific: null,
    representative: '理事長 見本 一郎',
    code: null,
    postalCode: '399-0000',
    address: '長野県見本市大門一番町1番1号',
    phone: '0263-00-0000',
    email: 'kado@example.jp',
    attention: null,
  },
  worker: {
    name: '見本 花子',
    honorific: '様',
    representative: null,
    code: '受託者番号 W-00042',
    postalCode: '398-0000',
    address: '長野県見本市大町1000番地',
    phone: null,
    email: 'hanako@example.jp',
    attention: null,
  },
  orderedOn: calendarDate('2026-11-22'),
  work: {
    title: '商品画像の説明文の作成（見本通販 秋冬号）',
    description: '商品画像と仕様表をもとに、1商品につき80〜120字の説明文を作成する。',
    quantity: { count: 500, unit: '件' },
    specification: '作業手順書「商品説明文」第3版のとおり。納品形式はCSV（UTF-8）。',
  },
  intellectualProperty:
    '成果物の著作権（著作権法第27条及び第28条の権利を含む）は、検査の完了時に委託者へ移転する。その対価は報酬の額に含む。',
  due: { kind: 'on', on: calendarDate('2026-12-18') },
  deliveryPlace: 'KADO システム内「納品」画面',
  deliveryMethod: 'ファイルのアップロード',
  inspectionCompleteOn: calendarDate('2026-12-25'),
  fee: {
    kind: 'amount',
    exTaxYen: yen(30_000),
    taxRatePercent: 10,
    taxYen: yen(3_000),
    inTaxYen: yen(33_000),
    formula: '1件 60円 × 500件',
  },
  payment: { payOn: calendarDate('2027-01-25'), closingRule: '毎月末日納品締切、翌月25日支払（金融機関の休業日にあたるときは前営業日）' },
  expenses: '通信費・電気代は受託者の負担。業務に必要な有料素材は委託者が購入して貸与する。',
  changes:
    '内容・納期・報酬を変更するときは、あらかじめ協議し、合意した内容を改めて書面又は電磁的方法で明示する。応じないことを理由に不利益な取扱いをしない。',
  repairs:
    '本書の仕様に合わないときに限り、受領後10日以内に理由を示して補修を求める。納期に遅れるおそれがあるときは、早めに連絡し協議する。',
  confidentiality: '業務上知り得た委託者及び元委託者の情報を、業務以外に使用せず、第三者に開示しない。',
  personalData: '本業務では個人情報を取り扱わない。',
  pendingItems: [],
  resubcontract: null,
  masterAgreement: { title: '業務委託基本契約書', on: calendarDate('2026-04-01'), validTo: calendarDate('2027-03-31') },
  contact: { person: '業務管理課 見本 次郎', phone: '0263-00-0001', email: 'orders@example.jp' },
  alsoSmallSupplierAct: true,
}

import type { PaperLanguage } from '../../../platform/pdf/paper.ts'

/** The words of version 1. Notices already given are derived from them again: they never change. */
type NoticeWords = {
  readonly title: string
  readonly supplementTitle: string
  readonly amendedTitle: string
  readonly basis: string
  readonly basisWithSmallSupplierAct: string
  readonly translation: string | null
  readonly opening: string
  readonly supplementOf: (number: string, date: string) => string
  readonly amends: (number: string, date: string, reason: string) => string
  readonly rows: {
    readonly parties: string; readonly orderedOn: string; readonly work: string; readonly due: string
    readonly deliveryPlace: string; readonly inspection: string; readonly fee: string; readonly payment: string
    readonly expenses: string; readonly intellectualProperty: string; readonly changes: string; readonly repairs: string
    readonly information: string; readonly pending: string; readonly resubcontract: string; readonly common: string
    readonly contact: string
  }
  readonly orderer: string
  readonly worker: string
  readonly code: (code: string) => string
  readonly representative: (name: string) => string
  readonly quantity: string
  readonly specification: string
  readonly description: string
  readonly method: string
  readonly noInspection: string
  readonly pendingValue: (row: number) => string
  readonly feeExTax: string
  readonly tax: (percent: number) => string
  readonly feeInTax: string
  readonly formula: string
  readonly formulaReason: string
  readonly payOn: string
  readonly closingRule: string
  readonly payBy: string
  readonly bankTransfer: string
  readonly confidentiality: string
  readonly personalData: string
  readonly pendingReason: string
  readonly expectedOn: string
  readonly resubcontractStatement: string
  readonly client: string
  readonly clientPayOn: string
  readonly common: (title: string, date: string, validTo: string | null) => string
  readonly phone: string
}

const ja: NoticeWords = {
  title: '取引条件明示書',
  supplementTitle: '取引条件明示書（補充）',
  amendedTitle: '取引条件明示書（変更）',
  basis: '特定受託事業者に係る取引の適正化等に関する法律（フリーランス・事業者間取引適正化等法）第3条第1項に基づく明示\n自営型テレワークの適正な実施のためのガイドラインに基づく契約条件の文書明示',
  basisWithSmallSupplierAct: '特定受託事業者に係る取引の適正化等に関する法律第3条第1項及び中小受託取引適正化法（取適法）第4条に基づく明示\n自営型テレワークの適正な実施のためのガイドラインに基づく契約条件の文書明示',
  translation: null,
  opening: '業務委託をするにあたり、次のとおり取引条件を明示します。',
  supplementOf: (number, date) => `本書は、${date}付け 文書番号 ${number} で未定としていた事項を定め、これと一体となるものです。`,
  amends: (number, date, reason) => `本書は、${date}付け 文書番号 ${number} の業務のうち残りの分について、双方が合意した変更後の条件を示すものです。変更の理由: ${reason}`,
  rows: {
    parties: '当事者', orderedOn: '業務委託をした日', work: '給付の内容', due: '納期（給付を受領する期日）',
    deliveryPlace: '納入場所・方法', inspection: '検査完了期日', fee: '報酬の額', payment: '支払期日・支払方法',
    expenses: '諸経費の取扱い', intellectualProperty: '知的財産権の取扱い', changes: '契約条件を変更する場合の取扱い',
    repairs: '成果物が不完全な場合・納入が遅れた場合の取扱い', information: '秘密情報・個人情報の取扱い', pending: '未定事項',
    resubcontract: '再委託に関する事項', common: '共通事項', contact: '問合せ先',
  },
  orderer: '委託者（注文者）',
  worker: '受託者（特定受託事業者）',
  code: (code) => `（${code}）`,
  representative: (name) => `代表者 ${name}`,
  quantity: '数量',
  specification: '規格・仕様',
  description: '内容',
  method: '納品方法',
  noInspection: '検査は行いません。',
  pendingValue: (row) => `未定（理由と定める予定の期日は ${row} に記載）`,
  feeExTax: '報酬（税抜）',
  tax: (percent) => `消費税等（${percent}%）`,
  feeInTax: '合計（税込）',
  formula: '算定方法',
  formulaReason: '額を定められない理由',
  payOn: '支払期日',
  closingRule: '締切と支払',
  payBy: '支払方法',
  bankTransfer: '受託者の指定する口座への銀行振込（振込手数料は委託者の負担）',
  confidentiality: '業務上知り得た情報',
  personalData: '個人情報',
  pendingReason: '定められない理由',
  expectedOn: '定める予定の期日',
  resubcontractStatement: '本業務は、元委託者から受けた業務の再委託です。',
  client: '元委託者',
  clientPayOn: '元委託業務の対価の支払期日',
  common: (title, date, validTo) => `共通事項は、${date}付け${title}による。${validTo === null ? '' : `（有効期間の末日 ${validTo}）`}`,
  phone: '電話',
}

const en: NoticeWords = {
  title: 'Notice of terms of work',
  supplementTitle: 'Supplementary notice of terms of work',
  amendedTitle: 'Amended notice of terms of work',
  basis: 'Given under Article 3(1) of the Act on Ensuring Proper Transactions\nInvolving Specified Entrusted Business Operators and the MHLW Guidelines for Self-employed Telework',
  basisWithSmallSupplierAct: 'Given under Article 3(1) of the Act on Ensuring Proper Transactions Involving Specified Entrusted\nBusiness Operators, Article 4 of the Act on proper transactions with small entrusted businesses,\nand the MHLW Guidelines for Self-employed Telework',
  translation: 'This is a translation for reference. The Japanese document of the same number is the notice.',
  opening: 'On entrusting you with the work below, the orderer states its terms as follows.',
  supplementOf: (number, date) => `This document fixes the items left open in document ${number} of ${date} and forms one notice with it.`,
  amends: (number, date, reason) => `This document states the terms, agreed by both, for what was left of the work of document ${number} of ${date}. Reason for the change: ${reason}`,
  rows: {
    parties: 'Parties', orderedOn: 'Day of the order', work: 'Work to be delivered', due: 'Due date',
    deliveryPlace: 'Place and way of delivery', inspection: 'Inspection complete by', fee: 'Fee', payment: 'Payment',
    expenses: 'Expenses', intellectualProperty: 'Intellectual property', changes: 'If the terms are to change',
    repairs: 'If the work is defective or late', information: 'Confidential and personal information', pending: 'Items not yet fixed',
    resubcontract: 'Re-subcontract', common: 'Common terms', contact: 'Contact',
  },
  orderer: 'Orderer',
  worker: 'Worker (specified entrusted business operator)',
  code: (code) => ` (${code})`,
  representative: (name) => `Representative: ${name}`,
  quantity: 'Quantity',
  specification: 'Specification',
  description: 'Description',
  method: 'Way of delivery',
  noInspection: 'There is no inspection.',
  pendingValue: (row) => `Not yet fixed: see ${row} for the reason and the day it will be fixed`,
  feeExTax: 'Fee without tax',
  tax: (percent) => `Consumption tax (${percent}%)`,
  feeInTax: 'Total with tax',
  formula: 'Calculation',
  formulaReason: 'Why no amount can be stated',
  payOn: 'Pay date',
  closingRule: 'Closing rule',
  payBy: 'Means of payment',
  bankTransfer: 'Transfer to the bank account the worker names; the orderer bears the transfer fee',
  confidentiality: 'Confidential information',
  personalData: 'Personal data',
  pendingReason: 'Why it is open',
  expectedOn: 'To be fixed by',
  resubcontractStatement: 'This work is a re-subcontract of work entrusted to the orderer by its client.',
  client: 'Original client',
  clientPayOn: 'Due date of the client’s payment',
  common: (title, date, validTo) => `Common terms are those of ${title} of ${date}.${validTo === null ? '' : ` (Valid to ${validTo})`}`,
  phone: 'Tel.',
}

export const noticeWordsV1: Readonly<Record<PaperLanguage, NoticeWords>> = { ja, en }

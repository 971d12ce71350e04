/** What people do beside the areas, in the words of the log. */
export const area = 'platform'
export const acts: Readonly<Record<string, string>> = {
  'mark-notifications': 'お知らせを読んだことにする',
}

/** The fields of these acts, as the log says them; what several areas say alike stands in `src/main/web/`. */
export const fields: Readonly<Record<string, string>> = {
  state: '状態',
  name: '名前',
  nameEn: '英語の名前',
  nameJa: '日本語の名前',
  key: '略号',
  municipalityId: '自治体',
  siteId: '拠点',
  workerId: 'テレワーカー',
  clientId: '発注企業',
  orderId: '受注',
  packageId: '仕事',
  planId: '計画',
  fiscalYear: '年度',
  note: 'メモ',
  reason: '理由',
  lateReason: '遅れる理由',
  kind: '区分',
  number: '番号',
  version: '版',
  to: '状態',
  units: '数量',
  answerBy: '回答の期限',
  amountYen: '金額',
  withholding: '源泉徴収',
  payOn: '支払日',
  description: '内容',
  prefecture: '都道府県',
  validFrom: '始まる日',
  position: '位置づけ',
  postalAddress: '住所',
  skills: 'スキル',
  equipment: '機材',
  securityClass: 'セキュリティ区分',
  assignmentId: '引き受けた仕事',
  deliveryId: '納品',
  workKindId: '業務の種類',
  lines: '内訳',
  read: '既読',
  acceptedOn: '検収日',
  receivedOn: '受け取った日',
  returnedOn: '戻った日',
  evidence: '根拠',
}
/** What the records of this area are. */
export const things: Readonly<Record<string, string>> = { account: 'アカウント' }

/** What people do here, in the words of the log. */
export const area = 'sales'
export const acts: Readonly<Record<string, string>> = {
  'record-client': '発注企業を登録する',
  'change-client': '発注企業の情報を変える',
  'end-client': '発注企業との取引を終える',
  'resume-client': '発注企業との取引を再開する',
  'anonymise-client': '発注企業の担当者を消す',
}

/** The fields of these acts, as the log says them; what several areas say alike stands in `src/main/web/`. */
export const fields: Readonly<Record<string, string>> = {
  nameKana: 'フリガナ',
  endedOn: '取引を終えた日',
  until: '保存の期限',
  contactName: '担当者',
  contactEmail: '担当者のメール',
  contactPhone: '担当者の電話',
  paymentTerms: '支払条件',
  paymentDueDays: '支払期限の日数',
  isPublicBody: '公的機関',
}
/** What the records of this area are. */
export const things: Readonly<Record<string, string>> = { client: '発注企業' }

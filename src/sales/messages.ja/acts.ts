/** What people do here, in the words of the log. */
export const area = 'sales'
export const acts: Readonly<Record<string, string>> = {
  'record-client': '発注企業を登録する',
  'change-client': '発注企業の情報を変える',
  'end-client': '発注企業との取引を終える',
  'resume-client': '発注企業との取引を再開する',
  'anonymise-client': '発注企業の担当者を消す',
}

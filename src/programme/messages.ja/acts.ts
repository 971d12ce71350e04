/** What people do here, in the words of the log. */
export const area = 'programme'
export const acts: Readonly<Record<string, string>> = {
  'create-programme': '事業を始める',
  'change-programme': '事業の内容を変える',
  'change-operator': '運営事業者の情報を変える',
  'set-approval-rest': '承認を待つ時間を決める',
  'require-second-factor': '二段階認証の要否を変える',
  'add-municipality': '自治体を加える',
  'change-municipality': '自治体の情報を変える',
  'add-site': '拠点を加える',
  'change-site': '拠点の情報を変える',
  'set-year-cost': '年度の事業費を決める',
  'record-minimum-wage': '最低賃金を記録する',
  invite: '人を招く',
  'withdraw-invitation': '招待を取り消す',
  'accept-invitation': '招待を受ける',
  'grant-role': '役割を与える',
  'end-role': '役割を終える',
  'raise-limits': '要求の上限を上げる',
  'make-reset-link': 'パスワード再設定のリンクを作る',
}

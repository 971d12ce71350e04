/** What people do here, in the words of the log. */
export const area = 'people'
export const acts: Readonly<Record<string, string>> = {
  apply: '登録を申し込む',
  'change-profile': 'プロフィールを変える',
  'change-wishes': '働き方の希望を変える',
  'set-free-minutes': '空き時間を決める',
  'set-free-day': '一日の空き時間を決める',
  'change-equipment': '機材を変える',
  'declare-employees': '従業員の有無を申告する',
  'record-bank-account': '振込口座を記録する',
  'record-invoice-number': 'インボイスの登録番号を記録する',
  'end-invoice-registration': 'インボイスの登録を終える',
  'declare-skill': 'スキルを申告する',
  'assess-skill': 'スキルを評価する',
  'add-skill': 'スキルの種類を加える',
  'change-skill': 'スキルの種類を変える',
  'record-interview': '面談を記録する',
  'register-worker': 'ワーカーとして登録する',
  'change-state': 'ワーカーの状態を変える',
  'give-consent': '同意する',
  'anonymise-person': '匿名にする',
  'withdraw-consent': '同意を取り消す',
}

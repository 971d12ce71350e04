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

/** The fields of these acts, as the log says them; what several areas say alike stands in `src/main/web/`. */
export const fields: Readonly<Record<string, string>> = {
  kana: 'フリガナ',
  displayName: '表示する名前',
  phone: '電話番号',
  wish: '希望',
  wantedMonthlyYen: '希望する月の報酬',
  wantedMonthlyMinutes: '希望する月の時間',
  highestMonthlyMinutes: '月の上限',
  week: '1週間の可能時間',
  lineSpeedMbps: '回線の速さ',
  usesEmployees: '従業員の有無',
  consents: '同意',
  heldOn: '面談日',
  outcome: '面談の結果',
  purpose: '同意の目的',
  onDate: '日',
  minutes: 'その日の可能時間',
  accountId: '振込先の口座',
  holderKana: '口座名義',
  holderReason: '名義が違う理由',
  validTo: '終わる日',
  number: '登録番号',
  skillId: 'スキル',
  level: '段階',
  highestLevel: '最高の段階',
  registeredOn: '登録日',
  until: '保存の期限',
}
export const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kind: { individual: '個人', corporation: '法人' },
  outcome: { suitable: '登録できる', later: 'また今度', declined: '見送り' },
  to: { applicant: '申込中', registered: '登録済み', active: '活動中', paused: '休止中', graduated: '卒業', left: '終了' },
  purpose: { 'personal-data': '個人情報の取り扱い', 'share-with-municipality': '自治体への情報の提供' },
  evidence: { declared: '本人の申告', tested: 'テスト', proven: '実績' },
}
/** What the records of this area are. */
export const things: Readonly<Record<string, string>> = { worker: 'テレワーカー', skill: 'スキル', 'bank-account': '口座' }

import { isCalendarDate } from '../../units/calendar-date.ts'
import { formatDate } from '../../units/wareki.ts'
import { formatIn } from '../../ui/format.ts'
import type { contract } from '../contract/index.ts'

type Code = {
  [Name in keyof typeof contract]: (typeof contract)[Name] extends { refusals: readonly (infer One)[] } ? One : never
}[keyof typeof contract] &
  string
type Details = Readonly<Record<string, string | number>>

const yenText = (details: Details, key: string): string => `${Number(details[key] ?? 0).toLocaleString('ja-JP')}円`
const dateText = (details: Details, key: string): string => {
  const date = details[key]
  return isCalendarDate(date) ? formatDate(date, 'ja') : ''
}
const instantText = (details: Details, key: string): string => formatIn('ja').instant(String(details[key] ?? ''))
const faultWords: Readonly<Record<string, string>> = {
  'unknown-bank': '金融機関コードが見つかりません',
  'unknown-branch': '支店コードが見つかりません',
  kana: '口座名義に使えない文字があります',
  'not-a-bank-day': '振込日が銀行の営業日ではありません',
  'no-operator-account': '運営者の口座が登録されていません',
}
const bankFault = (details: Details): string => {
  const who = details['workerNumber'] === undefined ? '' : `受託者番号 ${details['workerNumber']}：`
  return `${who}${faultWords[String(details['fault'])] ?? '振込データに直すところがあります'}。登録内容を直して、もう一度行ってください。`
}
const faults: Record<string, string> = {
  'day-out-of-range': '2000年から2049年までの日付を入れてください。',
  'range-reversed': '終わりが始めより前です。入れ替えてください。',
  'not-a-month': '月を選んでください。',
}

/** Cause and remedy of each refusal; a missing code is a type error. */
export const refusals = {
  refusals: {
    'not-undecided': 'この種類には、決めていない行がもうありません。画面を開き直してください。',
    'nothing-overdue': '検査の期限を過ぎた受領はありません。画面を開き直してください。',
    'month-not-over': 'この月はまだ終わっていません。翌月になってから行ってください。',
    'database-not-durable': 'データベースが停電に備えた設定（fsync）になっていません。管理者に設定を頼んでください。',
    'receipts-waiting': (details: Details) =>
      `検査の終わっていない受領が${details['count'] ?? ''}件あります。検査するか、「残して締める」を選んでください。`,
    'postings-under-way': (details: Details) =>
      `記帳中の検収が${details['count'] ?? ''}件あります。1分ほど待って、もう一度行ってください。`,
    'withholding-undecided': (details: Details) => `源泉徴収を決めていない行が${details['count'] ?? ''}件あります。先に決めてください。`,
    'nothing-to-close': '締める行がありません。',
    'totals-changed': '合計が変わりました。新しい合計を確かめて、もう一度行ってください。',
    'not-a-bank-day': '振込日が銀行の営業日ではありません。別の日を選んでください。',
    'value-date-past': '振込日が過ぎています。今日より後の日を選んでください。',
    'value-date-too-soon': (details: Details) =>
      `銀行が受け付ける日数に足りません。${dateText(details, 'firstOn')}より後の営業日か、その日を選んでください。`,
    'value-date-late': (details: Details) =>
      `支払期日、または受領から60日の期限を過ぎる振込日です。${dateText(details, 'lastOn')}までの日を選んでください。`,
    'beyond-day-60': '受領から60日を過ぎて支払うことになります。その理由を書いてください。理由と行った人が記録に残ります。',
    'duplicate-payment': (details: Details) =>
      `同じ額の振込が重なっています（受託者番号 ${details['workerNumbers']}）。確かめて、両方払うか、重なった分を除くかを選んでください。`,
    'nothing-to-pay': '振り込む明細がありません。口座の登録を確かめてください。',
    'batch-open': '結果を待っている振込があります。先に結果を入れるか、差し戻してください。',
    'no-operator-account': '運営者の口座が登録されていません。管理者に登録を頼んでください。',
    'bank-file-fault': bankFault,
    'own-batch': '自分で作った振込は承認できません。ほかの担当者に頼んでください。',
    'already-approved': 'もう承認されています。画面を開き直してください。',
    'batch-refused': 'この振込は差し戻されています。新しく作ってください。',
    'account-just-changed': (details: Details) =>
      `あなたのアカウントは、パスワード・役割・二要素認証のどれかが新しくなったばかりです。${instantText(details, 'until')}までは承認できません。ほかの担当者に頼んでください。心当たりがなければ、管理者以外の人にも知らせてください。`,
    'recorded-the-account': (details: Details) =>
      `あなたが前の支払の後に口座を変えた人が、この振込に${details['count'] ?? ''}人います。ほかの担当者に承認を頼んでください。`,
    'already-exported': 'もう出力されています。同じファイルを、もう一度ダウンロードできます。',
    'not-approved': 'まだ承認されていません。ほかの担当者の承認を待ってください。',
    'not-exported': 'まだ出力されていません。先にファイルを出力してください。',
    'already-recorded': '結果はもう入っています。後から戻った振込は、一件ずつ記録してください。',
    'unknown-transfer': 'この振込に入っていない明細が選ばれています。選び直してください。',
    'before-value-date': '振込日より前の日です。日付を直してください。',
    'date-ahead': '先の日付です。今日までの日付を入れてください。',
    'not-paid': '支払済みの振込ではありません。画面を開き直してください。',
    'already-returned': 'もう組戻しとして記録されています。',
    'before-payment': '支払の日より前です。日付を直してください。',
    'already-answered': 'もうお返事をいただいています。画面を開き直してください。',
    'already-corrected': 'この明細は、もう訂正されています。新しい明細を開いてください。',
    'transfer-under-way': '振込の準備中です。振込の結果を入れるか、差し戻してから訂正してください。',
    'paper-missing': '明細の書類を作っています。1分ほど待って、もう一度行ってください。',
    'lines-differ': '明細の行が変わりました。画面を開き直してください。',
    'nothing-changed': '変わったところがありません。正しい額を入れるか、訂正せずに返事を送ってください。',
    'would-reduce': '訂正で報酬の合計を減らすことはできません（フリーランス法5条の減額）。額を確かめてください。',
    'would-take-back': '支払い済みの額より少なくなります。差額は受託者と話し合ってください。',
    'not-objected': '誤りの連絡はありません。画面を開き直してください。',
    'objection-answered': 'もう返事をしています。画面を開き直してください。',
    'operator-incomplete': '運営者の登録番号か口座が入っていません。管理者に登録を頼んでください。',
    'already-issued': '請求書はもう出ています。',
    'nothing-to-invoice': '請求する額がありません。',
    'more-than-open': (details: Details) => `未入金の残りは${yenText(details, 'openYen')}です。額を直してください。`,
    'before-invoice': '請求日より前の日です。日付を直してください。',
    'unknown-municipality': 'この自治体は事業に入っていません。選び直してください。',
    'nothing-withheld': 'この月に納める源泉所得税はありません。',
    'year-not-over': 'この年はまだ終わっていません。翌年になってから行ってください。',
    'nothing-to-issue': '出す支払実績はありません。すべて最新です。',
    'period-closed': (details: Details) =>
      `${dateText(details, 'lockedOn')}までの帳簿は、締めや評価が済んで閉じています。遅れた理由を書くと、今日の日付の記録として入ります。元の日付で入れるときは、「帳簿」の「閉じた帳簿」を2人で開きます。`,
    'before-programme': (details: Details) => `事業は${dateText(details, 'firstOn')}に始まりました。日付を直してください。`,
    'unknown-order': 'この受注はありません。選び直してください。',
    'rate-unknown': 'この日にない税率です。支払った日と税率を確かめてください。',
    'tax-above-rate': (details: Details) =>
      `消費税が多すぎます。${details['ratePercent']}%では${yenText(details, 'mostYen')}までです。税抜の金額と消費税を確かめてください。`,
    'files-missing': '領収書のファイルが届いていません。もう一度付けてください。',
    'reason-to-download': 'このファイルは前に渡しています。二重に送ると二重に支払われます。もう一度要る理由を書いてください。',
    'second-person-needed': '前に決めたのもあなたです。決め直すには、ほかの担当者が行ってください。',
    'not-locked': 'この期間は閉じていません。そのまま記録できます。',
    'not-reversible': 'この仕訳は取り消せません。元の業務で直してください。',
    'already-reversed': 'もう取り消されています。',
  } satisfies Record<Code, string | ((details: Details) => string)>,
  faults,
}

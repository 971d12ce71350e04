import type { IndicatorFault } from '../../../indicators/rules/kpi.ts'
import type { Fault as ProblemFault } from '../../../matching/rules/problem/plan.ts'
import type { StatementFault } from '../../../money/rules/statement.ts'
import { type ZenginFault, zenginLimits } from '../../../money/rules/zengin.ts'
import { formatFiscalYear, isFiscalYear } from '../../../units/fiscal-year.ts'
import { groupDigits } from '../../../units/yen.ts'
import { type ArgumentFault, type Expected, type FaultText, type InputFault, shown } from '../faults.ts'
import type { Messages } from '../messages.ts'
import { helpJa, verbHelpJa } from './help.ts'

const expectedNames: Readonly<Record<Expected, string>> = {
  object: 'オブジェクト（{ }）',
  list: '配列（[ ]）',
  text: '文字列',
  number: '数値',
  'whole-number': '整数',
  date: '日付の文字列（YYYY-MM-DD）',
  figure: '数値か null か "pending"',
}

function input(fault: InputFault): FaultText {
  switch (fault.code) {
    case 'empty-input':
      return ['標準入力が空です', 'JSON を渡してください']
    case 'several-documents':
      return ['標準入力に JSON が2つ以上あります', '1つずつ渡してください']
    case 'terminal':
      return ['標準入力がありません', 'ファイルを「< file.json」で渡してください（使い方は --help）']
    case 'not-utf8':
      return ['UTF-8 として読めません', '文字コードを UTF-8 にして保存し直してください']
    case 'not-gzip':
      return ['gzip を開けないか、中身が大きすぎるか、UTF-8 ではありません', '圧縮し直すか、圧縮せずに渡してください']
    case 'too-large':
      return [`入力が ${groupDigits(String(fault.limit))} バイトを超えています`, '分けて渡してください']
    case 'not-json':
      return [`JSON として読めません（${fault.line}行 ${fault.column}文字目）`, 'その場所の括弧・引用符・コンマを直してください']
    case 'missing':
      return ['値がありません', `${expectedNames[fault.expected]}を入れてください`]
    case 'wrong-type':
      return [`値の種類が違います（${fault.found}）`, `${expectedNames[fault.expected]}にしてください`]
    case 'unknown-key':
      return ['知らない項目です', `綴りを確かめるか、消してください（使える項目: ${fault.known.join('、')}）`]
    case 'duplicate-key':
      return ['同じ項目が二度書かれています', 'どちらか一つだけにしてください']
    case 'empty-text':
      return ['文字列が空です', '言葉を入れてください']
    case 'not-brackets':
      return ['括弧の組ではありません', '開きと閉じの2文字か、空の文字列にしてください']
    case 'unknown-choice':
      return [`選べない値です（${fault.found}）`, `${fault.choices.join('、')} のどれかにしてください`]
    case 'out-of-range':
      return [
        `範囲の外の値です（${fault.found}）`,
        `${groupDigits(String(fault.min))} から ${groupDigits(String(fault.max))} までにしてください`,
      ]
    case 'not-whole':
      return [`整数ではありません（${fault.found}）`, '小数のない数にしてください']
    case 'too-many-decimals':
      return [`小数の桁が多すぎます（${fault.found}）`, '小数点以下6桁までにしてください']
    case 'no-such-date':
      return [`存在しない日付です（${fault.found}）`, '実在する日を YYYY-MM-DD で書いてください']
    case 'date-out-of-table':
      return [`扱える日の外です（${fault.found}）`, `${fault.from} から ${fault.to} までにしてください`]
    case 'not-a-year':
      return [`年度ではありません（${fault.found}）`, '年度の始まる西暦4桁で書いてください（2022 は令和4年度）']
    case 'too-long':
      return ['長すぎます', `${fault.limit}文字までにしてください`]
    case 'too-many':
      return ['数が多すぎます', `${groupDigits(String(fault.limit))}件までにしてください`]
  }
}

function argument(fault: ArgumentFault): FaultText {
  switch (fault.code) {
    case 'unknown-verb':
      return ['知らない命令です', `${fault.known.join('、')} のどれかにしてください（使い方は kado --help）`]
    case 'unknown-check':
      return ['知らない検査です', `${fault.known.join('、')} のどれかにしてください`]
    case 'unknown-option':
      return ['知らない指定です', '使える指定を --help で確かめてください']
    case 'unexpected-argument':
      return ['余分な引数です', '消すか、空白を含む値を引用符で囲んでください']
    case 'option-without-value':
      return ['値がありません', '続けて値を書いてください']
    case 'option-with-value':
      return ['値を取らない指定です', '「=」から後を消してください']
    case 'repeated-option':
      return ['二度指定されています', '一つだけにしてください']
    case 'unknown-id':
      return ['その id のワーカーか仕事が問題の中にありません', '先にワーカー、次に仕事の id を書いてください']
    case 'missing-argument':
      return ['引数がありません', `${fault.name} を書いてください（使い方は --help）`]
  }
}

function statement(fault: StatementFault): FaultText {
  switch (fault.code) {
    case 'no-lines':
      return ['明細がありません', '1行以上入れてください']
    case 'withholding-undecided':
      return ['源泉徴収の対象かどうかが決まっていません', 'subject か not-subject に決めてから作ってください']
    case 'amount-negative':
      return ['マイナスの額です', '減額はできません。0円以上の税抜額にしてください']
    case 'total-too-large':
      return ['合計が大きすぎて正確に計算できません', '額を確かめるか、明細書を分けてください']
    case 'no-withholding-rate':
      return ['この支払日の源泉徴収の率がありません', '2013-01-01 から 2047-12-31 までの支払日にしてください']
    case 'no-such-tax-rate':
      return [
        `${fault.suppliedOn} の提供に ${fault.ratePercent}% の消費税率はありません`,
        `${fault.rates.join('、') || 'ある日付と税率'} のどれかにしてください`,
      ]
    case 'registration-reversed':
      return ['登録の終わりが始まりより前です', 'from と to の日付を確かめてください']
    case 'invoice-number-format':
      return ['登録番号の形ではありません', '「T」と半角数字13桁（先頭は0以外）にしてください']
    case 'invoice-number-digit':
      return ['法人の登録番号の検査用数字が合いません', '国税庁の公表サイトの番号と見比べてください']
    case 'registration-changes':
      return [
        `インボイスの登録の変わり目をまたいでいます（${fault.firstSuppliedOn} と ${fault.suppliedOn}）`,
        '登録の前と後で明細書を2通に分けてください',
      ]
    case 'credit-changes':
      return [
        `経過措置の割合の変わり目をまたいでいます（${fault.firstSuppliedOn} と ${fault.suppliedOn}）`,
        '変わり目の前と後で明細書を2通に分けてください',
      ]
  }
}

function zengin(fault: ZenginFault): FaultText {
  switch (fault.code) {
    case 'not-a-bank-day':
      return ['振込指定日が銀行の営業日ではありません', '土日・祝日・12月31日から1月3日を避けてください']
    case 'outside-holiday-table':
      return ['祝日の分からない年です', '1970年から2050年までの日にしてください']
    case 'requester-code':
      return ['振込依頼人コードの形ではありません', '銀行から通知された10桁以内の数字にしてください']
    case 'requester-savings':
      return ['貯蓄預金からは振り込めません', 'ordinary、current、other のどれかにしてください']
    case 'bank-code':
      return ['銀行番号の形ではありません', '半角数字4桁にしてください']
    case 'branch-code':
      return ['支店番号の形ではありません', '半角数字3桁にしてください']
    case 'account-number':
      return ['口座番号の形ではありません', '半角数字7桁以内にしてください']
    case 'unknown-bank':
      return [`銀行番号 ${fault.bankCode} の銀行がありません`, '通帳の銀行番号を確かめてください']
    case 'unknown-branch':
      return [`銀行 ${fault.bankCode} に支店番号 ${fault.branchCode} の支店がありません`, '通帳の支店番号（店番）を確かめてください']
    case 'new-code':
      return ['新規コードではありません', '"0"（その他）、"1"（初回）、"2"（変更）のどれかにしてください']
    case 'customer-code':
      return ['顧客コードの形ではありません', '10桁以内の数字にしてください']
    case 'no-payments':
      return ['振込が1件もありません', '1件以上入れてください']
    case 'too-many-payments':
      return ['件数が多すぎます', `${groupDigits(String(zenginLimits.payments))}件までにして、ファイルを分けてください`]
    case 'transfer-amount':
      return ['振り込める額ではありません', `1円から ${groupDigits(String(zenginLimits.amountYen))}円までにしてください`]
    case 'transfer-total':
      return ['合計金額が記録の桁を超えます', `${groupDigits(String(zenginLimits.totalYen))}円までにして、ファイルを分けてください`]
    case 'duplicate-payment':
      return [`payments[${fault.first}] と同じ口座への同じ額の振込です`, '二重払いでないか確かめ、一つにまとめるか消してください']
    case 'kana':
      return kana(fault.fault)
  }
}

function kana(fault: Extract<ZenginFault, { code: 'kana' }>['fault']): FaultText {
  switch (fault.code) {
    case 'empty':
      return ['カナが空です', '通帳のとおりのカナを入れてください']
    case 'kanji':
      return [`漢字は使えません（${shown(fault.character)}）`, '読みを推測しません。通帳のとおりのカナを入れてください']
    case 'wo':
      return ['「ヲ」は使えない銀行が多い文字です', '本人に通帳の表記（オなど）を確かめてください']
    case 'mark':
      return [`濁点・半濁点の付かない文字に付いています（${shown(fault.character)}）`, 'カナを打ち直してください']
    case 'symbol':
      return [`この欄に使えない文字です（${shown(fault.character)}）`, 'カナ・英大文字・数字・許された記号だけにしてください']
    case 'too-long':
      return [`半角で ${fault.length}文字あります`, `${fault.limit}文字以内の、通帳に印字された略し方にしてください`]
  }
}

function indicator(fault: IndicatorFault): FaultText {
  switch (fault.code) {
    case 'year-missing':
      return [
        `${yearName(fault.year)}（${fault.year}）の値がありません`,
        `"${fault.year}" の値を入れてください${fault.series === 'targets' ? '' : '（ないなら null、集計中なら "pending"）'}`,
      ]
    case 'year-outside':
      return [`知らない年度です（${fault.year}）`, `基準年度から最終目標の年度まで（${fault.from} から ${fault.to}）にしてください`]
    case 'baseline-not-before':
      return ['基準年度が対象年度より前ではありません', `${fault.fiscalYear} より前の年度にするか、fiscalYear を直してください`]
    case 'baseline-contradicted':
      return [
        `基準年度の値（${shown(fault.value)}）が基準値（${fault.baseline}）と違います`,
        'どちらかに合わせるか、values から消してください',
      ]
    case 'local-above-regional':
      return [
        `自治体の値（${fault.local}）が全体の値（${fault.regional}）を超えています`,
        '全体の内数になるように、どちらかを直してください',
      ]
  }
}

function yearName(year: number): string {
  return isFiscalYear(year) ? formatFiscalYear(year, 'ja') : String(year)
}

function problem({ code, details }: ProblemFault): FaultText {
  const found = details['found'] === undefined ? '' : `（${shown(details['found'])}）`
  switch (code) {
    case 'wrong-type':
      return [`値の種類か形が違います${found}`, '問題の書き方（kado plan --help）に合わせてください']
    case 'missing':
      return ['値がありません', '値を入れてください']
    case 'not-integer':
      return [`整数ではありません${found}`, '小数のない数にしてください']
    case 'out-of-range':
      return [`範囲の外の値です${found}`, rangeRemedy(details)]
    case 'unknown-choice':
      return [`選べない値です${found}`, `${String(details['expected'] ?? '')} のどれかにしてください`]
    case 'no-such-date':
      return [`存在しない日付です${found}`, '実在する日を YYYY-MM-DD で書いてください']
    case 'unknown-id':
      return [`その id のものがありません${found}`, 'id の綴りを確かめるか、先に一覧に加えてください']
    case 'duplicate-id':
      return [`同じ id が二度使われています${found}`, '別の id にしてください']
    case 'duplicate-pair':
      return ['同じワーカーと仕事の組が二度書かれています', '一つにまとめてください']
    case 'due-before-release':
      return ['締切日が開始日より前です', 'releaseDay 以後にしてください']
    case 'accepted-breaks-gate':
      return [
        `承諾済みの仕事が条件に合いません（${String(details['gate'] ?? '')}）`,
        'ワーカーのスキル・機材・拠点か、仕事の条件を直してください',
      ]
    case 'accepted-exceeds-units':
      return ['承諾済みの数が仕事の数を超えています', 'units を直してください']
    case 'accepted-part-of-indivisible':
      return ['分けられない仕事の一部だけが承諾済みです', '全部の数にするか、indivisible を false にしてください']
    case 'accepted-with-assignment':
      return ['assignment-cost に承諾済みの仕事はありません', '消して、その仕事の pairs をそのワーカーだけにしてください']
    case 'not-a-single-unit':
      return ['assignment-cost では units は 1 です', 'units を 1 にしてください']
    case 'capacity-missing':
      return ['assignment-cost では容量が要ります', 'maxMinutes を入れてください']
    case 'cost-missing':
      return ['assignment-cost では組ごとの費用が要ります', 'cost を入れてください']
  }
}

function rangeRemedy(details: ProblemFault['details']): string {
  const { minimum, maximum } = details
  if (minimum !== undefined) return `${String(minimum)} 以上にしてください`
  return maximum === undefined ? '範囲の中の値にしてください' : `${String(maximum)} 以下にしてください`
}

export const messagesJa: Messages = {
  help: helpJa,
  verbHelp: verbHelpJa,
  input,
  argument,
  statement,
  zengin,
  indicator,
  problem,
  line: (place, [cause, remedy]) => `${place}: ${cause}。${remedy}。`,
  atLine: (line) => `${groupDigits(String(line))}行目`,
  more: (count) => `ほかに ${groupDigits(String(count))} 件の誤りがあります。`,
  internal: (message) => `内部の失敗です: ${message}。入力を添えて運用者に知らせてください。`,
  progress: (stage, done) => `計画中: ${stage} ${done}`,
}

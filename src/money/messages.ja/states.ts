import type { BatchState } from '../rules/batch.ts'
import type { dutyKinds } from '../contract/books.ts'

const batchStates: Record<BatchState, string> = {
  made: '承認待ち',
  approved: '承認済み',
  exported: '結果待ち',
  recorded: '完了',
  refused: '差戻し',
}
const duties: Record<(typeof dutyKinds)[number], string> = {
  close: '月を締める',
  undecided: '源泉徴収を決める',
  'make-batch': '振込を作る',
  approve: '振込を承認する',
  export: '振込ファイルを出力する',
  results: '振込の結果を入れる',
  'account-missing': '口座を確かめる',
  objection: '支払明細への連絡に答える',
  'invoice-missing': '請求書を出す',
  'invoice-overdue': '入金を確かめる',
  'withholding-tax': '源泉所得税を納める',
  'payment-records': '年間の支払実績を出す',
  'credit-cap': '仕入税額控除の上限を確かめる',
}
const answers: Record<'open' | 'confirmed' | 'deemed-confirmed' | 'objected', string> = {
  open: '確認待ち',
  confirmed: '確認済み',
  'deemed-confirmed': '期間満了で確認',
  objected: '誤りの連絡あり',
}
const transferStates: Record<'none' | 'waiting' | 'paid' | 'returned' | 'refused', string> = {
  none: '未作成',
  waiting: '振込準備中',
  paid: '支払済み',
  returned: '組戻し',
  refused: '作り直し',
}
const kinds: Record<'purchase-statement' | 'payment-notice', string> = {
  'purchase-statement': '仕入明細書',
  'payment-notice': '支払通知書',
}
const invoiceStates: Record<'open' | 'overdue' | 'paid', string> = { open: '入金待ち', overdue: '期日超過', paid: '入金済み' }
const receiptStates: Record<'waiting' | 'overdue' | 'unposted', string> = {
  waiting: '検査待ち',
  overdue: '検査の期限切れ',
  unposted: '記帳中',
}
const entryKinds: Record<string, string> = {
  payable: '報酬の計上',
  'payable-correction': '報酬の訂正',
  transfer: '振込',
  'returned-transfer': '組戻し',
  'client-invoice': '売上',
  'client-receipt': '入金',
  'operating-cost': '運用経費',
  'transfer-fee': '振込手数料',
  'withholding-payment': '源泉所得税の納付',
  reversal: '取消',
}
const documentKinds: Record<string, string> = {
  'notice-of-terms': '取引条件の通知',
  statement: '支払明細',
  'client-invoice': '請求書',
  'delivery-note': '納品書',
  'acceptance-certificate': '検収書',
  'payment-record': '支払実績明細',
  'evaluation-sheet': '評価シート',
}

/** The names of states, kinds and duties. */
export const states = { batchStates, duties, answers, transferStates, kinds, invoiceStates, receiptStates, entryKinds, documentKinds }

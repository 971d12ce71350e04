/** What people do here, in the words of the log. */
export const area = 'money'
export const acts: Readonly<Record<string, string>> = {
  'decide-withholding': '源泉徴収の要否を決める',
  'accept-overdue': '期限を過ぎた検収を確定する',
  'close-month': '月を締める',
  'issue-statements': '支払明細を発行する',
  'make-batch': '振込データを作る',
  'approve-batch': '振込を承認する',
  'reject-batch': '振込を差し戻す',
  'export-batch': '振込データを書き出す',
  'record-results': '振込の結果を記録する',
  'record-return': '振込の戻りを記録する',
  'confirm-statement': '支払明細を確認する',
  'object-to-statement': '支払明細に異議を述べる',
  'correct-statement': '支払明細を訂正する',
  'answer-objection': '異議に答える',
  'issue-invoice': '請求書を発行する',
  'record-receipt': '入金を記録する',
  'record-cost': '経費を記録する',
  'record-withholding-payment': '源泉所得税の納付を記録する',
  'issue-payment-records': '年間の支払実績を発行する',
  'reverse-entry': '仕訳を取り消す',
}

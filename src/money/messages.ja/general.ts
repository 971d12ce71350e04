/** Words that several pages use. */
export const general = {
  month: '月',
  openAll: 'すべて見る',
  amount: '金額',
  date: '日付',
  tax: '消費税',
  total: '合計（税込）',
  withholding: '源泉所得税',
  net: '差引支払額',
  count: '件数',
  pdf: 'PDFを開く',
}

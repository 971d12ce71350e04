/**
 * 区分 of a 支払調書 of 報酬、料金、契約金及び賞金 as the tax office names the pay of 所得税法204条1項1号 (所得税法施行令320条, 国税庁「支払調書の作成と
 * 提出の手引」), each with what the name of a kind of work says of it.
 */
export const paymentCategories = [
  { key: 'illustration', ja: 'さし絵料', en: 'Illustration', says: /イラスト|[挿さ]し?絵|illustrat/i },
  { key: 'design', ja: 'デザイン料', en: 'Design', says: /デザイン|バナー|ロゴ|design/i },
  { key: 'translation', ja: '翻訳料', en: 'Translation', says: /翻訳|translat/i },
  { key: 'interpreting', ja: '通訳料', en: 'Interpreting', says: /通訳|interpret/i },
  { key: 'proofreading', ja: '校正料', en: 'Proofreading', says: /校正|校閲|proofread/i },
  { key: 'binding', ja: '書籍の装てい料', en: 'Book design', says: /装[丁幀て]/ },
  { key: 'shorthand', ja: '速記料', en: 'Shorthand', says: /速記|shorthand/i },
  { key: 'plate', ja: '版下の報酬', en: 'Block copy', says: /版下/ },
  { key: 'photography', ja: '写真の報酬', en: 'Photographs', says: /写真|撮影|photo/i },
  { key: 'lecture', ja: '講演料', en: 'Lectures', says: /講演|講師|講座|セミナー|lectur/i },
  { key: 'teaching', ja: '教授・指導料', en: 'Teaching', says: /指導|レッスン|teach/i },
  { key: 'script', ja: '脚本料', en: 'Scripts', says: /脚本|脚色|シナリオ/ },
  { key: 'composition', ja: '作曲料', en: 'Composition', says: /作曲|編曲/ },
  { key: 'recording', ja: '吹込料', en: 'Recording', says: /吹込|ナレーション|narrat/i },
  { key: 'copyright', ja: '著作権の使用料', en: 'Use of copyright', says: /著作権|印税|copyright/i },
  { key: 'manuscript', ja: '原稿料', en: 'Manuscripts', says: /原稿|記事|ライティング|コピー|文章|執筆|writing|article/i },
] as const

export type PaymentCategory = (typeof paymentCategories)[number]['key']
export const paymentCategoryKeys = paymentCategories.map(({ key }) => key)

/** The 区分 of a kind of work: what the operator chose, otherwise what its name says, otherwise the name. */
export function paymentCategoryJa({ paymentCategory, nameJa }: { readonly paymentCategory: string; readonly nameJa: string }): string {
  const found = paymentCategories.find(({ key, says }) => (paymentCategory === '' ? says.test(nameJa) : key === paymentCategory))
  return found?.ja ?? nameJa
}

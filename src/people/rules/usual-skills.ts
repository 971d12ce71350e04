/** Skills that such programmes ask for, offered where a programme writes its first ones. */
export const usualSkills = [
  { key: 'data-entry', nameJa: 'データ入力', nameEn: 'Data entry' },
  { key: 'spreadsheet', nameJa: '表計算', nameEn: 'Spreadsheets' },
  { key: 'writing', nameJa: '文章作成', nameEn: 'Writing' },
  { key: 'annotation', nameJa: '画像の分類', nameEn: 'Image labelling' },
  { key: 'research', nameJa: '調べもの', nameEn: 'Web research' },
  { key: 'support', nameJa: '問い合わせ対応', nameEn: 'Customer support' },
  { key: 'web', nameJa: 'ウェブ制作', nameEn: 'Web production' },
  { key: 'design', nameJa: 'デザイン', nameEn: 'Design' },
  { key: 'cad', nameJa: 'CAD', nameEn: 'CAD' },
  { key: 'translation', nameJa: '翻訳', nameEn: 'Translation' },
] as const

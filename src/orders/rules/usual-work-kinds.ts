/** Kinds of work that such programmes take, offered where a programme writes its first ones. Whether tax is withheld is decided by the operator. */
export const usualWorkKinds = [
  { key: 'data-entry', nameJa: 'データ入力', nameEn: 'Data entry' },
  { key: 'list-making', nameJa: 'リスト作成', nameEn: 'List making' },
  { key: 'annotation', nameJa: '画像の分類', nameEn: 'Image labelling' },
  { key: 'transcription', nameJa: '文字起こし', nameEn: 'Transcription' },
  { key: 'article', nameJa: '記事の作成', nameEn: 'Articles' },
  { key: 'research', nameJa: '調べもの', nameEn: 'Web research' },
  { key: 'clerical', nameJa: '事務代行', nameEn: 'Clerical work' },
  { key: 'support', nameJa: '問い合わせ対応', nameEn: 'Customer support' },
  { key: 'web-update', nameJa: 'ウェブサイトの更新', nameEn: 'Website updates' },
  { key: 'design', nameJa: 'デザイン', nameEn: 'Design' },
  { key: 'drafting', nameJa: '図面の作成', nameEn: 'Drafting' },
  { key: 'translation', nameJa: '翻訳', nameEn: 'Translation' },
] as const

/** The words that the papers to and from clients print for what is always the same. */
export const paperWords = {
  deliveryPlace: 'KADO 発注企業用画面（ファイルのダウンロード）',
  inspector: '発注企業の検収担当者',
} as const

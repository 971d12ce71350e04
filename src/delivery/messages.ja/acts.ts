/** What people do here, in the words of the log. */
export const area = 'delivery'
export const acts: Readonly<Record<string, string>> = {
  'submit-deliverable': '納品する',
  'accept-deliverable': '検収する',
  'return-deliverable': '差し戻す',
  'deliver-order': '発注企業へ納品する',
  'accept-delivery': '発注企業として検収する',
  'return-delivery': '発注企業として差し戻す',
}

/** The fields of these acts, as the log says them; what several areas say alike stands in `src/main/web/`. */
export const fields: Readonly<Record<string, string>> = {
  submissionId: '提出物',
  fileIds: 'ファイル',
  replaces: '差し替える提出物',
  item: '直すところ',
  cause: '原因',
  correctBy: '直す期限',
  message: '連絡',
  comment: 'コメント',
  inspectBy: '検査の期限',
  late: '期限のあと',
}
export const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  cause: { 'worker-fault': '仕様と違う', orderer: '依頼側の説明や素材', 'client-change': '発注企業の変更' },
}
/** What the records of this area are. */
export const things: Readonly<Record<string, string>> = { 'hand-in': '提出物', delivery: '納品' }

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

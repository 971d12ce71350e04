/** What people do here, in the words of the log. */
export const area = 'indicators'
export const acts: Readonly<Record<string, string>> = {
  'define-indicator': '指標を定める',
  'edit-sheet': '評価シートを書く',
  'publish-sheet': '評価シートを公表する',
}

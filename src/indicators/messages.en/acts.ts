/** What people do here, in the words of the log. */
export const area = 'indicators'
export const acts: Readonly<Record<string, string>> = {
  'define-indicator': 'Define an indicator',
  'edit-sheet': 'Write an evaluation sheet',
  'publish-sheet': 'Publish an evaluation sheet',
}

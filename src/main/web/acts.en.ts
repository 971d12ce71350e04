/** What people do beside the areas, in the words of the log. */
export const area = 'platform'
export const acts: Readonly<Record<string, string>> = {
  'mark-notifications': 'Mark news as read',
}

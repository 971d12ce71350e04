/** What people do here, in the words of the log. */
export const area = 'sales'
export const acts: Readonly<Record<string, string>> = {
  'record-client': 'Record a client',
  'change-client': 'Change a client',
  'end-client': 'End the relation with a client',
  'resume-client': 'Take a client up again',
  'anonymise-client': 'Erase the people of a client',
}

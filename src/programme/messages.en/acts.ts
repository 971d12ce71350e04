/** What people do here, in the words of the log. */
export const area = 'programme'
export const acts: Readonly<Record<string, string>> = {
  'create-programme': 'Open the programme',
  'change-programme': 'Change the programme',
  'change-operator': 'Change the operator',
  'set-approval-rest': 'Set how long a changed account waits',
  'require-second-factor': 'Require a second factor',
  'add-municipality': 'Add a municipality',
  'change-municipality': 'Change a municipality',
  'add-site': 'Add a site',
  'change-site': 'Change a site',
  'set-year-cost': 'Set the cost of a year',
  'record-minimum-wage': 'Record a minimum wage',
  invite: 'Invite somebody',
  'withdraw-invitation': 'Withdraw an invitation',
  'accept-invitation': 'Accept an invitation',
  'grant-role': 'Grant a role',
  'end-role': 'End a role',
  'raise-limits': 'Raise the limits',
  'make-reset-link': 'Make a link to reset a password',
}

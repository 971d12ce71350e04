/** What people do here, in the words of the log. */
export const area = 'people'
export const acts: Readonly<Record<string, string>> = {
  apply: 'Apply',
  'change-profile': 'Change a profile',
  'change-wishes': 'Change wishes',
  'set-free-minutes': 'Set free hours',
  'set-free-day': 'Set the free hours of a day',
  'change-equipment': 'Change equipment',
  'declare-employees': 'Declare employees',
  'record-bank-account': 'Record a bank account',
  'record-invoice-number': 'Record an invoice registration number',
  'end-invoice-registration': 'End an invoice registration',
  'declare-skill': 'Declare a skill',
  'assess-skill': 'Assess a skill',
  'add-skill': 'Add a kind of skill',
  'change-skill': 'Change a kind of skill',
  'record-interview': 'Record an interview',
  'register-worker': 'Register a worker',
  'change-state': "Change a worker's state",
  'give-consent': 'Give a consent',
  'anonymise-person': 'Anonymise a person',
  'withdraw-consent': 'Withdraw a consent',
}

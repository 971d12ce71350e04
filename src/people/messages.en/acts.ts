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

/** The fields of these acts, as the log says them; what several areas say alike stands in `src/main/web/`. */
export const fields: Readonly<Record<string, string>> = {
  kana: 'Kana',
  displayName: 'Display name',
  phone: 'Phone',
  wish: 'Wish',
  wantedMonthlyYen: 'Wanted income a month',
  wantedMonthlyMinutes: 'Wanted hours a month',
  highestMonthlyMinutes: 'Most hours a month',
  week: 'Free minutes of the week',
  lineSpeedMbps: 'Line speed',
  usesEmployees: 'Employees',
  consents: 'Consents',
  heldOn: 'Held on',
  outcome: 'Outcome',
  purpose: 'Purpose of the consent',
  onDate: 'Day',
  minutes: 'Free minutes of the day',
  accountId: 'Account for payments',
  holderKana: 'Account holder',
  holderReason: 'Reason for another holder',
  validTo: 'Until',
  number: 'Invoice number',
  skillId: 'Skill',
  level: 'Level',
  highestLevel: 'Highest level',
  registeredOn: 'Registered on',
  until: 'Kept until',
}
export const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kind: { individual: 'Individual', corporation: 'Corporation' },
  outcome: { suitable: 'Suitable', later: 'Later', declined: 'Declined' },
  to: { applicant: 'Applicant', registered: 'Registered', active: 'Active', paused: 'Paused', graduated: 'Graduated', left: 'Left' },
  purpose: { 'personal-data': 'Personal data', 'share-with-municipality': 'Sharing with the municipality' },
  evidence: { declared: 'Declared', tested: 'Tested', proven: 'Proven by work' },
}
/** What the records of this area are. */
export const things: Readonly<Record<string, string>> = { worker: 'Teleworker', skill: 'Skill', 'bank-account': 'Account' }

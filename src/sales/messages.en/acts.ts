/** What people do here, in the words of the log. */
export const area = 'sales'
export const acts: Readonly<Record<string, string>> = {
  'record-client': 'Record a client',
  'change-client': 'Change a client',
  'end-client': 'End the relation with a client',
  'resume-client': 'Take a client up again',
  'anonymise-client': 'Erase the people of a client',
}

/** The fields of these acts, as the log says them; what several areas say alike stands in `src/main/web/`. */
export const fields: Readonly<Record<string, string>> = {
  nameKana: 'Kana',
  endedOn: 'Ended on',
  until: 'Kept until',
  contactName: 'Contact',
  contactEmail: 'Contact’s email',
  contactPhone: 'Contact’s phone',
  paymentTerms: 'Payment terms',
  paymentDueDays: 'Days until payment',
  isPublicBody: 'Public body',
}
/** What the records of this area are. */
export const things: Readonly<Record<string, string>> = { client: 'Client' }

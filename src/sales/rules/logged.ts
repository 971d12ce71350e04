import type { Logged } from '../../platform/facts.ts'

/** What the log says of each field of an act here. */
export const logged = {
  area: 'sales',
  fields: {
    name: 'text',
    nameKana: 'text',
    postalAddress: 'hidden',
    contactName: 'hidden',
    contactEmail: 'hidden',
    contactPhone: 'hidden',
    paymentTerms: 'hidden',
    paymentDueDays: 'number',
    isPublicBody: 'flag',
    note: 'hidden',
    clientId: 'thing',
    endedOn: 'date',
    until: 'date',
  },
} as const satisfies Logged

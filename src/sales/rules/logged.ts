import type { Logged } from '../../platform/facts.ts'

/** What the log says of each field of an act here. */
export const logged = {
  area: 'sales',
  fields: {
    name: 'text',
    nameKana: 'text',
    postalAddress: 'text',
    contactName: 'hidden',
    contactEmail: 'hidden',
    contactPhone: 'hidden',
    paymentTerms: 'text',
    paymentDueDays: 'number',
    isPublicBody: 'flag',
    note: 'hidden',
    clientId: 'thing',
  },
} as const satisfies Logged

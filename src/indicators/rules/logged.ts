import type { Logged } from '../../platform/facts.ts'

/** What the log says of each field of an act here. */
export const logged = {
  area: 'indicators',
  fields: {
    name: 'text',
    nameEn: 'text',
    position: 'number',
    unit: 'text',
    direction: 'choice',
    mode: 'choice',
    source: 'choice',
    baselineFiscalYear: 'text',
    baselineValue: 'number',
    localShare: 'flag',
    targets: 'rows',
    municipalityId: 'thing',
    fiscalYear: 'text',
    version: 'number',
    reason: 'hidden',
    typed: 'hidden',
    revision: 'never',
    indicatorId: 'thing',
    documentId: 'never',
  },
} as const satisfies Logged

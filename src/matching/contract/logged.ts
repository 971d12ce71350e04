import type { Logged } from '../../platform/facts.ts'

/** What the log says of each field of an act here. */
export const logged = {
  area: 'matching',
  fields: {
    days: 'number',
    seconds: 'never',
    planId: 'thing',
    workerId: 'thing',
    packageId: 'thing',
    chosen: 'things',
    answerBy: 'date',
    agreed: 'flag',
    units: 'number',
    offerIds: 'never',
  },
} as const satisfies Logged

/** The steps in which a programme is set up, in their order. */
export const setUpKeys = ['programme', 'operator', 'municipalities', 'sites', 'years', 'minimum-wage', 'people'] as const
export type SetUpKey = (typeof setUpKeys)[number]

/** What the programme holds so far, as counts. */
export interface SetUpFacts {
  hasOutline: boolean
  hasOperatorAddress: boolean
  hasOperatorContact: boolean
  hasBankAccount: boolean
  memberCount: number
  hasLead: boolean
  siteCount: number
  yearCount: number
  /** Years of the programme that have a cost whose shares add up to it. */
  completeYearCount: number
  minimumWageCount: number
  /** Roles other than worker and administrator that somebody holds or is invited to. */
  staffCount: number
}

export interface SetUpItem {
  key: SetUpKey
  done: boolean
  count: number
}

/** What is complete and what is missing, step by step. */
export function setUpItems(facts: SetUpFacts): SetUpItem[] {
  return [
    { key: 'programme', done: facts.hasOutline, count: facts.hasOutline ? 1 : 0 },
    {
      key: 'operator',
      done: facts.hasOperatorAddress && facts.hasOperatorContact && facts.hasBankAccount,
      count: [facts.hasOperatorAddress, facts.hasOperatorContact, facts.hasBankAccount].filter(Boolean).length,
    },
    { key: 'municipalities', done: facts.memberCount > 0 && facts.hasLead, count: facts.memberCount },
    { key: 'sites', done: facts.siteCount > 0, count: facts.siteCount },
    { key: 'years', done: facts.yearCount > 0 && facts.completeYearCount === facts.yearCount, count: facts.completeYearCount },
    { key: 'minimum-wage', done: facts.minimumWageCount > 0, count: facts.minimumWageCount },
    { key: 'people', done: facts.staffCount > 0, count: facts.staffCount },
  ]
}

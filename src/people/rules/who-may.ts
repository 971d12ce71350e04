import type {} from '../../programme/rules/roles.ts'

/** The worker, for themself. */
export const working = { worker: ['self'] } as const
/** Who looks after people. */
export const caring = { coordinator: ['programme', 'municipality'] } as const
/** The person themself, or whoever looks after them. */
export const keepingRecord = { ...working, ...caring } as const
/** Who records for somebody that they are away: those too who answer for the work. */
export const recordingAbsence = { ...keepingRecord, director: ['programme', 'site'] } as const
/** Who sees and records where a person is paid; who assigns work never does (no price by tax registration). */
export const keepingAccount = { ...working, coordinator: ['programme'], office: ['programme'] } as const
/** Who sees mail address, telephone and postal address. */
export const contacting = { ...keepingRecord, director: ['programme'], office: ['programme'] } as const
/** Whose daily work is about people. */
export const peopleDaily = {
  ...caring,
  director: ['programme', 'site'],
  office: ['programme'],
  officer: ['municipality'],
  administrator: ['programme'],
} as const
/** Who knows that somebody takes part; what of the person they see is the matter of rules/visibility.ts. */
export const knowingPeople = { ...peopleDaily, sales: ['programme'] } as const
/** Who judges what somebody can do. */
export const assessing = { ...caring, director: ['programme', 'site'] } as const
/** Who answers for all people of the programme: which skills there are, and that work is spread fairly. */
export const staffing = { coordinator: ['programme'], director: ['programme'], administrator: ['programme'] } as const
/** Who reads the list of skills. */
export const namingSkills = { ...working, ...knowingPeople, leader: ['order'], director: ['programme', 'site', 'order'] } as const

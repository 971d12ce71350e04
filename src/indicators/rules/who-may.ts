import { caring, peopleDaily } from '../../people/rules/who-may.ts'
import { accounting, operating, running } from '../../programme/rules/who-may.ts'

/** The public's figures are open to everybody who answers for them. */
export const readingFigures = { ...accounting, director: ['programme', 'site', 'order'] } as const
/** Who looks on from a city. */
export const watching = { officer: ['municipality'], committee: ['municipality'] } as const
export const sheetsDaily = { ...watching, office: ['programme'] } as const
export const figuresDaily = { ...watching, ...running, director: ['programme', 'site', 'order'] } as const
/**
 * The rows behind a figure of people name them: only to those who may see them, and to an officer only those of the own
 * city. Others see counts by city.
 */
export const namingEarners = { ...peopleDaily, director: ['programme'] } as const
/** Who knows the names also of those who took back that their city learns them. */
export const namingAll = { ...caring, director: ['programme'], office: ['programme'], administrator: ['programme'] } as const
/** Whose rows of money behind a figure one sees singly: all, or those of the own city. Others see totals of five at least. */
export const seeingMoney = accounting
/** Who writes and publishes the evaluation sheet. */
export const editingSheets = { officer: ['municipality'], ...operating } as const

/** Information of this class and above is handled at a site only; see the classes of packages and sites. */
export const siteFromClass = 2

/** Where somebody's work on a package stands: offered, agreed and not finished, or over. */
export type Standing = 'offered' | 'working' | 'over'

export const materialAccess = ['open', 'needs-terms', 'at-site', 'work-over'] as const
type MaterialAccess = (typeof materialAccess)[number]

/**
 * Whether somebody who does the work may take a file of this class onto their own device: the terms come first; what is handled
 * at a site stays there; what is not public is theirs as long as the work goes on.
 */
export function materialAccessOf(dataClass: number, standing: Standing): MaterialAccess {
  if (dataClass >= siteFromClass) return 'at-site'
  if (standing === 'offered') return 'needs-terms'
  return standing === 'over' && dataClass > 0 ? 'work-over' : 'open'
}

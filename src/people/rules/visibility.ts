import type { Grant } from '../../platform/access.ts'

export interface VisibleParts {
  /** Mail address, telephone, postal address. */
  contact: boolean
  /** Bank account and invoice registration. Who assigns work never sees the latter (law: no price by tax registration). */
  payment: boolean
  /** What was noted at interviews. */
  interviews: boolean
  /** The person themself. */
  self: boolean
}

/** What the holder of these roles may see of one worker, beside the name, the city, the skills and the free minutes. */
export function visibleParts(grants: readonly Grant[], worker: { id: string; municipalityId: string }): VisibleParts {
  const holds = (role: Grant['role'], scopeKind: Grant['scopeKind'], scopeId?: string): boolean =>
    grants.some((grant) => grant.role === role && grant.scopeKind === scopeKind && (scopeId === undefined || grant.scopeId === scopeId))
  const self = holds('worker', 'self', worker.id)
  const coordinator = holds('coordinator', 'programme')
  const local = holds('coordinator', 'municipality', worker.municipalityId)
  const office = holds('office', 'programme')
  return {
    self,
    contact: self || coordinator || local || office || holds('director', 'programme'),
    payment: self || coordinator || office,
    interviews: coordinator || local,
  }
}

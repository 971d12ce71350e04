import { isElsewhere, type Levels, missingEquipment, skillGaps } from './gates.ts'

/** Kinds of equipment that work can ask for; a worker's own list uses the same keys. */
export const equipmentKinds = ['pc', 'smartphone', 'tablet', 'scanner', 'printer', 'headset', 'camera', 'fixed-line'] as const
export type EquipmentKind = (typeof equipmentKinds)[number]

/** What can stand between a worker and a package, in the order in which it is told. */
export const lackKinds = ['state', 'skill', 'equipment', 'site', 'minutes'] as const

export interface Lack {
  kind: (typeof lackKinds)[number]
  /** Skill or site id, or kind of equipment; empty for state and minutes. */
  subject: string
  /** Level of a skill, minutes of time, otherwise 1. */
  need: number
  have: number
}

export interface Candidate {
  /** May be offered work at all. */
  isAvailable: boolean
  /** By skill id. */
  skills: Levels
  equipment: readonly string[]
  siteId: string | null
  /** Free minutes from today to the due date that no agreed work needs. */
  freeMinutes: number
}

export interface Requirements {
  /** By skill id. */
  skills: Levels
  equipment: readonly string[]
  onSiteId: string | null
  unitMinutes: number
  /** The smallest number of units that can be taken. */
  leastUnits: number
}

/** Everything that stands between a person and a package. */
export function lacksOf(candidate: Candidate, requirements: Requirements): Lack[] {
  const lacks: Lack[] = []
  if (!candidate.isAvailable) lacks.push({ kind: 'state', subject: '', need: 1, have: 0 })
  for (const { skill, asked, had } of skillGaps(candidate.skills, requirements.skills)) {
    lacks.push({ kind: 'skill', subject: skill, need: asked, have: had })
  }
  for (const item of missingEquipment(candidate.equipment, requirements.equipment)) {
    lacks.push({ kind: 'equipment', subject: item, need: 1, have: 0 })
  }
  if (isElsewhere(candidate.siteId, requirements.onSiteId)) {
    lacks.push({ kind: 'site', subject: requirements.onSiteId ?? '', need: 1, have: 0 })
  }
  const need = requirements.unitMinutes * requirements.leastUnits
  if (candidate.freeMinutes < need) lacks.push({ kind: 'minutes', subject: '', need, have: Math.max(0, candidate.freeMinutes) })
  return lacks
}

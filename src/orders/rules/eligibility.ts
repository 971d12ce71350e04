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
  levelBySkill: ReadonlyMap<string, number>
  equipment: readonly string[]
  siteId: string | null
  /** Free minutes from today to the due date that no agreed work needs. */
  freeMinutes: number
}

export interface Requirements {
  skills: readonly { skillId: string; level: number }[]
  equipment: readonly string[]
  onSiteId: string | null
  unitMinutes: number
  /** The smallest number of units that can be taken. */
  leastUnits: number
}

/**
 * The gates between a person and a package, the same for the job list, for a raised hand and for a director's choice.
 * Nothing about health, family, tax registration or earlier declines is asked.
 */
export function lacksOf(candidate: Candidate, requirements: Requirements): Lack[] {
  const lacks: Lack[] = []
  if (!candidate.isAvailable) lacks.push({ kind: 'state', subject: '', need: 1, have: 0 })
  for (const { skillId, level } of requirements.skills) {
    const have = candidate.levelBySkill.get(skillId) ?? 0
    if (have < level) lacks.push({ kind: 'skill', subject: skillId, need: level, have })
  }
  for (const item of requirements.equipment) {
    if (!candidate.equipment.includes(item)) lacks.push({ kind: 'equipment', subject: item, need: 1, have: 0 })
  }
  if (requirements.onSiteId !== null && candidate.siteId !== requirements.onSiteId) {
    lacks.push({ kind: 'site', subject: requirements.onSiteId, need: 1, have: 0 })
  }
  const need = requirements.unitMinutes * requirements.leastUnits
  if (candidate.freeMinutes < need) lacks.push({ kind: 'minutes', subject: '', need, have: Math.max(0, candidate.freeMinutes) })
  return lacks
}

/** How many units one person may have of a package: at least one lot, at most the share, and all or nothing when indivisible. */
export function lotLimits(work: { units: number; minUnits: number; maxSharePercent: number; indivisible: boolean }): {
  least: number
  most: number
} {
  if (work.indivisible) return { least: work.units, most: work.units }
  const least = Math.min(work.minUnits, work.units)
  return { least, most: Math.max(least, Math.floor((work.units * work.maxSharePercent) / 100)) }
}

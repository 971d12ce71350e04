/**
 * The gates between a person and a package: one law for the job list, a raised hand, a director's choice and the planner.
 * Nothing about health, family, tax registration or earlier declines is asked.
 */

/** Level by skill; a skill that is not named is level 0. */
export type Levels = Readonly<Record<string, number>>

/** Own keys only: a skill that is called like a member of every object is still a skill. */
export function levelOf(skills: Levels, skill: string): number {
  return Object.hasOwn(skills, skill) ? (skills[skill] ?? 0) : 0
}

/** A skill that is short: the level asked, the level had. */
export type SkillGap = { readonly skill: string; readonly asked: number; readonly had: number }

export function skillGaps(skills: Levels, asked: Levels): SkillGap[] {
  const gaps: SkillGap[] = []
  for (const skill of Object.keys(asked)) {
    const had = levelOf(skills, skill)
    const level = asked[skill] ?? 0
    if (had < level) gaps.push({ skill, asked: level, had })
  }
  return gaps
}

export function missingEquipment(own: readonly string[], asked: readonly string[]): string[] {
  return asked.filter((item) => !own.includes(item))
}

/** Work at home asks for no site. */
export function isElsewhere(site: string | null, asked: string | null): boolean {
  return asked !== null && site !== asked
}

/**
 * The smallest and the largest number of units that one person may have of a package: at least one lot, at most the share (0 to 1) and
 * never more than there is; all or nothing when indivisible. 35 % of 20 is 7, though 0.35 × 20 is a hair less.
 */
export function lotRange(
  work: { readonly units: number; readonly minUnits: number; readonly indivisible: boolean },
  maxShare: number,
): { readonly min: number; readonly max: number } {
  if (work.indivisible) return { min: work.units, max: work.units }
  const min = Math.min(work.minUnits, work.units)
  return { min, max: Math.min(work.units, Math.max(min, Math.floor(maxShare * work.units + 1e-9))) }
}

import type { WorkerState } from './states.ts'

/**
 * Why a person who wants work has none, with the structural issue it belongs to. The last five need to know the work that is there; they are
 * found by the area that matches people with it.
 */
export const blockers = {
  'no-skill': 1,
  'no-free-minutes': 4,
  'no-pc': 3,
  paused: 4,
  'declaration-missing': 4,
  skill: 1,
  'no-work-left': 2,
  equipment: 3,
  site: 3,
  'could-be-offered': 4,
} as const
export type Blocker = keyof typeof blockers

export interface BlockerFacts {
  state: WorkerState
  skillCount: number
  weekMinutes: number
  equipment: readonly string[]
  usesEmployeesDeclaredOn: string | null
}

/** What the work that is there says of a person. */
export interface WorkView {
  /** Agreed work, or an offer that waits for an answer. */
  readonly hasWork: boolean
  /** Whether any minutes are free in the weeks that are planned. */
  readonly hasTime: boolean
  /** What stands between the person and the work nearest to them; null for whoever wants none or offers no time. */
  readonly blocker: 'skill' | 'equipment' | 'site' | 'no-work-left' | 'could-be-offered' | null
  /** The work nearest to them, where there is one. */
  readonly title: string | null
}

/** In the order in which it is best to remove them; the first is the person's one reason. */
export function blockersOf(facts: BlockerFacts, work: WorkView | null = null): Blocker[] {
  if (facts.state === 'paused') return ['paused']
  const found: Blocker[] = []
  // What the nearest work asks for says more than an empty record.
  const nearest = work?.blocker === 'no-work-left' ? null : (work?.blocker ?? null)
  const hasTime = work ? work.hasTime : facts.weekMinutes > 0
  if (nearest === null && facts.skillCount === 0) found.push('no-skill')
  if (!hasTime) found.push('no-free-minutes')
  if (nearest === null && !facts.equipment.includes('pc')) found.push('no-pc')
  if (found.length === 0 && work?.blocker) found.push(work.blocker)
  if (facts.usesEmployeesDeclaredOn === null) found.push('declaration-missing')
  return found
}

import type { WorkerState } from './states.ts'

/** Why a person who wants work can be offered none, as far as their own record says, with the structural issue it belongs to. */
export const blockers = {
  'no-skill': 1,
  'no-free-minutes': 4,
  'no-pc': 3,
  paused: 4,
  'declaration-missing': 4,
} as const
export type Blocker = keyof typeof blockers

export interface BlockerFacts {
  state: WorkerState
  skillCount: number
  weekMinutes: number
  equipment: readonly string[]
  usesEmployeesDeclaredOn: string | null
}

/** In the order in which it is best to remove them. */
export function blockersOf(facts: BlockerFacts): Blocker[] {
  if (facts.state === 'paused') return ['paused']
  const found: Blocker[] = []
  if (facts.skillCount === 0) found.push('no-skill')
  if (facts.weekMinutes === 0) found.push('no-free-minutes')
  if (!facts.equipment.includes('pc')) found.push('no-pc')
  if (facts.usesEmployeesDeclaredOn === null) found.push('declaration-missing')
  return found
}

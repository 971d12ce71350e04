import { Badge } from '../../ui/status.tsx'
import type { WorkerState } from '../rules/states.ts'
import { usePeopleWords } from './words.ts'

const tones = {
  applicant: 'warning',
  registered: 'info',
  active: 'success',
  paused: 'neutral',
  graduated: 'success',
  left: 'neutral',
} as const

export function StateBadge({ state }: { state: WorkerState }) {
  const m = usePeopleWords()
  return <Badge tone={tones[state]}>{m.states[state]}</Badge>
}

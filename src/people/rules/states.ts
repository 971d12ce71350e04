export const workerStates = ['applicant', 'registered', 'active', 'paused', 'graduated', 'left'] as const
export type WorkerState = (typeof workerStates)[number]

export const isWorkerState = (text: string): text is WorkerState => workerStates.some((state) => state === text)

const next: Record<WorkerState, readonly WorkerState[]> = {
  // An applicant becomes registered by `register-worker` alone, which asks for the interview.
  applicant: ['left'],
  registered: ['active', 'paused', 'graduated', 'left'],
  active: ['paused', 'graduated', 'left'],
  paused: ['active', 'graduated', 'left'],
  // Who was hired or has left may come back.
  graduated: ['active'],
  left: ['active'],
}

/** The states to which a person can change from this one. Somebody who left before being registered applies anew. */
export function nextStates(state: WorkerState, wasRegistered: boolean): readonly WorkerState[] {
  return state === 'left' && !wasRegistered ? [] : next[state]
}

/** The changes that people make for themselves: taking a rest, coming back, and withdrawing. */
export function mayChangeOwnState(from: WorkerState, to: WorkerState): boolean {
  if (to === 'left') return true
  return to === 'paused' || (to === 'active' && from === 'paused')
}

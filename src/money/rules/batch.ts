/** Where a bank transfer of many stands. */
export type BatchState = 'made' | 'approved' | 'exported' | 'recorded' | 'refused'

export interface BatchFacts {
  readonly madeBy: string
  readonly approvedBy: readonly string[]
  readonly rejected: boolean
  readonly exported: boolean
  readonly recorded: boolean
}

export function batchStateOf(batch: BatchFacts): BatchState {
  if (batch.rejected) return 'refused'
  if (batch.recorded) return 'recorded'
  if (batch.exported) return 'exported'
  return isApproved(batch) ? 'approved' : 'made'
}

/** Two persons in all: whoever made it, and one other who approved it. */
export function isApproved(batch: Pick<BatchFacts, 'madeBy' | 'approvedBy'>): boolean {
  return batch.approvedBy.some((person) => person !== batch.madeBy)
}

/** Why a person may not approve now, or null. */
export function whyNotApproved(batch: BatchFacts, person: string): 'own-batch' | 'already-approved' | 'batch-refused' | null {
  if (batch.rejected) return 'batch-refused'
  if (batch.madeBy === person) return 'own-batch'
  return isApproved(batch) ? 'already-approved' : null
}

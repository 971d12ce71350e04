import { action, newId, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { insertDecision, lastDecision, openUndecidedLines, workKindById } from '../store/withholding.ts'

/**
 * Says whether tax is withheld from a kind of work that the catalogue leaves open, and on what ground (所得税法204条1項). Whoever
 * decided it last does not change it alone.
 */
export const decideWithholding = action(contract['decide-withholding'], {
  load: async ({ db }, { workKindId }) => {
    const kind = await workKindById(db, workKindId)
    const last = kind && (await lastDecision(db, workKindId))
    return kind && { kind, last, before: { withholding: last?.withholding ?? kind.withholding }, subject: workKindId }
  },
  run: async ({ db, programmeId, actor, now }, { workKindId, withholding, basis }, { last }) => {
    const lineCount = await openUndecidedLines(db, workKindId)
    if (lineCount === 0) return refuse('not-undecided')
    if (last?.decidedBy === actor.userId) return refuse('second-person-needed')
    await insertDecision(db, {
      programmeId,
      id: newId(now.getTime()),
      workKindId,
      withholding,
      basis,
      decidedBy: actor.userId ?? '',
      decidedAt: now.toISOString(),
    })
    return { workKindId, lineCount }
  },
})

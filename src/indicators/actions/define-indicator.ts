import { action, newId, refuse } from '../../platform/action.ts'
import { contract } from '../contract.ts'
import { insertIndicator } from '../store/levels.ts'

/** Adds an indicator of the programme's plan: where its figures come from, its baseline and its yearly targets. */
export const defineIndicator = action(contract['define-indicator'], {
  load: async () => ({}),
  async run({ db, programmeId }, input) {
    const { targets, ...row } = input
    if (targets.some((target) => target.fiscalYear <= row.baselineFiscalYear)) return refuse('target-before-baseline')
    if (new Set(targets.map((target) => target.fiscalYear)).size < targets.length) return refuse('target-twice')
    const id = newId()
    return (await insertIndicator(db, { ...row, id, programmeId }, targets)) ? { indicatorId: id } : refuse('position-taken')
  },
})

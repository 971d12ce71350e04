import { action, newId, refuse } from '../../platform/action.ts'
import { contract } from '../contract.ts'
import { insertIndicator } from '../store/levels.ts'

/** Adds an indicator of the programme's plan: where its figures come from, its baseline and its yearly targets. */
export const defineIndicator = action(contract['define-indicator'], {
  load: async () => ({}),
  async run({ db, programmeId }, input) {
    if (input.targets.some((target) => target.fiscalYear <= input.baselineFiscalYear)) return refuse('target-before-baseline')
    const id = newId()
    const row = {
      id,
      programmeId,
      position: input.position,
      name: input.name,
      nameEn: input.nameEn,
      unit: input.unit,
      direction: input.direction,
      mode: input.mode,
      source: input.source,
      baselineFiscalYear: input.baselineFiscalYear,
      baselineValue: input.baselineValue,
      localShare: input.localShare,
    }
    return (await insertIndicator(db, row, input.targets)) ? { indicatorId: id } : refuse('position-taken')
  },
})

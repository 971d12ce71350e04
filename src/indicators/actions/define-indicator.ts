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
      programme_id: programmeId,
      position: input.position,
      name: input.name,
      name_en: input.nameEn,
      unit: input.unit,
      direction: input.direction,
      mode: input.mode,
      source: input.source,
      baseline_fiscal_year: input.baselineFiscalYear,
      baseline_value: input.baselineValue,
      local_share: input.localShare,
    }
    return (await insertIndicator(db, row, input.targets)) ? { indicatorId: id } : refuse('position-taken')
  },
})

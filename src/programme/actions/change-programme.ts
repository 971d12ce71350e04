import { action } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { lockProgramme, updateProgramme } from '../store/programme.ts'

export const changeProgramme = action(contract['change-programme'], {
  load: async ({ db, programmeId }) => ((await lockProgramme(db, programmeId)) ? { subject: programmeId } : null),
  run: async (context, input) => {
    await updateProgramme(context, {
      name: input.name,
      outline: input.outline,
      first_fiscal_year: input.firstFiscalYear,
      last_fiscal_year: input.lastFiscalYear,
      grant_name: input.grantName,
      grant_numerator: input.grantNumerator,
      grant_denominator: input.grantDenominator,
    })
    return {}
  },
})

import { action } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { findProgramme, listMinimumWages, upsertMinimumWage } from '../store/programme.ts'

/** Records a prefecture's minimum hourly wage from a day on (最低賃金法 第10条); unit prices are compared with it. */
export const recordMinimumWage = action(contract['record-minimum-wage'], {
  load: async ({ db, programmeId }, { prefecture, validFrom }) => {
    const known = (await listMinimumWages(db)).find((wage) => wage.prefecture === prefecture && wage.validFrom === validFrom)
    const before = known ? { hourlyYen: known.hourlyYen } : {}
    return (await findProgramme(db, programmeId)) ? { before, subject: programmeId } : null
  },
  run: async (context, input) => {
    await upsertMinimumWage(context, input)
    return {}
  },
})

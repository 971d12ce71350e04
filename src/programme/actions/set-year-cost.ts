import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { shareDifferenceYen } from '../rules/cost-shares.ts'
import { findYearCost, listMunicipalities, lockProgramme, replaceYearCost } from '../store/programme.ts'

/** Sets the cost of a fiscal year and divides all of it among the municipalities, each with its eligible part and its grant. */
export const setYearCost = action(contract['set-year-cost'], {
  load: async ({ db, programmeId }, { fiscalYear }) => {
    const programme = await lockProgramme(db, programmeId)
    return programme ? { programme, before: await findYearCost(db, fiscalYear), subject: programmeId } : null
  },
  run: async (context, input, { programme }) => {
    if (input.fiscalYear < programme.firstFiscalYear || input.fiscalYear > programme.lastFiscalYear) return refuse('outside-the-programme')
    const ids = new Set(input.shares.map((share) => share.municipalityId))
    if (ids.size < input.shares.length) return refuse('share-twice')
    const known = new Set((await listMunicipalities(context.db)).map((municipality) => municipality.id))
    if ([...ids].some((id) => !known.has(id))) return refuse('share-of-no-member')
    const difference = shareDifferenceYen(input.costYen, input.shares)
    if (difference !== 0) return refuse('shares-differ', { differenceYen: difference })
    await replaceYearCost(context, input)
    return {}
  },
})

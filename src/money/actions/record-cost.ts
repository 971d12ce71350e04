import { action, newId, refuse } from '../../platform/action.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { yen } from '../../units/yen.ts'
import { contract } from '../contract/index.ts'
import { operatingCostEntry } from '../rules/posting.ts'
import { isMunicipality } from '../store/books.ts'
import { post } from '../store/journal.ts'
import { insertCost } from '../store/sales.ts'

/** Records a cost of running the programme, for one municipality or for all together. */
export const recordCost = action(contract['record-cost'], {
  load: async () => ({}),
  run: async ({ db, programmeId, actor, now, today }, input) => {
    const { paidOn, amountYen, taxYen, description, municipalityId } = input
    if (municipalityId !== null && !(await isMunicipality(db, municipalityId))) return refuse('unknown-municipality')
    if (paidOn > today) return refuse('date-ahead')
    const id = newId(now.getTime())
    await insertCost(db, {
      programmeId,
      id,
      paidOn,
      amountYen,
      taxYen,
      description,
      municipalityId,
      recordedBy: actor.userId ?? '',
    })
    const entry = operatingCostEntry({ costYen: yen(amountYen), taxYen: yen(taxYen) })
    await post(db, [{ entry, entryOn: calendarDate(paidOn), sourceId: id, description, parties: { municipalityId } }])
    return { costId: id }
  },
})

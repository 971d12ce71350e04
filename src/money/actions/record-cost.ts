import { action, newId, refuse } from '../../platform/action.ts'
import { completeFiles } from '../../platform/files.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { yen } from '../../units/yen.ts'
import { contract } from '../contract/index.ts'
import { costTaxFault } from '../rules/operating-cost.ts'
import { placeOf } from '../rules/period-lock.ts'
import { operatingCostEntry } from '../rules/posting.ts'
import { isMunicipality } from '../store/books.ts'
import { insertCost, isOrder, similarCosts } from '../store/costs.ts'
import { post } from '../store/journal.ts'
import { openBooks } from '../store/period-locks.ts'

/** Records a cost of running the programme, for one municipality or for all together. */
export const recordCost = action(contract['record-cost'], {
  load: async () => ({}),
  run: async (context, input) => {
    const { db, programmeId, actor, now, today } = context
    const { amountYen, taxYen, description, municipalityId, orderId, receiptFileId, lateReason } = input
    const paidOn = calendarDate(input.paidOn)
    if (municipalityId !== null && !(await isMunicipality(db, municipalityId))) return refuse('unknown-municipality')
    if (orderId !== null && !(await isOrder(db, orderId))) return refuse('unknown-order')
    if (receiptFileId !== null && !(await completeFiles(db, actor.userId, [receiptFileId]))) return refuse('files-missing')
    if (paidOn > today) return refuse('date-ahead')
    const fault = costTaxFault({ amountYen: yen(amountYen), taxYen: yen(taxYen), taxRatePercent: input.taxRatePercent }, paidOn)
    if (fault?.code === 'rate-unknown') return refuse('rate-unknown')
    if (fault) return refuse('tax-above-rate', { mostYen: fault.mostYen, ratePercent: fault.ratePercent })
    const books = await openBooks(context)
    // The years that the first one is compared with are recorded as they happen, not afterwards.
    if (paidOn < books.firstOn && today >= books.firstOn) return refuse('before-programme', { firstOn: books.firstOn })
    const place = placeOf(books, paidOn, lateReason)
    if (place === null) return refuse('period-closed', { lockedOn: books.lockedOn ?? '' })
    const { entryOn, isLate } = place
    const similarCount = await similarCosts(db, paidOn, amountYen, taxYen)
    const id = newId(now.getTime())
    await insertCost(db, { ...input, programmeId, id, lateReason: isLate ? lateReason : '', recordedBy: actor.userId ?? '' })
    const entry = operatingCostEntry({ costYen: yen(amountYen), taxYen: yen(taxYen) })
    await post(db, [{ entry, entryOn, sourceId: id, description: place.named(description), parties: { municipalityId, orderId } }])
    return { costId: id, entryOn, similarCount }
  },
})

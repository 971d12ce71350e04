import { action, newId, refuse } from '../../platform/action.ts'
import { faultPoint } from '../../platform/fault-point.ts'
import { isBankDay } from '../../units/business-day.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { contract } from '../contract/index.ts'
import { events } from '../rules/events.ts'
import { inSets } from '../store/in-sets.ts'
import { bankFileOf, operatorAccount } from '../store/operator-account.ts'
import { hasOpenBatch, insertBatch, insertTransfers, lockClose, paymentsOf } from '../store/transfers.ts'

/** Gathers what a close owes into one bank transfer. The file is written on trial, so that no fault waits until after the approval. */
export const makeBatch = action(contract['make-batch'], {
  load: async ({ db }, { closeId }) => {
    const close = await lockClose(db, closeId)
    return close && { subject: closeId }
  },
  run: async ({ db, programmeId, actor, now, today, publish }, input) => {
    const valueOn = calendarDate(input.valueOn)
    if (valueOn < today) return refuse('value-date-past')
    if (!isBankDay(valueOn)) return refuse('not-a-bank-day')
    if (await hasOpenBatch(db, input.closeId)) return refuse('batch-open')
    const { account } = await operatorAccount(db)
    if (account === null) return refuse('no-operator-account')
    const payments = await paymentsOf(db, input.closeId)
    if (payments.length === 0) return refuse('nothing-to-pay')
    const trial = bankFileOf(account, valueOn, payments)
    if (!trial.ok) return refuse('bank-file-fault', faultDetails(trial.faults[0], payments))

    const id = newId(now.getTime())
    const totalYen = payments.reduce((sum, payment) => sum + payment.netYen, 0)
    await insertBatch(db, {
      programmeId,
      id,
      closeId: input.closeId,
      valueOn,
      transferCount: payments.length,
      totalYen,
      madeBy: actor.userId ?? '',
      madeAt: now.toISOString(),
    })
    faultPoint('money.batch.made')
    const made = await inSets(db, () => insertTransfers(db, id, input.closeId))
    if (made.count !== payments.length || made.totalYen !== totalYen) throw new Error('the transfers are not those that were checked')
    await publish(events['batch.made'], { batchId: id })
    return { batchId: id, transferCount: made.count, totalYen: made.totalYen }
  },
})

/** The first thing that stands against the file, for a person: which fault, and whose payment. */
export function faultDetails(
  fault: { readonly code: string; readonly path: readonly (string | number)[] } | undefined,
  payments: readonly { workerNumber: number }[],
): Record<string, string | number> {
  const at = fault?.path[0] === 'payments' ? Number(fault.path[1]) : null
  const worker = at === null ? undefined : payments[at]?.workerNumber
  return { fault: fault?.code ?? '', ...(worker === undefined ? {} : { workerNumber: worker }) }
}

import { action, newId, refuse } from '../../platform/action.ts'
import { faultPoint } from '../../platform/fault-point.ts'
import { isBankDay } from '../../units/business-day.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { contract } from '../contract/index.ts'
import { isBeyondLimit, lastValueDay } from '../rules/batch.ts'
import { events } from '../rules/events.ts'
import type { ZenginFault } from '../rules/zengin.ts'
import { restOf } from '../store/approvers.ts'
import { lockClosing } from '../store/closing.ts'
import { inSets } from '../store/in-sets.ts'
import { bankFileOf, operatorAccount } from '../store/operator-account.ts'
import { type DuePayment, hasOpenBatch, insertBatch, insertTransfers, lockClose, paidAlready, paymentsOf } from '../store/transfers.ts'
import { firstValueDay, gatheredOn } from '../store/value-date.ts'

/**
 * Gathers what a close owes into one bank transfer a person, with what other closes owe to the same people for the same days.
 * The file is written on trial, so that no fault waits until after the approval.
 */
export const makeBatch = action(contract['make-batch'], {
  load: async ({ db }, { closeId }) => {
    await lockClosing(db)
    const close = await lockClose(db, closeId)
    return close && { close, subject: closeId }
  },
  run: async ({ db, programmeId, actor, now, today, publish }, input, { close }) => {
    const valueOn = calendarDate(input.valueOn)
    if (valueOn < today) return refuse('value-date-past')
    if (!isBankDay(valueOn)) return refuse('not-a-bank-day')
    if (await hasOpenBatch(db, input.closeId)) return refuse('batch-open')
    const { account } = await operatorAccount(db)
    if (account === null) return refuse('no-operator-account')
    const firstOn = await firstValueDay(db, today)
    if (valueOn < firstOn) return refuse('value-date-too-soon', { firstOn })
    const gathered = gatheredOn({ id: close.id, payOn: calendarDate(close.payOn) }, valueOn, firstOn)
    const found = await paymentsOf(db, gathered)
    if (found.length === 0) return refuse('nothing-to-pay')
    const lastOn = lastValueDay(found, firstOn)
    if (valueOn > lastOn) return refuse('value-date-late', { lastOn })
    const late = found.filter((payment) => isBeyondLimit(payment, valueOn))
    const isNoted = close.lateReason !== '' && valueOn <= close.payOn
    if (late.length > 0 && !isNoted && input.lateReason === '') return refuse('beyond-day-60', { count: late.length })

    const trial = bankFileOf(account, valueOn, found)
    const faults = trial.ok ? [] : trial.faults
    const wrong = faults.find((fault) => fault.code !== 'duplicate-payment')
    if (wrong) return refuse('bank-file-fault', faultDetails(wrong, found))
    const repeated = new Set([...(await paidAlready(db, valueOn, found)), ...repeatedIn(faults, found)])
    if (repeated.size > 0 && input.duplicates === 'ask') return refuse('duplicate-payment', repeatedDetails(repeated, found))
    const without = input.duplicates === 'leave-out' ? [...repeated] : []
    const payments = found.filter((payment) => !without.includes(payment.workerId))
    if (payments.length === 0) return refuse('nothing-to-pay')

    const id = newId(now.getTime())
    const totalYen = payments.reduce((sum, payment) => sum + payment.netYen, 0)
    const rests = (await restOf(db, actor.userId ?? '', now)) !== null
    await insertBatch(db, {
      programmeId,
      id,
      closeId: input.closeId,
      valueOn,
      transferCount: payments.length,
      totalYen,
      madeBy: actor.userId ?? '',
      madeAt: now.toISOString(),
      lateReason: late.length > 0 ? input.lateReason : '',
      approvalsNeeded: rests ? 2 : 1,
    })
    faultPoint('money.batch.made')
    const made = await inSets(db, () => insertTransfers(db, id, { ...gathered, without }))
    if (made.count !== payments.length || made.totalYen !== totalYen) throw new Error('the transfers are not those that were checked')
    await publish(events['batch.made'], { batchId: id })
    return { batchId: id, transferCount: made.count, totalYen: made.totalYen }
  },
})

/** People whose payment repeats the amount and the account of one before it. */
const repeatedIn = (faults: readonly ZenginFault[], payments: readonly DuePayment[]): string[] =>
  faults.flatMap((fault) => (fault.code === 'duplicate-payment' ? [payments[Number(fault.path[1])]?.workerId ?? ''] : []))

const namedAtMost = 10

function repeatedDetails(repeated: ReadonlySet<string>, payments: readonly DuePayment[]): Record<string, string | number> {
  const numbers = payments.filter((payment) => repeated.has(payment.workerId)).map((payment) => payment.workerNumber)
  return { count: numbers.length, workerNumbers: numbers.slice(0, namedAtMost).join(', ') }
}

/** The first thing that stands against the file, for a person: which fault, and whose payment. */
export function faultDetails(
  fault: { readonly code: string; readonly path: readonly (string | number)[] } | undefined,
  payments: readonly { workerNumber: number }[],
): Record<string, string | number> {
  const at = fault?.path[0] === 'payments' ? Number(fault.path[1]) : null
  const worker = at === null ? undefined : payments[at]?.workerNumber
  return { fault: fault?.code ?? '', ...(worker === undefined ? {} : { workerNumber: worker }) }
}

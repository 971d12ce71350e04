import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { checkInvoiceNumber } from '../rules/invoice-number.ts'
import { insertInvoiceRegistration, listInvoiceRegistrations } from '../store/payment.ts'
import { lockWorker } from '../store/workers.ts'

/**
 * Records a registration as issuer of qualified invoices from a day on. A corporation's check digit must be right; for a
 * person it is doubted only, because the formula is official for corporations alone.
 */
export const recordInvoiceNumber = action(contract['record-invoice-number'], {
  load: ({ db }, { workerId }) => lockWorker(db, workerId),
  run: async (context, input, { worker }) => {
    const verdict = checkInvoiceNumber(input.number, worker.kind === 'corporation' ? 'corporation' : 'individual')
    if (verdict === 'error') return refuse('corporate-number-wrong')
    const known = await listInvoiceRegistrations(context.db, worker.id)
    if (known.some((row) => row.validTo === null || row.validTo >= input.validFrom)) return refuse('registration-overlaps')
    return { registrationId: await insertInvoiceRegistration(context, worker.id, input), doubtful: verdict === 'warning' }
  },
})

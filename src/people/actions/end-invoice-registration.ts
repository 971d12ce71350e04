import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { endInvoiceRegistrationOn, lockInvoiceRegistration } from '../store/payment.ts'
import { lockWorker } from '../store/workers.ts'

export const endInvoiceRegistration = action(contract['end-invoice-registration'], {
  load: async ({ db }, { registrationId }) => {
    const registration = await lockInvoiceRegistration(db, registrationId)
    const found = registration ? await lockWorker(db, registration.workerId) : null
    return registration && found ? { ...found, registration } : null
  },
  run: async ({ db }, { registrationId, validTo }, { registration }) => {
    if (registration.validTo !== null) return refuse('registration-ended')
    if (validTo < registration.validFrom) return refuse('ends-before-it-begins')
    await endInvoiceRegistrationOn(db, registrationId, validTo)
    return {}
  },
})

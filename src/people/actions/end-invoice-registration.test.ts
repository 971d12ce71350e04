import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { newId } from '../../platform/action.ts'
import { lockInvoiceRegistration } from '../store/payment.ts'
import { endInvoiceRegistration } from './end-invoice-registration.ts'

async function arranged(world: World, given: { validTo?: string; ended?: string } = {}) {
  const { workerId, actor } = await world.worker()
  const registrationId = newId()
  await world.insert('people.invoice_registration', {
    id: registrationId,
    workerId,
    number: 'T7000012050002',
    validFrom: '2025-01-01',
    validTo: given.ended ?? null,
  })
  return { actor, input: { registrationId, validTo: given.validTo ?? '2026-12-31' } }
}

actionSuite(endInvoiceRegistration, {
  arrange: (world) => arranged(world),
  check: async (world, _, { registrationId }) => {
    expect(await world.inside((db) => lockInvoiceRegistration(db, registrationId))).toMatchObject({ validTo: '2026-12-31' })
  },
  refusals: {
    'ends-before-it-begins': (world) => arranged(world, { validTo: '2024-12-31' }),
    'registration-ended': (world) => arranged(world, { ended: '2026-01-31' }),
  },
})

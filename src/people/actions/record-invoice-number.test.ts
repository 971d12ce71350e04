import { expect, it } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { newId } from '../../platform/action.ts'
import { listInvoiceRegistrations } from '../store/payment.ts'
import { recordInvoiceNumber } from './record-invoice-number.ts'

async function arranged(world: World, given: { number?: string; kind?: 'individual' | 'corporation' } = {}) {
  const { workerId, actor } = await world.worker({ kind: given.kind ?? 'individual' })
  return { actor, input: { workerId, number: given.number ?? 'T7000012050002', validFrom: '2026-10-01' } }
}

actionSuite(recordInvoiceNumber, {
  arrange: (world) => arranged(world),
  check: async (world, { doubtful }, { workerId }) => {
    expect(doubtful).toBe(false)
    expect(await world.inside((db) => listInvoiceRegistrations(db, workerId))).toMatchObject([
      { number: 'T7000012050002', validFrom: '2026-10-01', validTo: null },
    ])
  },
  refusals: {
    'corporate-number-wrong': (world) => arranged(world, { number: 'T8000012050002', kind: 'corporation' }),
    'registration-overlaps': async (world) => {
      const given = await arranged(world)
      await world.insert('people.invoice_registration', {
        id: newId(),
        workerId: given.input.workerId,
        number: 'T7000012050002',
        validFrom: '2025-01-01',
      })
      return given
    },
  },
  invalid: [{ input: { number: '7000012050002', validFrom: '2026-10-01' }, path: 'number' }],
})

it('個人の番号は、検査数字が合わなくても記録し、確かめるよう知らせる', async () => {
  const world = await createWorld()
  const { actor, input } = await arranged(world, { number: 'T8000012050002' })
  const output = await world.inside((db) => recordInvoiceNumber.perform(world.context(db, actor), input))
  expect(output).toMatchObject({ doubtful: true })
  await world.close()
})

import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { changeClient } from './change-client.ts'

const fields = {
  nameKana: 'ミホン',
  postalAddress: '長野県見本市2-2',
  contactName: '担当',
  contactEmail: '',
  contactPhone: '0261-00-0000',
  paymentTerms: '月末締め翌月末払い',
  paymentDueDays: 45,
  isPublicBody: true,
  note: '',
}
let count = 0

actionSuite(changeClient, {
  arrange: async (world) => ({
    actor: await world.person('sales'),
    input: { clientId: await world.client(), name: `見本市${++count}`, ...fields },
  }),
  check: async (world, { clientId }, input) => {
    const row = await world.inside((db) => db.selectFrom('sales.client').selectAll().where('id', '=', clientId).executeTakeFirstOrThrow())
    expect(row).toMatchObject({
      name: input.name,
      contactEmail: '',
      contactPhone: '0261-00-0000',
      paymentDueDays: 45,
      isPublicBody: true,
    })
  },
  refusals: {
    'client-name-taken': async (world) => {
      await world.client({ name: '先にある名前' })
      return { actor: await world.person('sales'), input: { clientId: await world.client(), name: '先にある名前', ...fields } }
    },
  },
  invalid: [{ input: { clientId: 'x', name: '見本', ...fields }, path: 'clientId' }],
})

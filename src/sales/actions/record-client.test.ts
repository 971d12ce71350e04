import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { recordClient } from './record-client.ts'

const fields = {
  name: '株式会社サンプル',
  nameKana: 'カブシキガイシャサンプル',
  postalAddress: '長野県見本市1-1',
  contactName: '総務 見本',
  contactEmail: 'soumu@sample.example',
  contactPhone: '',
  paymentTerms: '',
  paymentDueDays: 30,
  isPublicBody: false,
  note: '',
}
let count = 0
const fresh = () => ({ ...fields, name: `${fields.name}${++count}` })

actionSuite(recordClient, {
  namesNoRecord: true,
  arrange: async (world) => ({ actor: await world.person('sales'), input: fresh() }),
  check: async (world, { clientId }, input) => {
    const row = await world.inside((db) => db.selectFrom('sales.client').selectAll().where('id', '=', clientId).executeTakeFirstOrThrow())
    expect(row).toMatchObject({ name: input.name, nameKana: 'カブシキガイシャサンプル', paymentDueDays: 30, isPublicBody: false })
  },
  refusals: {
    'client-name-taken': async (world) => {
      const input = fresh()
      await world.client({ name: input.name })
      return { actor: await world.person('sales'), input }
    },
  },
  invalid: [
    { input: { ...fields, name: ' ' }, path: 'name' },
    { input: { ...fields, contactEmail: 'nobody' }, path: 'contactEmail' },
    { input: { ...fields, paymentDueDays: 0 }, path: 'paymentDueDays' },
  ],
})

import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { saveManual } from './save-manual.ts'

const steps = [{ title: '開く', body: '画像を開きます', check: true, picture: null }]

actionSuite(saveManual, {
  arrange: async (world) => ({ actor: await world.person('director'), input: { packageId: await world.package(), steps } }),
  check: async (world, { packageId }) => {
    const row = await world.inside((db) =>
      db.selectFrom('orders.manual_draft').select('steps').where('packageId', '=', packageId).executeTakeFirstOrThrow(),
    )
    expect(row.steps).toEqual(steps)
  },
  refusals: {
    'picture-missing': async (world) => ({
      actor: await world.person('director'),
      input: {
        packageId: await world.package(),
        steps: [{ title: '開く', body: '', check: true, picture: { fileId: '00000000-0000-7000-8000-00000000000a', description: '' } }],
      },
    }),
    'package-closed': async (world) => ({
      actor: await world.person('director'),
      input: { packageId: await world.package({ state: 'closed' }), steps },
    }),
  },
  invalid: [
    { input: { packageId: '00000000-0000-7000-8000-000000000000', steps: [{ title: '', body: '', check: false }] }, path: 'steps.0.title' },
  ],
})

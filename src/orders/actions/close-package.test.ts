import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { closePackage } from './close-package.ts'

actionSuite(closePackage, {
  arrange: async (world) => {
    const packageId = await world.package()
    await world.offer({ packageId, answerBy: '2026-11-19' })
    return { actor: await world.person('director'), input: { packageId } }
  },
  check: async (world, { packageId }) => {
    const row = await world.inside((db) =>
      db.selectFrom('orders.package').select('state').where('id', '=', packageId).executeTakeFirstOrThrow(),
    )
    expect(row.state).toBe('closed')
  },
  refusals: {
    'package-not-published': async (world) => ({
      actor: await world.person('director'),
      input: { packageId: await world.package({ state: 'closed' }) },
    }),
    'offers-open': async (world) => {
      const packageId = await world.package()
      await world.offer({ packageId, answerBy: '2026-11-20' })
      return { actor: await world.person('director'), input: { packageId } }
    },
  },
})

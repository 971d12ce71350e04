import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { reopenPackage } from './reopen-package.ts'

actionSuite(reopenPackage, {
  arrange: async (world) => {
    const packageId = await world.package()
    await world.offer({ packageId, state: 'declined' })
    return { actor: await world.person('director'), input: { packageId } }
  },
  check: async (world, { packageId }) => {
    const row = await world.inside((db) =>
      db.selectFrom('orders.package').select('state').where('id', '=', packageId).executeTakeFirstOrThrow(),
    )
    expect(row.state).toBe('preparing')
  },
  refusals: {
    'package-not-published': async (world) => ({
      actor: await world.person('director'),
      input: { packageId: await world.package({ state: 'preparing' }) },
    }),
    'package-in-use': async (world) => {
      const packageId = await world.package()
      await world.offer({ packageId })
      return { actor: await world.person('director'), input: { packageId } }
    },
  },
})

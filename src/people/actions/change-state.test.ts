import { expect, it } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { changeState } from './change-state.ts'
import type { DB } from '../../platform/db/schema.generated.ts'

async function arranged(world: World, state: DB['people.worker']['state'], to: 'active' | 'paused' | 'graduated' | 'left') {
  const { workerId, actor } = await world.worker({ state })
  return { actor, input: { workerId, to, note: '' } }
}

actionSuite(changeState, {
  arrange: (world) => arranged(world, 'active', 'paused'),
  check: async (world, _, { workerId }) => {
    const row = await world.inside((db) => db.selectFrom('people.worker').selectAll().where('id', '=', workerId).executeTakeFirst())
    expect(row).toMatchObject({ state: 'paused', leftOn: null })
  },
  refusals: {
    'state-not-next': (world) => arranged(world, 'paused', 'paused'),
    'consent-withdrawn': async (world) => {
      const { input } = await arranged(world, 'left', 'active')
      const given = { workerId: input.workerId, purpose: 'personal-data', textVersion: '2026-11' }
      await world.insert('people.consent', { ...given, givenAt: '2026-01-01T00:00:00Z', withdrawnAt: '2026-02-01T00:00:00Z' })
      return { actor: await world.person('coordinator'), input }
    },
    'ask-the-coordinator': (world) => arranged(world, 'active', 'graduated'),
  },
})

it('変更の記録は、あとから書きかえられない', async () => {
  const world = await createWorld()
  const { actor, input } = await arranged(world, 'active', 'left')
  await world.inside((db) => changeState.perform(world.context(db, actor), input))
  const row = await world.inside((db) => db.selectFrom('people.worker').selectAll().where('id', '=', input.workerId).executeTakeFirst())
  expect(row).toMatchObject({ state: 'left', leftOn: world.today })
  await expect(world.inside((db) => db.updateTable('people.state_change').set({ note: 'x' }).execute())).rejects.toThrow(/append-only/)
  await world.close()
})

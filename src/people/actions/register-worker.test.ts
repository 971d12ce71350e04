import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { newId } from '../../platform/action.ts'
import { registerWorker } from './register-worker.ts'
import type { DB } from '../../platform/db/schema.generated.ts'

async function arranged(
  world: World,
  given: { outcomes?: DB['people.interview']['outcome'][]; state?: DB['people.worker']['state']; siteId?: string } = {},
) {
  const { workerId } = await world.worker({ state: given.state ?? 'applicant', registeredOn: given.state ? '2026-01-01' : null })
  for (const [index, outcome] of (given.outcomes ?? ['suitable']).entries()) {
    await world.insert('people.interview', { id: newId(), workerId, heldOn: `2026-11-1${index}`, heldBy: 'somebody', outcome })
  }
  return { actor: await world.person('coordinator'), input: { workerId, siteId: given.siteId ?? (await world.site()) } }
}

actionSuite(registerWorker, {
  arrange: (world) => arranged(world),
  check: async (world, { registeredOn }, { workerId, siteId }) => {
    expect(registeredOn).toBe(world.today)
    const row = await world.inside((db) => db.selectFrom('people.worker').selectAll().where('id', '=', workerId).executeTakeFirst())
    expect(row).toMatchObject({ state: 'registered', registeredOn: world.today, siteId })
    const changes = await world.inside((db) => db.selectFrom('people.state_change').selectAll().where('workerId', '=', workerId).execute())
    expect(changes).toMatchObject([{ fromState: 'applicant', toState: 'registered', changedOn: world.today }])
    const events = await world.inside((db) =>
      db.selectFrom('platform.outbox').selectAll().where('event', '=', 'person.registered').execute(),
    )
    expect(events.map((event) => event.payload)).toContainEqual({ workerId })
  },
  refusals: {
    'not-an-applicant': (world) => arranged(world, { state: 'active' }),
    'interview-missing': (world) => arranged(world, { outcomes: ['suitable', 'later'] }),
    'site-unknown': async (world) => arranged(world, { siteId: await world.site({ closedOn: '2026-11-01' }) }),
  },
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { execute, newId } from '../../platform/action.ts'
import { recordOrder } from './record-order.ts'

const fields = {
  title: '名刺の入力',
  description: '',
  orderedOn: '2026-11-20',
  dueOn: '2026-12-20',
  amountYen: 300_000,
  municipalityId: null,
}

actionSuite(recordOrder, {
  arrange: async (world) => ({ actor: await world.person('sales'), input: { clientId: await world.client(), ...fields } }),
  check: async (world, { orderId, number }, input) => {
    const row = await world.inside((db) =>
      db.selectFrom('orders.client_order').selectAll().where('id', '=', orderId).executeTakeFirstOrThrow(),
    )
    expect(row).toMatchObject({ number, clientId: input.clientId, amountYen: 300_000, state: 'preparing', dueOn: '2026-12-20' })
    expect(number).toMatch(/^J2026-\d{4}$/)
  },
  refusals: {
    'client-ended': async (world) => ({
      actor: await world.person('sales'),
      input: { clientId: await world.client({ endedOn: '2026-11-19' }), ...fields },
    }),
  },
  invalid: [
    { input: { ...fields, clientId: newId(), dueOn: '2026-11-19' }, path: 'dueOn' },
    { input: { ...fields, clientId: newId(), amountYen: 1.5 }, path: 'amountYen' },
    { input: { ...fields, clientId: newId(), orderedOn: '2026-02-30' }, path: 'orderedOn' },
  ],
})

describe('番号', () => {
  let world: World
  beforeAll(async () => {
    world = await createWorld()
  })
  afterAll(() => world.close())

  it('同時に受けても、年のなかで抜けも重なりもない', async () => {
    const clientId = await world.client()
    const actor = await world.person('sales')
    const order = (rollback: boolean) =>
      execute(
        world.database,
        recordOrder,
        { programmeId: world.programmeId, key: newId(), input: { clientId, ...fields }, now: world.now, dryRun: rollback },
        async () => actor,
        actor.userId,
      )
    await Promise.all(Array.from({ length: 12 }, (_, at) => order(at % 3 === 0)))
    const rows = await world.inside((db) => db.selectFrom('orders.client_order').select('number').orderBy('number').execute())
    expect(rows.map((row) => row.number)).toEqual(Array.from({ length: 8 }, (_, at) => `J2026-${String(at + 1).padStart(4, '0')}`))
  })
})

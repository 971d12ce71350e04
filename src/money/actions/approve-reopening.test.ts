import { expect, it } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { done } from '../../../test/support/money.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { newId } from '../../platform/action.ts'
import { approveReopening } from './approve-reopening.ts'
import { askReopening } from './ask-reopening.ts'
import { lockYear } from './lock-year.ts'
import { recordCost } from './record-cost.ts'

async function asked(world: World) {
  const asker = await world.person('office')
  await world.inside((db) => lockYear(world.context(db), 2025, newId()))
  const input = { month: '2026-03-01', period: 'month' as const, reason: '領収書が後から届いたため' }
  const { reopeningId } = await world.inside((db) => done(world.context(db, asker), askReopening, input))
  return { asker, actor: await world.person('office'), input: { reopeningId } }
}

actionSuite(approveReopening, {
  arrange: async (world) => {
    const municipality = await world.municipality()
    await world.person('officer', { kind: 'municipality', id: municipality })
    return asked(world)
  },
  check: async (world, { openUntil }) => {
    expect(openUntil).toBe('2026-11-27')
    const cost = { amountYen: 100, description: '切手' }
    const record = (paidOn: string) => world.inside(async (db) => recordCost.perform(world.context(db), { ...cost, paidOn }))
    expect(await record('2026-03-15')).toMatchObject({ entryOn: '2026-03-15' })
    expect(await record('2026-02-28')).toMatchObject({ code: 'period-closed' })
    const news = await world.inside((db) =>
      db.selectFrom('platform.notification').select('data').where('kind', '=', 'money.books-reopened').execute(),
    )
    expect(news[0]?.data).toMatchObject({ firstOn: '2026-03-01', lastOn: '2026-03-31', reason: '領収書が後から届いたため' })
  },
  refusals: {
    'already-approved': async (world) => {
      const { actor, input } = await asked(world)
      await world.inside((db) => done(world.context(db, actor), approveReopening, input))
      return { actor, input }
    },
    'second-person-needed': async (world) => {
      const { asker, input } = await asked(world)
      return { actor: asker, input }
    },
    'account-just-changed': async (world) => {
      const { actor, input } = await asked(world)
      const change = { userId: actor.userId, kind: 'password' as const, changedAt: world.now.toISOString() }
      await world.inside((db) => db.insertInto('platform.account_change').values(change).execute())
      return { actor, input }
    },
  },
})

it('the programme says for how many days', async () => {
  const world = await createWorld()
  const { actor, input } = await asked(world)
  await world.inside((db) => db.updateTable('programme.programme').set({ reopeningDays: 3 }).execute())
  expect(await world.inside((db) => done(world.context(db, actor), approveReopening, input))).toEqual({ openUntil: '2026-11-23' })
  await world.close()
})

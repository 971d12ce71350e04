import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { done, payable } from '../../../test/support/money.ts'
import type { Actor } from '../../platform/access.ts'
import { decideWithholding } from './decide-withholding.ts'

actionSuite(decideWithholding, {
  arrange: async (world) => {
    const workKindId = await world.workKind({ withholding: 'undecided' })
    await payable(world, { packageId: await world.package({ workKindId }) })
    return { actor: await world.person('office'), input: { workKindId, withholding: 'subject' as const, basis: '税理士に確認' } }
  },
  check: async (world, output, input) => {
    expect(output.lineCount).toBe(1)
    const row = await world.inside((db) =>
      db.selectFrom('money.withholding_decision').selectAll().where('workKindId', '=', input.workKindId).executeTakeFirstOrThrow(),
    )
    expect(row).toMatchObject({ withholding: 'subject', basis: '税理士に確認' })
  },
  refusals: {
    'second-person-needed': async (world) => {
      const workKindId = await world.workKind({ withholding: 'undecided' })
      await payable(world, { packageId: await world.package({ workKindId }) })
      const [first, second] = [await world.person('office'), await world.person('office')]
      const input = { workKindId, withholding: 'subject' as const, basis: 'x' }
      const decide = (actor: Actor, now: Date) => world.inside((db) => done({ ...world.context(db, actor), now }, decideWithholding, input))
      await decide(first, new Date(world.now.getTime() - 1))
      await decide(second, world.now)
      return { actor: second, input: { ...input, withholding: 'not-subject' as const } }
    },
    'not-undecided': async (world) => ({
      actor: await world.person('office'),
      input: { workKindId: await world.workKind(), withholding: 'subject' as const, basis: 'x' },
    }),
  },
})

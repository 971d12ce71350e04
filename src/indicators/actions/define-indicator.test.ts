import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { defineIndicator } from './define-indicator.ts'

let position = 0
async function arrange(world: World, change: { position?: number; year?: number } = {}) {
  return {
    actor: await world.person('administrator'),
    input: {
      position: change.position ?? ++position,
      name: 'Earners',
      unit: '人',
      direction: 'up' as const,
      mode: 'increment' as const,
      source: 'earners' as const,
      baselineFiscalYear: 2024,
      baselineValue: 10,
      localShare: true,
      targets: [{ fiscalYear: change.year ?? 2025, value: 5 }],
    },
  }
}

actionSuite(defineIndicator, {
  arrange,
  namesNoRecord: true,
  async check(world, output) {
    const targets = await world.inside((db) =>
      db.selectFrom('indicators.target').select(['fiscalYear', 'value']).where('indicatorId', '=', output.indicatorId).execute(),
    )
    expect(targets).toEqual([{ fiscalYear: 2025, value: 5 }])
  },
  refusals: {
    'position-taken': async (world) => {
      const taken = await arrange(world)
      await world.insert('indicators.indicator', {
        id: world.programmeId,
        position: taken.input.position,
        name: 'There',
        unit: '人',
        direction: 'up',
        mode: 'increment',
        source: 'earners',
        baselineFiscalYear: 2024,
        baselineValue: 0,
      })
      return taken
    },
    'target-before-baseline': (world) => arrange(world, { year: 2024 }),
    'target-twice': async (world) => {
      const { actor, input } = await arrange(world)
      return { actor, input: { ...input, targets: [...input.targets, ...input.targets] } }
    },
  },
  invalid: [{ input: { name: '' }, path: 'name' }],
})

import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { typedParts } from '../contract.ts'
import { editSheet } from './edit-sheet.ts'

const typed = typedParts.parse({ rating: 'B', direction: 'A', effect: 'Effect', opinions: ['One', 'Two'] })

async function arrange(world: World, change: { revision?: number; rating?: string } = {}) {
  const municipalityId = await world.municipality()
  const actor = await world.person('officer', { kind: 'municipality', id: municipalityId })
  return {
    actor,
    input: { municipalityId, fiscalYear: 2025, revision: change.revision ?? 0, typed: { ...typed, rating: change.rating ?? 'B' } },
  }
}

actionSuite(editSheet, {
  arrange,
  async check(world, output, input) {
    expect(output.revision).toBe(1)
    const row = await world.inside((db) =>
      db.selectFrom('indicators.sheet').selectAll().where('municipalityId', '=', input.municipalityId).executeTakeFirstOrThrow(),
    )
    expect(row.typed).toMatchObject({ rating: 'B', direction: 'A', effect: 'Effect', opinions: ['One', 'Two'] })
    // Only what was changed bears a name.
    expect(Object.keys(row.typedBy as object).sort((a, b) => a.localeCompare(b))).toEqual(['direction', 'effect', 'opinions', 'rating'])
  },
  refusals: {
    'edited-meanwhile': (world) => arrange(world, { revision: 3 }),
    'unknown-option': (world) => arrange(world, { rating: 'Z' }),
  },
  invalid: [{ input: { municipalityId: 'x', fiscalYear: 2025, revision: 0, typed }, path: 'municipalityId' }],
})

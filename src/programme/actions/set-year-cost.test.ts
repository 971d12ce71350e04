import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { listYearCosts } from '../store/programme.ts'
import { setYearCost } from './set-year-cost.ts'

const half = (municipalityId: string, costYen: number) => ({
  municipalityId,
  costYen,
  eligibleYen: costYen,
  grantYen: Math.floor(costYen / 2),
})

async function arranged(
  world: World,
  change: (input: { fiscalYear: number; costYen: number; shares: ReturnType<typeof half>[] }) => object = (input) => input,
) {
  const shares = [half(await world.municipality(), 5_995_000), half(await world.municipality(), 11_005_000)]
  const input = { fiscalYear: 2026, costYen: 17_000_000, shares }
  return { actor: await world.person('administrator'), input: { ...input, ...change(input) } }
}

actionSuite(setYearCost, {
  namesNoRecord: true,
  arrange: (world) => arranged(world),
  check: async (world, _, { shares }) => {
    const { years, shares: stored } = await world.inside(listYearCosts)
    expect(years).toMatchObject([{ fiscalYear: 2026, costYen: 17_000_000 }])
    expect(stored.map((share) => share.municipalityId).sort()).toEqual(shares.map((share) => share.municipalityId).sort())
    expect(stored.map((share) => share.grantYen)).toContain(2_997_500)
  },
  refusals: {
    'outside-the-programme': (world) => arranged(world, () => ({ fiscalYear: 2040 })),
    'shares-differ': (world) => arranged(world, () => ({ costYen: 17_000_001 })),
    'share-twice': (world) => arranged(world, ({ shares }) => ({ shares: [...shares, ...shares.slice(0, 1)] })),
    'share-of-no-member': (world) => arranged(world, ({ shares }) => ({ shares: [...shares, half(world.programmeId, 0)] })),
  },
  invalid: [
    { input: { fiscalYear: 2026, costYen: -1, shares: [] }, path: 'costYen' },
    {
      input: {
        fiscalYear: 2026,
        costYen: 10,
        shares: [{ municipalityId: '018f0000-0000-7000-8000-000000000000', costYen: 10, eligibleYen: 5, grantYen: 6 }],
      },
      path: 'shares.0.grantYen',
    },
  ],
})

import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { changePackage } from './change-package.ts'
import type { DB } from '../../platform/db/schema.generated.ts'

const given = async (world: World, state: DB['orders.package']['state']) => ({
  actor: await world.person('director'),
  input: {
    packageId: await world.package({ state }),
    workKindId: await world.workKind(),
    skills: [{ skillId: await world.skill(), level: 1 }],
    title: '変えた題',
    summary: '',
    specification: '',
    units: 40,
    unitName: '件',
    unitMinutes: 30,
    unitPriceYen: 600,
    priceRationale: '',
    releaseOn: '2026-11-21',
    dueOn: '2026-12-01',
    inspectionDays: 3,
    securityClass: 0,
    onSiteId: null,
    equipment: ['pc' as const],
    minUnits: 1,
    maxSharePercent: 100,
    indivisible: false,
    priority: 2,
    isPublic: false,
    workPlace: '',
    expenses: '',
    intellectualProperty: '',
    personalData: '',
    contact: '',
    independenceReviewed: false,
  },
})

actionSuite(changePackage, {
  arrange: (world) => given(world, 'preparing'),
  check: async (world, { packageId }) => {
    await world.inside(async (db) => {
      const row = await db.selectFrom('orders.package').selectAll().where('id', '=', packageId).executeTakeFirstOrThrow()
      expect(row).toMatchObject({ title: '変えた題', units: 40, unitPriceYen: 600, isPublic: false })
      expect(await db.selectFrom('orders.package_skill').select('level').where('packageId', '=', packageId).execute()).toEqual([
        { level: 1 },
      ])
    })
  },
  refusals: { 'package-not-preparing': (world) => given(world, 'ready') },
})

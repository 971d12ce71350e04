import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { addPackage } from './add-package.ts'
import type { DB } from '../../platform/db/schema.generated.ts'

const fields = {
  title: '名刺の入力',
  summary: '名刺の文字を入力します',
  specification: '誤字は1000字に1字まで',
  units: 400,
  unitName: '枚',
  unitMinutes: 6,
  unitPriceYen: 120,
  priceRationale: '',
  releaseOn: '2026-11-21',
  dueOn: '2026-12-10',
  inspectionDays: 7,
  securityClass: 0,
  onSiteId: null,
  equipment: ['pc' as const],
  minUnits: 10,
  maxSharePercent: 50,
  indivisible: false,
  priority: 1,
  isPublic: true,
  workPlace: '自宅など',
  expenses: '通信費は受託者',
  intellectualProperty: '検収の時に移る',
  personalData: '扱わない',
  contact: '業務管理課',
  independenceReviewed: false,
}
const given = async (world: World, orderState: DB['orders.client_order']['state'] = 'preparing') => ({
  actor: await world.person('director'),
  input: {
    ...fields,
    orderId: await world.order({ state: orderState }),
    workKindId: await world.workKind(),
    skills: [{ skillId: await world.skill(), level: 2 }],
  },
})

actionSuite(addPackage, {
  arrange: (world) => given(world),
  check: async (world, { packageId }, input) => {
    await world.inside(async (db) => {
      const row = await db.selectFrom('orders.package').selectAll().where('id', '=', packageId).executeTakeFirstOrThrow()
      expect(row).toMatchObject({
        orderId: input.orderId,
        units: 400,
        unitMinutes: 6,
        equipment: ['pc'],
        state: 'preparing',
        contact: '業務管理課',
      })
      const skills = await db.selectFrom('orders.package_skill').select(['skillId', 'level']).where('packageId', '=', packageId).execute()
      expect(skills).toEqual([{ skillId: input.skills[0]?.skillId, level: 2 }])
    })
  },
  refusals: { 'order-ended': (world) => given(world, 'delivered') },
  invalid: [
    {
      input: {
        ...fields,
        orderId: '00000000-0000-7000-8000-000000000000',
        workKindId: '00000000-0000-7000-8000-000000000000',
        skills: [],
        dueOn: '2026-11-20',
      },
      path: 'dueOn',
    },
    {
      input: {
        ...fields,
        orderId: '00000000-0000-7000-8000-000000000000',
        workKindId: '00000000-0000-7000-8000-000000000000',
        skills: [],
        minUnits: 401,
      },
      path: 'minUnits',
    },
  ],
})

import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { publishManual } from './publish-manual.ts'

const steps = [{ title: '開く', body: '画像を開きます', check: true, picture: null }]

actionSuite(publishManual, {
  arrange: async (world) => {
    const packageId = await world.package()
    await world.insert('orders.manual_draft', { packageId, steps: '[]', savedBy: 'system' })
    await world.insert('orders.manual_version', { packageId, version: 1, steps: '[]', publishedBy: 'system' })
    return { actor: await world.person('director'), input: { packageId, steps, changes: '手順1を加えた' } }
  },
  check: async (world, { packageId, version }) => {
    expect(version).toBe(2)
    await world.inside(async (db) => {
      const row = await db
        .selectFrom('orders.manual_version')
        .select(['steps', 'changes'])
        .where('packageId', '=', packageId)
        .where('version', '=', 2)
        .executeTakeFirstOrThrow()
      expect(row).toEqual({ steps, changes: '手順1を加えた' })
      expect(await db.selectFrom('orders.manual_draft').select('packageId').where('packageId', '=', packageId).execute()).toEqual([])
    })
  },
  refusals: {
    'picture-missing': async (world) => ({
      actor: await world.person('director'),
      input: {
        packageId: await world.package(),
        steps: [{ title: '開く', body: '', check: true, picture: { fileId: '00000000-0000-7000-8000-00000000000a', description: '' } }],
        changes: '',
      },
    }),
    'package-closed': async (world) => ({
      actor: await world.person('director'),
      input: { packageId: await world.package({ state: 'closed' }), steps, changes: '' },
    }),
    'changes-missing': async (world) => {
      const packageId = await world.package()
      await world.insert('orders.manual_version', { packageId, version: 1, steps: '[]', publishedBy: 'system' })
      return { actor: await world.person('director'), input: { packageId, steps, changes: ' ' } }
    },
  },
})

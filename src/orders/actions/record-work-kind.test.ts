import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { recordWorkKind } from './record-work-kind.ts'

actionSuite(recordWorkKind, {
  namesNoRecord: true,
  arrange: async (world) => {
    await world.workKind({ key: 'design', withholding: 'undecided' }).catch(() => undefined)
    return {
      actor: await world.person('office'),
      input: { key: 'design', nameJa: 'デザイン', nameEn: 'Design', withholding: 'subject' as const },
    }
  },
  check: async (world, { workKindId }) => {
    const rows = await world.inside((db) =>
      db.selectFrom('orders.work_kind').select(['id', 'withholding', 'nameJa']).where('key', '=', 'design').execute(),
    )
    expect(rows).toEqual([{ id: workKindId, withholding: 'subject', nameJa: 'デザイン' }])
  },
  refusals: {},
  invalid: [{ input: { key: 'Design', nameJa: 'x', nameEn: 'x', withholding: 'subject' }, path: 'key' }],
})

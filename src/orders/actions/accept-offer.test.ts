import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { execute, newId } from '../../platform/action.ts'
import { noticeOfTerms } from '../documents/notice-of-terms/notice-of-terms.ts'
import { acceptOffer } from './accept-offer.ts'

const texts = {
  work_place: '自宅など',
  expenses: '通信費は受託者',
  intellectual_property: '検収の時に移る',
  personal_data: '扱わない',
  contact: '業務管理課',
}

async function given(world: World, offer: Parameters<World['offer']>[0] = {}, work: Parameters<World['package']>[0] = {}) {
  const packageId = await world.package({ ...texts, ...work })
  const { workerId, actor } = await world.worker()
  return {
    actor,
    input: { offerId: await world.offer({ package_id: packageId, worker_id: workerId, units: 7, unit_price_yen: 121, ...offer }) },
  }
}

actionSuite(acceptOffer, {
  arrange: (world) => given(world),
  check: async (world, { assignmentId, noticeDocumentId }) => {
    await world.inside(async (db) => {
      const assignment = await db.selectFrom('orders.assignment').selectAll().where('id', '=', assignmentId).executeTakeFirstOrThrow()
      expect(assignment).toMatchObject({
        units: 7,
        unit_price_yen: 121,
        fee_yen: 847,
        tax_yen: 84,
        ordered_on: '2026-11-20',
        due_on: '2026-12-10',
        inspection_complete_on: '2026-12-17',
        pay_on: '2027-01-25',
        notice_document_id: noticeDocumentId,
      })
      const document = await db.selectFrom('platform.document').selectAll().where('id', '=', noticeDocumentId).executeTakeFirstOrThrow()
      expect(document).toMatchObject({ kind: 'notice-of-terms', amount_yen: 931, transaction_on: '2026-11-20', retain_until: '2037-06-30' })
      expect(document.owner_user_id).not.toBeNull()
      expect(noticeOfTerms.parse(document.data)).toMatchObject({
        orderedOn: '2026-11-20',
        fee: { exTaxYen: 847, taxYen: 84, inTaxYen: 931 },
        payment: { payOn: '2027-01-25' },
        pendingItems: [],
      })
    })
  },
  refusals: {
    'offer-taken': (world) => given(world, { state: 'withdrawn' }),
    'offer-expired': (world) => given(world, { answer_by: '2026-11-19' }),
    'due-passed': (world) => given(world, { due_on: '2026-11-19' }),
    'terms-incomplete': (world) => given(world, {}, { expenses: '' }),
    'pay-date-too-late': async (world) => {
      await world.inside((db) => db.updateTable('programme.programme').set({ pay_day: 31 }).execute())
      return given(world, { due_on: '2027-07-01' })
    },
  },
})

describe('同時の承諾', () => {
  let world: World
  beforeAll(async () => {
    world = await createWorld()
  })
  afterAll(() => world.close())

  it('200の同時の承諾のうち、一つだけが成り立つ', async () => {
    const { actor, input } = await given(world)
    const results = await Promise.all(
      Array.from({ length: 200 }, () =>
        execute(
          world.database,
          acceptOffer,
          { programmeId: world.programmeId, key: newId(), input, now: world.now },
          async () => actor,
          actor.userId,
        ),
      ),
    )
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(results.filter((result) => !result.ok && result.refusal.code === 'offer-taken')).toHaveLength(199)
    expect(await world.count('orders.assignment')).toBe(1)
    expect(await world.count('platform.document')).toBe(1)
    const events = await world.inside((db) => db.selectFrom('platform.outbox').select('id').where('event', '=', 'offer.accepted').execute())
    expect(events).toHaveLength(1)
  }, 60_000)
})

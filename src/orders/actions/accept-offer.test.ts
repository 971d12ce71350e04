import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { execute, newId } from '../../platform/action.ts'
import { noticeOfTerms } from '../documents/notice-of-terms/notice-of-terms.ts'
import { acceptOffer } from './accept-offer.ts'

const texts = {
  workPlace: '自宅など',
  expenses: '通信費は受託者',
  intellectualProperty: '検収の時に移る',
  personalData: '扱わない',
  contact: '業務管理課',
}

async function given(world: World, offer: Parameters<World['offer']>[0] = {}, work: Parameters<World['package']>[0] = {}) {
  const packageId = await world.package({ ...texts, ...work })
  const { workerId, actor } = await world.worker()
  return {
    actor,
    input: { offerId: await world.offer({ packageId, workerId, units: 7, unitPriceYen: 121, ...offer }) },
  }
}

actionSuite(acceptOffer, {
  arrange: (world) => given(world),
  check: async (world, { assignmentId, noticeDocumentId }) => {
    await world.inside(async (db) => {
      const assignment = await db.selectFrom('orders.assignment').selectAll().where('id', '=', assignmentId).executeTakeFirstOrThrow()
      expect(assignment).toMatchObject({
        units: 7,
        unitPriceYen: 121,
        feeYen: 847,
        taxYen: 84,
        orderedOn: '2026-11-20',
        dueOn: '2026-12-10',
        inspectionCompleteOn: '2026-12-17',
        payOn: '2027-01-25',
        noticeDocumentId,
      })
      const document = await db.selectFrom('platform.document').selectAll().where('id', '=', noticeDocumentId).executeTakeFirstOrThrow()
      expect(document).toMatchObject({ kind: 'notice-of-terms', amountYen: 931, transactionOn: '2026-11-20', retainUntil: '2037-06-30' })
      expect(document.ownerUserId).not.toBeNull()
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
    'offer-expired': (world) => given(world, { answerBy: '2026-11-19' }),
    'due-passed': (world) => given(world, { dueOn: '2026-11-19' }),
    'terms-incomplete': (world) => given(world, {}, { expenses: '' }),
    'pay-date-too-late': async (world) => {
      await world.inside((db) => db.updateTable('programme.programme').set({ payDay: 31 }).execute())
      return given(world, { dueOn: '2027-07-01' })
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
  }, 60_000)
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { execute, newId } from '../../platform/action.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { noticeOfTerms } from '../documents/notice-of-terms/notice-of-terms.ts'
import { packageProgress } from '../store/index.ts'
import { answerTerms } from './answer-terms.ts'
import type { DB } from '../../platform/db/schema.generated.ts'

const given = async (
  world: World,
  change: { state?: DB['orders.terms_change']['state']; units?: number; dueOn?: string } = {},
  texts = { expenses: '通信費は受託者' },
) => {
  const packageId = await world.package({
    workPlace: '自宅など',
    intellectualProperty: '検収の時に移る',
    personalData: '扱わない',
    contact: '業務管理課',
    unitMinutes: 6,
    ...texts,
  })
  const { workerId, actor } = await world.worker()
  const assignmentId = await world.assignment({
    packageId,
    workerId,
    units: 10,
    unitPriceYen: 120,
    dueOn: '2026-12-10',
  })
  const changeId = newId()
  await world.insert('orders.terms_change', {
    id: changeId,
    assignmentId,
    units: 10,
    unitPriceYen: 150,
    dueOn: '2026-12-20',
    reason: '仕様が増えたため',
    state: 'open',
    proposedBy: 'director',
    proposedAt: world.now.toISOString(),
    ...change,
  })
  return { actor, assignmentId, packageId, changeId }
}

const agreeing = async (world: World, ...about: [Parameters<typeof given>[1]?, Parameters<typeof given>[2]?]) => {
  const { actor, changeId } = await given(world, ...about)
  return { actor, input: { changeId, agree: true } }
}

actionSuite(answerTerms, {
  arrange: (world) => agreeing(world),
  check: async (world, { assignmentId, noticeDocumentId }, { changeId }) => {
    await world.inside(async (db) => {
      const change = await db.selectFrom('orders.terms_change').selectAll().where('id', '=', changeId).executeTakeFirstOrThrow()
      expect(change).toMatchObject({ state: 'agreed', newAssignmentId: assignmentId })
      const agreed = await db.selectFrom('orders.assignment').selectAll().where('id', '=', assignmentId).executeTakeFirstOrThrow()
      expect(agreed).toMatchObject({
        units: 10,
        unitPriceYen: 150,
        feeYen: 1_500,
        dueOn: '2026-12-20',
        noticeDocumentId,
      })
      const earlier = await db.selectFrom('orders.assignment').selectAll().where('id', '=', change.assignmentId).executeTakeFirstOrThrow()
      expect(earlier).toMatchObject({ unitPriceYen: 120, dueOn: '2026-12-10' })
      const document = await db
        .selectFrom('platform.document')
        .select('data')
        .where('id', '=', noticeDocumentId ?? '')
        .executeTakeFirstOrThrow()
      expect(noticeOfTerms.parse(document.data).amends).toMatchObject({ reason: '仕様が増えたため' })
      const progress = await packageProgress(db, [agreed.packageId], calendarDate(world.today))
      expect(progress.get(agreed.packageId)).toMatchObject({ assigned: 10, open: 0 })
    })
  },
  refusals: {
    'change-decided': (world) => agreeing(world, { state: 'withdrawn' }),
    'change-outdated': (world) => agreeing(world, { units: 9 }),
    'due-passed': (world) => agreeing(world, { dueOn: '2026-11-19' }),
    'terms-incomplete': (world) => agreeing(world, {}, { expenses: '' }),
    'pay-date-too-late': async (world) => {
      await world.inside((db) => db.updateTable('programme.programme').set({ payDay: 31 }).execute())
      return agreeing(world, { dueOn: '2027-07-01' })
    },
  },
})

describe('見送ったとき', () => {
  let world: World
  beforeAll(async () => {
    world = await createWorld()
  })
  afterAll(() => world.close())

  it('いまの契約がそのまま残り、書類は増えない', async () => {
    const { actor, assignmentId, changeId } = await given(world)
    const before = await world.count('platform.document')
    const result = await execute(
      world.database,
      answerTerms,
      { programmeId: world.programmeId, key: newId(), input: { changeId, agree: false }, now: world.now },
      async () => actor,
      actor.userId,
    )
    expect(result).toMatchObject({ ok: true, output: { assignmentId, noticeDocumentId: null } })
    expect(await world.count('platform.document')).toBe(before)
    expect(await world.count('orders.assignment')).toBe(1)
    expect(await world.count('orders.release')).toBe(0)
  })
})

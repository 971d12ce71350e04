import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { createProgramme, createWorld, type World } from '../../../test/support/world.ts'
import { newId } from '../action.ts'
import { noticeKinds } from '../contract.ts'
import { query } from '../read.ts'
import { forgetOldNews, markNotifications, notify, reads } from './notifications.ts'

const kinds = noticeKinds('sample', { happened: z.object({ count: z.int() }) })

async function tell(
  world: World,
  userIds: (string | null)[],
  news: { count?: number; id?: string; once?: string; at?: Date } = {},
): Promise<void> {
  const { count = 1, at = world.now, ...rest } = news
  await world.inside((db) =>
    notify({ db, programmeId: world.programmeId, now: at }, kinds.happened, userIds, { link: '/here', facts: { count }, ...rest }),
  )
}

async function newsOf(world: World, userId: string, input: object = {}) {
  const [read] = reads
  if (!read) throw new Error('no read')
  const answer = await query(
    world.database,
    read,
    { programmeId: world.programmeId, input },
    async () => ({ userId, grants: [], fresh: false }),
    userId,
  )
  return read.contract.output.parse(answer) as {
    rows: { id: string; facts: { count: number }; isRead: boolean }[]
    next: string | null
    unreadCount: number
  }
}

actionSuite(markNotifications, {
  arrange: async (world) => {
    const actor = await world.person('sales')
    await tell(world, [actor.userId])
    return { actor, input: { ids: null, read: true } }
  },
  check: async (world, output) => {
    expect(output.changedCount).toBe(1)
    expect(
      await world.inside((db) => db.selectFrom('platform.notification').select('id').where('readAt', 'is not', null).execute()),
    ).toHaveLength(1)
  },
  refusals: {},
  namesNoRecord: true,
})

describe('お知らせ', () => {
  let world: World
  beforeAll(async () => {
    world = await createWorld()
  })
  afterAll(() => world.close())

  it('同じことを二度知らせても、一人に一つだけで、新しいほうが残る', async () => {
    const [own, other] = [await world.user(), await world.user()]
    for (const count of [1, 2]) await tell(world, [own, other], { once: '2026-12-01', count })
    await tell(world, [own], { once: '2026-12-02', count: 3 })
    expect((await newsOf(world, own)).rows.map(({ facts }) => facts.count).sort((a, b) => a - b)).toEqual([2, 3])
    expect((await newsOf(world, other)).rows.map(({ facts }) => facts.count)).toEqual([2])
  })

  it('本人だけに、新しい順に、途切れず重ならずに並ぶ', async () => {
    const [own, other] = [await world.user(), await world.user()]
    for (let count = 0; count < 25; count++) await tell(world, [own], { count, at: new Date(world.now.getTime() + Math.floor(count / 3)) })
    await tell(world, [other])
    const first = await newsOf(world, own, { limit: 10 })
    const second = await newsOf(world, own, { limit: 10, cursor: first.next })
    const third = await newsOf(world, own, { limit: 10, cursor: second.next })
    const all = [...first.rows, ...second.rows, ...third.rows]
    expect(new Set(all.map((row) => row.id)).size).toBe(25)
    expect(all.map((row) => Math.floor(row.facts.count / 3))).toEqual(
      all.map((row) => Math.floor(row.facts.count / 3)).toSorted((a, b) => b - a),
    )
    expect(third.next).toBeNull()
    expect(first.unreadCount).toBe(25)
    expect((await newsOf(world, other)).unreadCount).toBe(1)
  })

  it('同じ人には一度だけ、口座のない人と仕組み自身には届けない', async () => {
    const own = await world.user()
    await tell(world, [own, own, null, 'system', ''])
    expect((await newsOf(world, own)).rows).toHaveLength(1)
    expect((await newsOf(world, 'system')).rows).toHaveLength(0)
  })

  it('長い仕事の終わりは、その始まりの知らせに置き換わり、また未読になる', async () => {
    const own = await world.user()
    const id = newId()
    await tell(world, [own], { id, count: 1 })
    await world.inside((db) =>
      markNotifications.perform(world.context(db, { userId: own, grants: [], fresh: false }), { ids: [id], read: true }),
    )
    expect((await newsOf(world, own)).unreadCount).toBe(0)
    await tell(world, [own], { id, count: 2 })
    expect((await newsOf(world, own)).rows).toMatchObject([{ id, facts: { count: 2 }, isRead: false }])
  })

  it('ほかの人の知らせは、番号を知っていても既読にできない', async () => {
    const [own, other] = [await world.user(), await world.user()]
    const id = newId()
    await tell(world, [own], { id })
    const output = await world.inside((db) =>
      markNotifications.perform(world.context(db, { userId: other, grants: [], fresh: false }), { ids: [id], read: true }),
    )
    expect(output).toEqual({ changedCount: 0 })
    expect((await newsOf(world, own)).unreadCount).toBe(1)
  })

  it('400日を過ぎた知らせは消え、ほかの事業の知らせは別に数える', async () => {
    const stranger = await createProgramme(world.database)
    const own = await world.user()
    await tell(world, [own], { at: new Date(world.now.getTime() - 401 * 86_400_000) })
    await tell(world, [own], { count: 2 })
    await tell(stranger, [own], { count: 3 })
    await world.inside((db) => forgetOldNews({ db, now: world.now }))
    expect((await newsOf(world, own)).rows).toMatchObject([{ facts: { count: 2 } }])
    expect((await newsOf(stranger, own)).rows).toMatchObject([{ facts: { count: 3 } }])
  })
})

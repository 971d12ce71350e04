import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type World } from '../../../test/support/world.ts'
import { keyset, readSqlPage } from './listing.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const columns = { 'x.at': 'timestamptz', 'x.name': 'text', 'x.number': 'bigint' } as const
const numbers = [1, 2, 3, 4, 5]
/** Rows of the same millisecond, the first two of the same microsecond. */
const found = sql`from (values
  ('2026-11-30T09:00:00.123100Z'::timestamptz, '', 1), ('2026-11-30T09:00:00.123100Z', '', 2), ('2026-11-30T09:00:00.123200Z', '', 3),
  ('2026-11-30T09:00:00.123900Z', '%~"', 4), ('2026-11-30T09:00:00.123900Z', 'あ', 5)) x (at, name, number) where true`

async function walk(direction: 'asc' | 'desc', limit: number): Promise<number[]> {
  const seen: number[] = []
  let cursor: string | null = null
  do {
    const list = keyset({ cursor, limit }, columns, direction)
    const page = await world.inside((db) => readSqlPage<{ number: number }>(db, list, sql`x.number`, found))
    expect(page.total).toBe(numbers.length)
    seen.push(...page.rows.map((row) => row.number))
    cursor = page.next
  } while (cursor !== null && seen.length <= numbers.length)
  return seen
}

describe('一覧のページ', () => {
  it.each([1, 2, 3, 5])('%d件ずつたどると、同じ千分の一秒の行も一度ずつ出る', async (limit) => {
    expect(await walk('asc', limit)).toEqual(numbers)
    expect(await walk('desc', limit)).toEqual(numbers.toReversed())
  })

  it('行に続きの印は残らない', async () => {
    const list = keyset({ cursor: null, limit: 1 }, columns, 'asc')
    const page = await world.inside((db) => readSqlPage(db, list, sql`x.number`, found))
    expect(page.rows).toEqual([{ number: 1 }])
  })

  it.each([
    ['JSONではない', '{'],
    ['値が足りない', '["2026-11-30T09:00:00+00:00",""]'],
    ['値が多い', '["2026-11-30T09:00:00+00:00","",1,1]'],
    ['無い日', '["2026-02-30T09:00:00+00:00","",1]'],
    ['データベースが知らない年', '["0000-01-01T09:00:00+00:00","",1]'],
    ['データベースが知らない時差', '["2026-11-30T09:00:00+23:00","",1]'],
    ['文字に無い文字', '["2026-11-30T09:00:00+00:00","\\u0000",1]'],
    ['数ではない', '["2026-11-30T09:00:00+00:00","","1"]'],
  ])('作られた続きの印は入力の誤りになる: %s', (_, cursor) => {
    const fault = { code: 'invalid-input', faults: [{ path: 'cursor', code: 'invalid_format' }] }
    expect(() => keyset({ cursor, limit: 1 }, columns, 'asc')).toThrow(expect.objectContaining(fault))
  })
})

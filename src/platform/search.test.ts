import { sql } from 'kysely'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type World } from '../../test/support/world.ts'
import { finds } from './search.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

async function isFound(value: string, text: string): Promise<boolean> {
  const { rows } = await world.inside((db) =>
    sql<{ found: boolean }>`select ${finds(sql<string>`${value}::text`, text)} as found`.execute(db),
  )
  return rows[0]?.found ?? false
}

describe('探す言葉', () => {
  it.each([
    ['大町 花子 オオマチ ハナコ', 'おおまち'],
    ['大町 花子 オオマチ ハナコ', 'ｵｵﾏﾁ'],
    ['大町 花子', '花子　大町'],
    ['株式会社ﾃﾞｰﾀ', 'でーた'],
    ['ＡＢＣ商事', 'abc'],
    ['J-2026-0012', 'j20260012'],
    ['J-2026-0012', 'Ｊ－２０２６'],
    ['ヴァイオリン', 'ゔぁいおりん'],
    ['Order 100%', '100%'],
  ])('「%s」は「%s」で見つかる', async (value, text) => {
    expect(await isFound(value, text)).toBe(true)
  })

  it.each([
    ['大町 花子', '塩尻'],
    ['大町 花子', '大町 太郎'],
    ['abc', '%'],
    ['abc', 'a_c'],
    ['abc', '---'],
  ])('「%s」は「%s」では見つからない', async (value, text) => {
    expect(await isFound(value, text)).toBe(false)
  })

  it('どの文字列も、自分の一部で見つかり、壊れない', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ minLength: 1, maxLength: 20, unit: fc.constantFrom(...'あアｱ亜aA1％%_\\\'"・- 　ヴﾞ') }),
        async (text) => {
          const words = text.normalize('NFKC').replaceAll(/[\s\-・]/gu, '')
          expect(await isFound(`x${text}y`, text.slice(0, 100))).toBe(words !== '')
        },
      ),
      { numRuns: 60 },
    )
  })
})

import { describe, expect, it } from 'vitest'
import { dualValue } from './certify.ts'
import { type Compiled, compile } from './compile.ts'
import { type Found, shiftLevels } from './levels.ts'
import { noPrices, type Prices } from './question.ts'
import { Response } from './response.ts'
import { mustRead } from './small-problems.ts'

/** People who can all do the same packages of 100 minutes, worth 2 a minute. */
function market(packages: number, minutes: number, rest: { pack?: object; site?: number } = {}): Compiled {
  return compile(
    mustRead({
      days: 1,
      workers: Array.from({ length: 10 }, (_, index) => ({ id: `w${index}`, site: 'east', minutesByDay: [minutes], skills: {}, equipment: [] })),
      packages: Array.from({ length: packages }, (_, index) => ({ id: `p${index}`, units: 100, unitMinutes: 1, releaseDay: 0, dueDay: 0, skills: {}, equipment: [], priority: 2, ...rest.pack })),
      sites: [{ id: 'east', seatMinutesByDay: [rest.site ?? 0] }],
    }),
  )
}

function shiftedFrom(compiled: Compiled, prices: Prices): { from: Found; found: Found } {
  const value = (asked: Prices) => dualValue(compiled, asked, new Response(compiled))
  const from = { prices, bound: value(prices) }
  return { from, found: shiftLevels(compiled, from, value) }
}

const allAt = (compiled: Compiled, price: number): Prices => ({ ...noPrices(compiled), package: noPrices(compiled).package.fill(price) })

describe('価格の水準をまとめて動かす', () => {
  it('働ける時間が仕事の半分しかなければ、そろって高すぎる価格は0まで下がる', () => {
    const { from, found } = shiftedFrom(market(10, 50), allAt(market(10, 50), 1))
    expect(from.bound).toBe(1500)
    expect(found.bound).toBe(1000)
    expect(new Set(found.prices.package)).toEqual(new Set([0]))
  })

  it('働ける時間が余るなら、そろって低すぎる価格は仕事の値打ちの近くまで上がる', () => {
    const { from, found } = shiftedFrom(market(10, 500), allAt(market(10, 500), 1))
    expect(from.bound).toBe(6000)
    expect(found.bound).toBeLessThan(3500)
    expect(found.bound).toBeGreaterThanOrEqual(2000)
  })

  it('席の価格も動くが、上限は真の最適値を下回らない', () => {
    const compiled = market(10, 50, { pack: { onSite: 'east' }, site: 300 })
    const prices = { ...allAt(compiled, 0.5), seat: Float64Array.of(0.5) }
    const { from, found } = shiftedFrom(compiled, prices)
    expect(found.bound).toBeLessThanOrEqual(from.bound)
    expect(found.bound).toBeGreaterThanOrEqual(600)
  })

  it('価格のついたパッケージが少なければ、何も変えない', () => {
    const { from, found } = shiftedFrom(market(5, 50), allAt(market(5, 50), 1))
    expect(found).toBe(from)
  })
})

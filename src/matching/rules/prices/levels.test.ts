import { describe, expect, it } from 'vitest'
import { dualValue } from './certify.ts'
import { type Compiled, compile } from '../problem/compile.ts'
import { type Found, shiftLevels } from './levels.ts'
import { noPrices, type Prices } from './question.ts'
import { Response } from './response.ts'
import { mustRead } from '../../../../test/support/small-problems.ts'

/** Ten people who can all do the same packages of 100 minutes, worth 2 a minute, and maybe one more; there are 300 minutes of seats. */
function market(packages: number, minutes: number, extra?: object): Compiled {
  const pack = { units: 100, unitMinutes: 1, releaseDay: 0, dueDay: 0, skills: {}, equipment: [], priority: 2 }
  const alike = Array.from({ length: packages }, (_, index) => ({ ...pack, id: `p${index}` }))
  return compile(
    mustRead({
      days: 1,
      workers: Array.from({ length: 10 }, (_, index) => ({
        id: `w${index}`,
        site: 'east',
        minutesByDay: [minutes],
        skills: {},
        equipment: [],
      })),
      packages: extra === undefined ? alike : [...alike, { ...pack, id: 'extra', ...extra }],
      sites: [{ id: 'east', seatMinutesByDay: [300] }],
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

  it('席の価格は、席のあとに同じ水準で終わる仕事といっしょに動く', () => {
    const compiled = market(8, 50, { id: 'on-site', units: 300, onSite: 'east' })
    const prices = { ...allAt(compiled, 1), seat: Float64Array.of(1) }
    prices.package[compiled.packages.findIndex((pack) => pack.onSite !== null)] = 0
    const { from, found } = shiftedFrom(compiled, prices)
    expect(from.bound).toBe(1600)
    expect(found.bound).toBe(1000)
    expect(found.prices.seat[0]).toBe(0)
  })

  it('検査の時間の価格は、同じ水準までのものだけがいっしょに動く', () => {
    const compiled = market(8, 50)
    const review = noPrices(compiled).review.fill(1).fill(5, 0, 1)
    const sum = (prices: Prices) => prices.package.reduce((all, price) => all + price, 0)
    const found = shiftLevels(compiled, { prices: { ...allAt(compiled, 1), review }, bound: 8 }, sum)
    expect(found.bound).toBe(0)
    expect([...found.prices.review.subarray(0, 1)]).toEqual([5])
    for (const price of found.prices.review.subarray(1)) expect(price).toBeGreaterThanOrEqual(2)
  })

  it('価格のついたパッケージが少なければ、何も変えない', () => {
    const { from, found } = shiftedFrom(market(5, 50), allAt(market(5, 50), 1))
    expect(found).toBe(from)
  })
})

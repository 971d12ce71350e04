import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarDate } from '../../units/calendar-date.ts'
import { yen } from '../../units/yen.ts'
import { isWithholdingKnownOn, withholdingDueOn, withholdingLabel, withholdingYen, paidAlone, withholdingOfPart } from './withholding.ts'

const paidOn = calendarDate('2026-12-25')

describe('源泉徴収税額（所得税法204条・205条）', () => {
  test.each([
    [0, 0],
    [97, 9],
    [98, 10],
    [33_333, 3_403],
    [50_000, 5_105],
    [55_000, 5_615],
    [999_999, 102_099],
    [1_000_000, 102_100],
    [1_000_001, 102_100],
    [1_000_005, 102_101],
    [1_500_000, 204_200],
    [123_456, 12_604],
    [30_000, 3_063],
  ])('%d 円 → %d 円', (base, tax) => {
    expect(withholdingYen(yen(base), paidOn)).toBe(tax)
    expect(withholdingYen(yen(base), calendarDate('2027-01-25'))).toBe(tax)
  })
})

test('税の名は支払日で変わる', () => {
  expect(withholdingLabel(calendarDate('2026-12-31'), 'ja')).toBe('所得税及び復興特別所得税')
  expect(withholdingLabel(calendarDate('2027-01-01'), 'ja')).toBe('所得税、防衛特別所得税及び復興特別所得税')
  expect(withholdingLabel(calendarDate('2027-01-01'), 'en')).toContain('defence')
})

test('率のない日は答えない', () => {
  expect(isWithholdingKnownOn(calendarDate('2012-12-31'))).toBe(false)
  expect(() => withholdingYen(yen(1), calendarDate('2012-12-31'))).toThrow(RangeError)
  expect(() => withholdingLabel(calendarDate('2048-01-01'), 'ja')).toThrow(RangeError)
})

// 所得税基本通達205-1: one payment to a person, whichever documents state it.
test.each([
  ['2通が同じ日', [699_999, 600_000], 163_359],
  ['同じ日の追加の締め', [600_000, 600_000], 142_940],
  ['3通', [500_000, 500_000, 1], 102_100],
  ['3通、合わせて100万円を超える', [400_000, 400_000, 400_000], 142_940],
  ['100万円ちょうどまでは、1通ずつでも同じ', [300_000, 700_000], 102_100],
  ['源泉のない1通をはさむ', [600_000, 0, 600_000], 142_940],
])('%s: 税は人への支払の全体で決まる', (_, bases, taxYen) => {
  let together = paidAlone
  for (const base of bases) {
    const withheldYen = withholdingOfPart(yen(base), together, paidOn)
    together = { baseYen: yen(together.baseYen + base), withheldYen: yen(together.withheldYen + withheldYen) }
  }
  expect(together.withheldYen).toBe(taxYen)
})

test('対象から外れた訂正は、ほかの1通が多く引いた分を返す', () => {
  expect(withholdingOfPart(yen(0), { baseYen: yen(600_000), withheldYen: yen(91_890) }, paidOn)).toBe(61_260 - 91_890)
})

test('1通ずつ計算していた支払に加わる1通は、前の不足を負わず、手取りが負にならない', () => {
  const before = { baseYen: yen(1_800_000), withheldYen: yen(183_780) }
  expect(withholdingOfPart(yen(0), before, paidOn)).toBe(0)
  expect(withholdingOfPart(yen(10_000), before, paidOn)).toBe(2_042)
})

test('納付は翌月10日、休みなら次に開く日', () => {
  expect(withholdingDueOn(calendarDate('2026-09-25'))).toBe('2026-10-13')
  expect(withholdingDueOn(calendarDate('2026-12-25'))).toBe('2027-01-12')
})

test('性質: 支払が増えて税が減ることはなく、1円増えて増える税は高々1円', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3_000_000 }), (base) => {
      const step = withholdingYen(yen(base + 1), paidOn) - withholdingYen(yen(base), paidOn)
      expect(step === 0 || step === 1).toBe(true)
    }),
  )
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FiscalYear, fiscalYear } from '../../units/fiscal-year.ts'
import { type Figure, type Indicator, indicatorFaults, kpiRow, kpiTable } from './kpi.ts'
import { type PrintProfile, defaultPrintProfile } from './print-profile.ts'

const r4 = fiscalYear(2022)

function years<Value>(table: Readonly<Record<number, Value>>): ReadonlyMap<FiscalYear, Value> {
  return new Map(Object.entries(table).map(([year, value]) => [fiscalYear(Number(year)), value]))
}

const earners: Indicator = {
  name: '自営型テレワークで収入を得た人数(年間1万円以上)',
  unit: '人',
  direction: 'up',
  mode: 'increment',
  baseline: { fiscalYear: fiscalYear(2020), value: 250 },
  targets: years({ 2021: 50, 2022: 90, 2023: 130 }),
  values: years<Figure>({ 2021: 317, 2022: 350 }),
  local: years<Figure>({ 2020: 0, 2021: 0, 2022: 21 }),
  isSubset: true,
  scale: 1,
  rounding: null,
}

const orders: Indicator = {
  ...earners,
  name: 'クライアントからの年間受注金額',
  unit: '千円',
  baseline: { fiscalYear: fiscalYear(2020), value: 250_000 },
  targets: years({ 2021: 50_000, 2022: 86_000, 2023: 126_000 }),
  values: years<Figure>({ 2021: 254_382, 2022: 311_230 }),
  local: null,
}

const profit: Indicator = {
  ...orders,
  name: '本事業に係る年間当期純利益',
  baseline: { fiscalYear: fiscalYear(2020), value: 0 },
  targets: years({ 2021: 0, 2022: 0, 2023: 10_000 }),
  values: years<Figure>({ 2021: 0, 2022: 0 }),
}

const adopters: Indicator = {
  ...orders,
  name: '本事業モデルを新たに採用した自治体数',
  unit: '自治体',
  baseline: { fiscalYear: fiscalYear(2020), value: 5 },
  targets: years({ 2021: 1, 2022: 1, 2023: 3 }),
  values: years<Figure>({ 2021: 6, 2022: 6 }),
}

const level: Indicator = {
  ...earners,
  name: '不良率',
  unit: '%',
  direction: 'down',
  mode: 'level',
  baseline: { fiscalYear: fiscalYear(2020), value: 3.2 },
  targets: years({ 2021: 2.5, 2022: 2, 2023: 1.5 }),
  values: years<Figure>({ 2021: 2.6, 2022: 2.4 }),
  local: null,
}

const rowOf = (change: Partial<Indicator>, profile: Partial<PrintProfile> = {}) =>
  kpiRow({ ...earners, ...change }, r4, { ...defaultPrintProfile, ...profile })
const faultsOf = (change: Partial<Indicator>) =>
  indicatorFaults({ ...earners, ...change }, r4).map((fault) => [fault.path.join('.'), fault.code])

test('大町市の令和4年度の表は、印刷のとおりのすべての欄になる', () => {
  const table = kpiTable(r4, [earners, orders, profit, adopters], defaultPrintProfile)
  expect(table.label).toBe('令和4年度')
  const printed = table.rows.map(({ baseline, cumulative, finalTarget, year }) => [
    baseline,
    finalTarget,
    year.target,
    year.actual,
    year.rate,
    cumulative?.target,
    cumulative?.actual,
    cumulative?.rate,
  ])
  expect(printed).toEqual([
    ['250 (人)', '270', '90', '33 [21]', '(36.7%)', '140', '100 [21]', '(71.4%)'],
    ['250,000 (千円)', '262,000', '86,000', '56,848', '(66.1%)', '136,000', '61,230', '(45.0%)'],
    ['0 (千円)', '10,000', '0', '0', '', '0', '0', ''],
    ['5 (自治体)', '5', '1', '0', '(0%)', '2', '1', '(50%)'],
  ])
  expect(table.rows[0]).toMatchObject({ year: { exact: [33, 90] }, cumulative: { exact: [100, 140] } })
  expect(table.rows[2]).toMatchObject({ year: { exact: null } })
})

test('令和3年度は基準年度からの増加が単年度の増加に等しい', () => {
  const [row] = kpiTable(fiscalYear(2021), [earners], defaultPrintProfile).rows
  expect(row?.year).toEqual({ target: '50', actual: '67 [0]', rate: '(134%)', exact: [67, 50] })
  expect(row?.cumulative).toEqual(row?.year)
})

describe('水準の指標', () => {
  test('累計はなく、最終目標は最終年度の水準', () => {
    expect(kpiRow(level, r4, defaultPrintProfile)).toEqual({
      name: '不良率',
      baseline: '3.2 (%)',
      finalTarget: '1.5',
      year: { target: '2', actual: '2.4', rate: '(83.3%)', exact: [2, 2.4] },
      cumulative: null,
    })
    const up = kpiRow({ ...level, direction: 'up', local: years<Figure>({ 2022: 2.4 }) }, r4, defaultPrintProfile)
    expect(up.year).toEqual({ target: '2', actual: '2.4 [2.4]', rate: '(120%)', exact: [2.4, 2] })
  })

  test('基準年度そのものは基準値で印刷できる', () => {
    const own = { ...level, baseline: { fiscalYear: r4, value: 2.4 }, targets: years({ 2022: 2, 2023: 1.5 }), values: years<Figure>({}) }
    expect(kpiRow(own, r4, defaultPrintProfile).year).toMatchObject({ target: '2', actual: '2.4', exact: [2, 2.4] })
  })

  test('減らす指標で目標が0なら、達成か未達', () => {
    const zero = (value: number) =>
      kpiRow({ ...level, targets: years({ 2022: 0 }), values: years<Figure>({ 2022: value }) }, r4, defaultPrintProfile)
    expect(zero(0).year).toMatchObject({ rate: '(達成)', exact: null })
    expect(zero(1).year).toMatchObject({ rate: '(未達)', exact: null })
  })

  test('減らす指標で実績が0なら、率は計算できず達成', () => {
    expect(kpiRow({ ...level, values: years<Figure>({ 2022: 0 }) }, r4, defaultPrintProfile).year).toMatchObject({
      rate: '(達成)',
      exact: null,
    })
  })

  test('小数の差は十進で正確', () => {
    const decimal = {
      ...earners,
      baseline: { fiscalYear: fiscalYear(2021), value: 0.1 },
      targets: years({ 2022: 0.2 }),
      values: years<Figure>({ 2022: 0.3 }),
      local: null,
    }
    expect(kpiRow(decimal, r4, defaultPrintProfile).year).toEqual({ target: '0.2', actual: '0.2', rate: '(100%)', exact: [0.2, 0.2] })
  })
})

describe('書式', () => {
  test('減った年度の印と率', () => {
    const values = years<Figure>({ 2021: 317, 2022: 300 })
    expect(rowOf({ values, local: null }).year).toMatchObject({ actual: '△17', rate: '(△18.9%)', exact: [-17, 90] })
    expect(rowOf({ values, local: null }, { negative: '()' }).year).toMatchObject({ actual: '(17)' })
  })

  test('集計中と、ないもの', () => {
    const values = (value: Figure, before: Figure = 317) => ({ values: years<Figure>({ 2021: before, 2022: value }) })
    expect(rowOf(values('pending')).year).toEqual({ target: '90', actual: '(集計中)', rate: '', exact: null })
    expect(rowOf(values(null), { none: '―' }).year).toEqual({ target: '90', actual: '―', rate: '―', exact: null })
    const late = rowOf(values(350, 'pending'))
    expect([late.year.actual, late.cumulative?.actual]).toEqual(['(集計中)', '100 [21]'])
  })

  test('自治体の値がない年は括弧を書かず、集計中ならそう書く', () => {
    expect(rowOf({ local: years<Figure>({ 2020: 0, 2021: 0 }) }).year.actual).toBe('33')
    expect(rowOf({ local: years<Figure>({ 2020: 0, 2021: 0, 2022: null }) }).year.actual).toBe('33')
    expect(rowOf({ local: years<Figure>({ 2020: 0, 2021: 0, 2022: 'pending' }) }).year.actual).toBe('33 [集計中]')
  })

  test('括弧なしの書式', () => {
    expect(rowOf({}, { rate: '', local: '（）', wholeRates: 'fixed', decimals: 2 }).year).toMatchObject({
      actual: '33 （21）',
      rate: '36.67%',
    })
  })
})

describe('符号のある目標と実績', () => {
  const change = (direction: 'up' | 'down', target: number, actual: number, profileOf: Partial<PrintProfile> = {}) =>
    rowOf(
      { direction, local: null, targets: years({ 2021: 0, 2022: target }), values: years<Figure>({ 2021: 0, 2022: actual }) },
      profileOf,
    ).year

  test('増減の目標は、望む向きなら実績÷目標、逆の向きを許すなら目標÷実績', () => {
    expect(change('up', -300, -899)).toEqual({ target: '△300', actual: '△899', rate: '(33.4%)', exact: [-300, -899] })
    expect(change('up', -300, 10)).toMatchObject({ actual: '10', rate: '(達成)', exact: null })
    expect(change('up', 90, -10)).toMatchObject({ actual: '△10', rate: '(△11.1%)' })
    expect(change('down', -10, -15)).toMatchObject({ target: '△10', actual: '△15', rate: '(150%)', exact: [-15, -10] })
    expect(change('down', -10, 5)).toMatchObject({ rate: '(△50%)' })
    expect(change('down', -10, 0)).toMatchObject({ actual: '0', rate: '(0%)' })
    expect(change('down', 10, 15)).toMatchObject({ rate: '(66.7%)' })
    expect(change('down', 0, -3)).toMatchObject({ rate: '(達成)' })
    expect(change('up', 0, -3)).toMatchObject({ rate: '' })
  })

  test('千円で印刷する円は、正確な差を自治体の決まりで丸め、率は円で計算する', () => {
    const yen = {
      ...profit,
      scale: 1_000,
      targets: years({ 2021: 0, 2022: -500_000 }),
      values: years<Figure>({ 2021: 400, 2022: -1_234_167 }),
    }
    const [halfUp, down] = (['half-up', 'down'] as const).map((rounding) => kpiRow(yen, r4, { ...defaultPrintProfile, rounding }))
    expect(halfUp?.year).toEqual({ target: '△500', actual: '△1,235', rate: '(40.5%)', exact: [-500_000, -1_234_567] })
    expect(halfUp?.cumulative?.actual).toBe('△1,234')
    expect(down?.year.actual).toBe('△1,234')
    expect(kpiRow({ ...yen, rounding: 'down' }, r4, defaultPrintProfile).year.actual).toBe('△1,234')
  })
})

describe('目標のない年度', () => {
  const gap = { targets: years({ 2021: 50, 2022: null, 2023: 130 }) }

  test('実績だけを印刷し、目標の合計には入れない', () => {
    expect(rowOf(gap, { none: '―' })).toMatchObject({
      finalTarget: '180',
      year: { target: '―', actual: '33 [21]', rate: '―', exact: null },
      cumulative: { target: '―', actual: '100 [21]', rate: '―' },
    })
    const values = years<Figure>({ 2021: 317, 2022: 350, 2023: 400 })
    const last = kpiRow({ ...earners, ...gap, values, local: null }, fiscalYear(2023), defaultPrintProfile)
    expect(last).toMatchObject({ year: { target: '130', actual: '50' }, cumulative: { target: '180', actual: '150', rate: '(83.3%)' } })
  })

  test('水準の最終目標は、目標のある最後の年度のもの', () => {
    const targets = years({ 2022: 2, 2023: null })
    expect(kpiRow({ ...level, targets }, r4, defaultPrintProfile).finalTarget).toBe('2')
    expect(kpiRow({ ...level, targets: years({ 2022: null }) }, r4, defaultPrintProfile).finalTarget).toBe('')
  })
})

describe('断る指標', () => {
  test('自治体の値が全体を超える', () => {
    expect(faultsOf({ local: years<Figure>({ 2020: 251, 2021: 318, 2022: 350 }) })).toEqual([
      ['local.2020', 'local-above-regional'],
      ['local.2021', 'local-above-regional'],
    ])
  })

  test('符号のある差し引きの内数は、全体を超えてよい', () => {
    expect(faultsOf({ isSubset: false, local: years<Figure>({ 2020: 0, 2021: 0, 2022: 900 }) })).toEqual([])
  })

  test('知らない年度', () => {
    expect(faultsOf({ targets: years({ 2021: 50, 2023: 130 }) })).toEqual([['targets', 'year-missing']])
    expect(faultsOf({ values: years<Figure>({ 2021: 317 }), local: null })).toEqual([['values', 'year-missing']])
    expect(faultsOf({ values: years<Figure>({ 2022: 350 }), local: null })).toEqual([['values', 'year-missing']])
    expect(faultsOf({ local: years<Figure>({ 2022: 21 }) })).toEqual([
      ['local', 'year-missing'],
      ['local', 'year-missing'],
    ])
    expect(faultsOf({ values: years<Figure>({ 2019: 1, 2021: 317, 2022: 350, 2024: 400 }) })).toEqual([
      ['values.2019', 'year-outside'],
      ['values.2024', 'year-outside'],
    ])
    expect(faultsOf({ targets: years({ 2020: 9, 2021: 50, 2022: 90, 2023: 130 }) })).toEqual([['targets.2020', 'year-outside']])
    expect(() => kpiRow({ ...earners, targets: years({}) }, r4, defaultPrintProfile)).toThrow(RangeError)
  })

  test('基準年度が対象年度より前でない、基準値が二通りある', () => {
    expect(
      faultsOf({
        baseline: { fiscalYear: r4, value: 250 },
        targets: years({ 2023: 1 }),
        values: years<Figure>({ 2022: 250 }),
        local: null,
      }),
    ).toEqual([
      ['baseline.fiscalYear', 'baseline-not-before'],
      ['targets', 'year-missing'],
    ])
    expect(faultsOf({ values: years<Figure>({ 2020: 251, 2021: 317, 2022: 350 }) })).toEqual([['values.2020', 'baseline-contradicted']])
    expect(faultsOf({ values: years<Figure>({ 2020: 250, 2021: 317, 2022: 350 }) })).toEqual([])
  })
})

test('性質: 単年度の実績の合計は累計の実績、単年度の目標の合計は累計の目標', () => {
  const span = fc.array(fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 0, max: 100_000 })), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), span, (base, rows) => {
      const indicator: Indicator = {
        ...orders,
        baseline: { fiscalYear: fiscalYear(2020), value: base },
        targets: years(Object.fromEntries(rows.map(([target], index) => [2021 + index, target]))),
        values: years<Figure>(Object.fromEntries(rows.map(([, value], index) => [2021 + index, value]))),
      }
      const printed = rows.map((_, index) => kpiRow(indicator, fiscalYear(2021 + index), defaultPrintProfile))
      const last = printed.at(-1)?.cumulative?.exact
      expect(printed.reduce((sum, row) => sum + (row.year.exact?.[0] ?? 0), 0)).toBe(last?.[0])
      expect(printed.reduce((sum, row) => sum + (row.year.exact?.[1] ?? 0), 0)).toBe(last?.[1])
    }),
  )
})

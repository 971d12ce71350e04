import { describe, expect, test } from 'vitest'
import { indicator, kado, printed, refusedAt, table } from '../../../test/support/kado.ts'

describe('kado kpi', () => {
  test('見本の出力', async () => {
    expect(printed(await kado(['kpi'], table))).toEqual({
      fiscalYear: 2022,
      label: '令和4年度',
      rows: [
        {
          name: '収入を得た人数',
          baseline: '250 (人)',
          finalTarget: '270',
          year: { target: '90', actual: '33 [21]', rate: '(36.7%)', exact: [33, 90] },
          cumulative: { target: '140', actual: '100 [21]', rate: '(71.4%)', exact: [100, 140] },
        },
      ],
    })
  })

  test('書式と自治体の値は省ける', async () => {
    const { local: _, ...regional } = { ...indicator }
    expect(printed(await kado(['kpi'], { fiscalYear: 2022, indicators: [regional] }))).toMatchObject({
      rows: [{ year: { actual: '33', rate: '(36.7%)' } }],
    })
  })

  test('減らす目標、許した赤字、千円で印刷する円', async () => {
    const plain = { ...indicator, local: null, baseline: { fiscalYear: 2021, value: 0 } }
    const loss = { ...plain, targets: { 2022: -300 }, values: { 2022: -899 } }
    const decrease = { ...plain, direction: 'down', targets: { 2022: -10 }, values: { 2022: -15 } }
    const yen = { ...plain, unit: '千円', scale: 1_000, rounding: 'down', targets: { 2022: 500_000 }, values: { 2022: -1_234_567 } }
    const run = await kado(['kpi'], { ...table, indicators: [loss, decrease, yen] })
    expect(printed(run)).toMatchObject({
      rows: [
        { year: { target: '△300', actual: '△899', rate: '(33.4%)' } },
        { year: { target: '△10', actual: '△15', rate: '(150%)' } },
        { baseline: '0 (千円)', year: { target: '500', actual: '△1,234', rate: '(△246.9%)' } },
      ],
    })
  })

  test('目標のない年度と、全体を超える差し引きの内数', async () => {
    const gap = { ...indicator, targets: { ...indicator?.targets, 2022: null } }
    const profit = {
      ...indicator,
      baseline: { fiscalYear: 2021, value: 0 },
      targets: { 2022: 10 },
      values: { 2022: -100 },
      local: { 2021: 0, 2022: 400 },
    }
    const run = await kado(['kpi'], { ...table, indicators: [gap, profit, { ...profit, values: { 2022: 100 }, subset: false }] })
    expect(printed(run)).toMatchObject({
      rows: [
        { finalTarget: '180', year: { target: '', actual: '33 [21]', rate: '' } },
        { year: { actual: '△100 [400]', rate: '(△1000%)' } },
        { year: { actual: '100 [400]' } },
      ],
    })
    expect(refusedAt(await kado(['kpi'], { ...table, indicators: [{ ...profit, values: { 2022: 100 } }] }))).toEqual([
      '$.indicators[0].local.2022',
    ])
    expect(refusedAt(await kado(['kpi'], { ...table, indicators: [{ ...gap, targets: { 2022: 'ten' } }] }))).toContain(
      '$.indicators[0].targets.2022',
    )
  })

  test('すべての誤りを、別の指標のものも一度に言う', async () => {
    const { unit: _, ...unitless } = { ...indicator }
    const indicators = [
      unitless,
      { ...indicator, local: { 2020: 0, 2021: 0, 2022: 351 } },
      { ...indicator, values: { 2021: 317, 2022: 'soon', twenty: 3 }, goal: 1 },
    ]
    expect(refusedAt(await kado(['kpi'], { ...table, indicators }))).toEqual([
      '$.indicators[0].unit',
      '$.indicators[2].goal',
      '$.indicators[2].values.2022',
      '$.indicators[2].values.twenty',
      '$.indicators[1].local.2022',
    ])
  })

  test('単位のない指標でも、ほかの検査はする', async () => {
    const { unit: _, ...unitless } = { ...indicator, local: { 2020: 0, 2021: 0, 2022: 351 } }
    expect(refusedAt(await kado(['kpi'], { ...table, indicators: [unitless] }))).toEqual([
      '$.indicators[0].unit',
      '$.indicators[0].local.2022',
    ])
  })

  test('書式の誤り', async () => {
    const print = { decimals: 1.5, wholeRates: 'round', negative: '-', none: '―', rate: '(', local: '', color: 'red' }
    expect(refusedAt(await kado(['kpi'], { ...table, print }))).toEqual([
      '$.print.color',
      '$.print.decimals',
      '$.print.wholeRates',
      '$.print.rate',
    ])
  })

  test('大きすぎる数、小数の桁、年度', async () => {
    const values = { 2021: 1e300, 2022: 0.12345678 }
    const run = await kado(['kpi'], { ...table, fiscalYear: 2022, indicators: [{ ...indicator, values }] })
    expect(refusedAt(run)).toEqual(['$.indicators[0].values.2021', '$.indicators[0].values.2022'])
    expect(refusedAt(await kado(['kpi'], { ...table, fiscalYear: '2022' }))).toEqual(['$.fiscalYear'])
    expect(refusedAt(await kado(['kpi'], '{"fiscalYear":1e999,"indicators":[]}'))).toEqual(['$.fiscalYear'])
  })
})

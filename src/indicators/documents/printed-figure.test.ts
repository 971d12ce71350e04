import { expect, test } from 'vitest'
import { printedFigure } from './printed-figure.ts'

test.for([
  ['270', 270, '#,##0'],
  ['1,234', 1234, '#,##0'],
  ['△5', -5, '#,##0;"△"#,##0'],
  ['-1,200.5', -1200.5, '#,##0.0;"-"#,##0.0'],
  ['(36.7%)', 0.367, '"("#,##0.0%")"'],
  ['50%', 0.5, '#,##0%'],
  ['△12.5%', -0.125, '#,##0.0%;"△"#,##0.0%'],
  ['5,995,000円', 5_995_000, '#,##0"円"'],
  ['250 (人)', 250, '#,##0" (人)"'],
] as const)('%s は数', ([text, value, format]) => {
  expect(printedFigure(text)).toEqual({ value, format, seen: text })
})

test.for(['', '33 [21]', '(5)', '達成', '集計中', '2022-04-01', '令和4年度', '1-2', '12,34'])('%s は言葉のまま', (text) => {
  expect(printedFigure(text)).toBe(text)
})

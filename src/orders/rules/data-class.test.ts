import { expect, test } from 'vitest'
import { materialAccessOf, type Standing } from './data-class.ts'

test('資料は、条件を承諾した人が、区分に合うあいだだけ取り出せる', () => {
  const standings: Standing[] = ['offered', 'working', 'over']
  expect([0, 1, 2, 3].map((dataClass) => standings.map((standing) => materialAccessOf(dataClass, standing)))).toEqual([
    ['needs-terms', 'open', 'open'],
    ['needs-terms', 'open', 'work-over'],
    ['at-site', 'at-site', 'at-site'],
    ['at-site', 'at-site', 'at-site'],
  ])
})

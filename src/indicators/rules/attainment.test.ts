import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attainmentOf } from './attainment.ts'

test.for([
  ['up', 90, 33, [33, 90]],
  ['up', 90, -10, [-10, 90]],
  ['up', 90, 0, [0, 90]],
  ['up', -300, -899, [-300, -899]],
  ['up', -300, -100, [-300, -100]],
  ['up', -300, 0, 'met'],
  ['up', -300, 50, 'met'],
  ['up', 0, -5, null],
  ['up', 0, 5, null],
  ['down', -10, -15, [-15, -10]],
  ['down', -10, 5, [5, -10]],
  ['down', -10, 0, [0, -10]],
  ['down', 2, 2.4, [2, 2.4]],
  ['down', 2, 0, 'met'],
  ['down', 2, -1, 'met'],
  ['down', 0, 0, 'met'],
  ['down', 0, -3, 'met'],
  ['down', 0, 1, 'missed'],
] as const)('%s、目標 %d、実績 %d', ([direction, target, actual, rate]) => {
  expect(attainmentOf(actual, target, direction)).toEqual(rate)
})

test('性質: 100%以上か達成なのは、目標に届いたときだけ', () => {
  const figure = fc.integer({ min: -1000, max: 1000 })
  fc.assert(
    fc.property(figure, figure, fc.constantFrom('up' as const, 'down' as const), (actual, target, direction) => {
      const rate = attainmentOf(actual, target, direction)
      if (rate === null) return
      const isReached = direction === 'up' ? actual >= target : actual <= target
      expect(typeof rate === 'string' ? rate === 'met' : rate[0] / rate[1] >= 1).toBe(isReached)
    }),
  )
})

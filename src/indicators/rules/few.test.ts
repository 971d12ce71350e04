import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type CityTotal, fewest, gatherFew } from './few.ts'

const add = (one: CityTotal, other: CityTotal): CityTotal => ({ cities: [...one.cities, ...other.cities], size: one.size + other.size })
const shown = (sizes: Record<string, number>, own: string[] = []) =>
  gatherFew(
    Object.entries(sizes).map(([city, size]) => ({ cities: [city], size })),
    (city) => own.includes(city),
    add,
  ).map(({ cities, size }) => [cities.join('+'), size])

it('5人に満たない市はほかの小さな市とまとめ、自分の市はそのまま示す', () => {
  expect(shown({ a: 7, b: 1, c: 9, d: 4 }, ['b'])).toEqual([
    ['b', 1],
    ['c', 9],
    ['d+a', 11],
  ])
  expect(shown({ a: 2, b: 3, c: 9 })).toEqual([
    ['c', 9],
    ['a+b', 5],
  ])
  expect(shown({ a: 2, b: 2 }, [])).toEqual([])
  expect(shown({ a: 2, b: 2 }, ['a'])).toEqual([['a', 2]])
})

it('示した合計を全体から引いても、5人に満たない市の数は出ない', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 9 }), (sizes) => {
      const all = Object.fromEntries(sizes.map((size, at) => [`c${at}`, size]))
      const told = shown(all)
      const total = sizes.reduce((sum, size) => sum + size, 0)
      expect(told.every(([, size]) => Number(size) >= fewest)).toBe(true)
      // Either all is told, or all that there is are too few to tell anything.
      const left = total - told.reduce((sum, [, size]) => sum + Number(size), 0)
      expect(left === 0 || total < fewest).toBe(true)
    }),
  )
})

import { expect, test } from 'vitest'
import { attemptLimit, mostFailures } from './attempt-limit.ts'

const failTo = (limit: ReturnType<typeof attemptLimit>, account: string) => {
  for (let n = 0; n < mostFailures; n++) limit.failed(account)
}

test('十回まちがえた口座は、大文字小文字が違っても十五分止まり、ほかの口座は止まらない', () => {
  let now = 0
  const limit = attemptLimit(() => now)
  failTo(limit, 'One@people.example')
  expect([limit.isReached(' one@PEOPLE.example'), limit.isReached('two@people.example')]).toEqual([true, false])
  now = 15 * 60_000 - 1
  expect(limit.isReached('one@people.example')).toBe(true)
  now++
  expect(limit.isReached('one@people.example')).toBe(false)
})

test('成功すれば数え直し、数える口座の数にも限りがある', () => {
  const limit = attemptLimit(() => 0)
  failTo(limit, 'one')
  limit.succeeded('one')
  expect(limit.isReached('one')).toBe(false)
  failTo(limit, 'one')
  for (let n = 0; n < 10_000; n++) limit.failed(`other ${n}`)
  expect(limit.isReached('one')).toBe(false)
})

import { expect, it } from 'vitest'
import { setUpItems, setUpKeys, type SetUpFacts } from './set-up.ts'

const nothing: SetUpFacts = {
  hasOutline: false,
  hasOperatorAddress: false,
  hasOperatorContact: false,
  hasBankAccount: false,
  memberCount: 0,
  hasLead: false,
  siteCount: 0,
  yearCount: 5,
  completeYearCount: 0,
  minimumWageCount: 0,
  staffCount: 0,
}

it('何もないときは、すべての手順が未完了', () => {
  expect(setUpItems(nothing).map((item) => item.key)).toEqual([...setUpKeys])
  expect(setUpItems(nothing).every((item) => !item.done)).toBe(true)
})

it('幹事自治体が決まるまで、自治体の手順は終わらない', () => {
  const doneOf = (facts: SetUpFacts) => setUpItems(facts).find((item) => item.key === 'municipalities')?.done
  expect(doneOf({ ...nothing, memberCount: 4 })).toBe(false)
  expect(doneOf({ ...nothing, memberCount: 4, hasLead: true })).toBe(true)
})

it('1年度でも負担割合が足りなければ、事業費の手順は終わらない', () => {
  const doneOf = (facts: SetUpFacts) => setUpItems(facts).find((item) => item.key === 'years')?.done
  expect(doneOf({ ...nothing, completeYearCount: 4 })).toBe(false)
  expect(doneOf({ ...nothing, completeYearCount: 5 })).toBe(true)
})

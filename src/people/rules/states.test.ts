import { expect, it } from 'vitest'
import { mayChangeOwnState, nextStates, workerStates } from './states.ts'

it('申込中の人は、登録の手続きなしに活動中にならない', () => {
  expect(nextStates('applicant', false)).toEqual(['left'])
})

it('どの状態からも「申込中」「登録済み」には戻らない', () => {
  for (const state of workerStates) {
    expect(nextStates(state, true)).not.toContain('applicant')
    expect(nextStates(state, true)).not.toContain('registered')
  }
})

it('登録前にやめた人は、あらためて申し込む', () => {
  expect(nextStates('left', false)).toEqual([])
  expect(nextStates('left', true)).toEqual(['active'])
})

it('本人は休む・戻る・やめるを自分で選べるが、卒業は選べない', () => {
  expect(mayChangeOwnState('active', 'paused')).toBe(true)
  expect(mayChangeOwnState('paused', 'active')).toBe(true)
  expect(mayChangeOwnState('applicant', 'left')).toBe(true)
  expect(mayChangeOwnState('active', 'graduated')).toBe(false)
  expect(mayChangeOwnState('registered', 'active')).toBe(false)
})

import { expect, test } from 'vitest'
import { missingSteps } from './first-steps.ts'

test('登録したばかりの人に、まだ足りないものを順に言う', () => {
  const nothing = { week: [0, 0, 0, 0, 0, 0, 0], equipment: ['smartphone'], hasAccount: false }
  expect(missingSteps(nothing)).toEqual(['hours', 'pc', 'account'])
  expect(missingSteps({ ...nothing, week: [0, 60, 0, 0, 0, 0, 0], hasAccount: true })).toEqual(['pc'])
  expect(missingSteps({ week: [30, 0, 0, 0, 0, 0, 0], equipment: ['pc'], hasAccount: true })).toEqual([])
})

import { expect, it } from 'vitest'
import { invitationState, scopeFits } from './memberships.ts'

const now = new Date('2026-11-20T03:00:00Z')
const times = { acceptedAt: null, withdrawnAt: null, expiresAt: '2026-11-20T03:00:01Z' }

it('期限の瞬間から、招待は使えない', () => {
  expect(invitationState(times, now)).toBe('open')
  expect(invitationState({ ...times, expiresAt: now.toISOString() }, now)).toBe('expired')
})

it('使われた招待は、期限が過ぎても「使用済み」', () => {
  const past = { ...times, expiresAt: '2026-01-01T00:00:00Z' }
  expect(invitationState({ ...past, acceptedAt: now.toISOString() }, now)).toBe('used')
  expect(invitationState({ ...past, withdrawnAt: now.toISOString() }, now)).toBe('withdrawn')
})

it('自治体担当は自治体だけ、管理者は事業全体だけ', () => {
  expect(scopeFits('officer', 'municipality')).toBe(true)
  expect(scopeFits('officer', 'programme')).toBe(false)
  expect(scopeFits('administrator', 'programme')).toBe(true)
  expect(scopeFits('director', 'order')).toBe(true)
})

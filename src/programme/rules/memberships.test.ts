import { expect, it } from 'vitest'
import { grantFault, invitationState, rolesGivenHere } from './memberships.ts'

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
  expect(grantFault('officer', 'municipality')).toBeNull()
  expect(grantFault('officer', 'programme')).toBe('scope-does-not-fit')
  expect(grantFault('administrator', 'programme')).toBeNull()
  expect(grantFault('director', 'order')).toBeNull()
})

it('テレワーカーの役割は、だれも渡せない', () => {
  expect(grantFault('worker', 'self')).toBe('workers-register-themselves')
})

it('リーダーと発注企業担当は、受注と発注企業のところで招く', () => {
  expect(rolesGivenHere).toEqual(expect.arrayContaining(['director', 'officer', 'administrator']))
  for (const role of ['worker', 'leader', 'client'] as const) expect(rolesGivenHere).not.toContain(role)
})

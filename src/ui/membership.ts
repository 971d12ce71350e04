import { useSyncExternalStore } from 'react'
import type { Grant } from '../platform/access.ts'

/** One role held for one scope, as `GET /api/session` lists it. */
export type Membership = Grant & {
  programmeId: string
  programmeName: string
  /** Of a demo, whose people and sums are invented. */
  isDemo?: boolean
  scopeName: string
  personId: string | null
}

const storageKey = 'kado.membership'
const listeners = new Set<() => void>()
let chosen: string | null = typeof localStorage === 'undefined' ? null : localStorage.getItem(storageKey)
let programmeId: string | null = null

/** Names a membership within its person's list. */
export function membershipKey(membership: Membership): string {
  return [membership.programmeId, membership.role, membership.scopeKind, membership.scopeId].join(' ')
}

/** Remembers on this device in which role the person works now. */
export function chooseMembership(membership: Membership): void {
  chosen = membershipKey(membership)
  localStorage.setItem(storageKey, chosen)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The membership in use: the chosen one while it is still held, else the first. */
export function useChosenMembership(memberships: readonly Membership[]): Membership | null {
  const key = useSyncExternalStore(subscribe, () => chosen)
  const current = memberships.find((membership) => membershipKey(membership) === key) ?? memberships[0] ?? null
  // Requests are made outside React too (uploads, downloads), so the programme is kept beside the tree.
  programmeId = current?.programmeId ?? null
  return current
}

/** The programme that every request names, or null before one is known. */
export function currentProgrammeId(): string | null {
  return programmeId
}

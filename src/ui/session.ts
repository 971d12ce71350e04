import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Role } from '../platform/contract.ts'
import { chooseMembership, type Membership, useChosenMembership } from './membership.ts'
import { type Refusal, request } from './request.ts'

export type Account = { id: string; name: string; email: string; secondFactor: boolean }
type SessionAnswer = { account: Account | null; memberships: Membership[] }

export type Session = {
  account: Account | null
  memberships: readonly Membership[]
  /** The membership in which the person works now; null for visitors and people without a role. */
  current: Membership | null
  role: Role | null
  switchTo: (membership: Membership) => void
  /** Asks the server again, after signing in or out. */
  refresh: () => Promise<void>
}

export function useSessionQuery() {
  return useQuery<SessionAnswer, Refusal>({
    queryKey: ['session'],
    queryFn: async () => (await request('/api/session')) as SessionAnswer,
    staleTime: 60_000,
  })
}

const nobody: Membership[] = []

/** Who is signed in and in which role. Before the server has answered it is a visitor. */
export function useSession(): Session {
  const queries = useQueryClient()
  const answer = useSessionQuery().data
  const memberships = answer?.memberships ?? nobody
  const current = useChosenMembership(memberships)
  return {
    account: answer?.account ?? null,
    memberships,
    current,
    role: current?.role ?? null,
    switchTo: (membership) => {
      chooseMembership(membership)
      void queries.invalidateQueries()
    },
    refresh: () => queries.invalidateQueries(),
  }
}

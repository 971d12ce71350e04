import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { isLanguage, type Language } from './language.ts'
import { noteChoice, switchLanguage, takeChoice } from './language-switch.ts'
import { chooseMembership, type Membership, useChosenMembership } from './membership.ts'
import { type Refusal, request } from './request.ts'

type Account = { id: string; name: string; email: string; secondFactor: boolean; language: string }
/** `ended`: the person was signed in on this page and is not any more; the answer is the one from before. */
type SessionAnswer = {
  account: Account | null
  memberships: Membership[]
  doors?: Doors
  address?: string
  mail?: boolean
  demo?: unknown[]
  ended?: boolean
}
/** What somebody may do here whom nobody has invited: make an account, open a programme. */
type Doors = { signUp: boolean; opening: boolean }

export type Session = {
  account: Account | null
  memberships: readonly Membership[]
  /** The membership in which the person works now; null for visitors and people without a role. */
  current: Membership | null
  doors: Doors
  /** The server sends letters. */
  mail: boolean
  /** The page shows a demo, or a visitor may sign in to one with what everybody knows. */
  isDemo: boolean
  /** The network address from which this page asks. */
  address: string
  /** The session ended while the page was open; the person has to sign in again. */
  ended: boolean
  switchTo: (membership: Membership) => void
  /** Asks the server again, after signing in or out. */
  refresh: () => Promise<void>
}

const queryKey = ['session']

/** For whom the page stands as it is, without asking; null for a visitor. */
export const accountKnownTo = (queries: QueryClient): string | null => queries.getQueryData<SessionAnswer>(queryKey)?.account?.id ?? null

export function useSessionQuery() {
  const queries = useQueryClient()
  return useQuery<SessionAnswer, Refusal>({
    queryKey,
    queryFn: async () => {
      const answer = (await request('/api/session')) as SessionAnswer
      const before = queries.getQueryData<SessionAnswer>(queryKey)
      // A session that ends under somebody's hands must not take the page, and what is typed on it, away.
      return answer.account === null && before?.account ? { ...before, ended: true } : answer
    },
    staleTime: 60_000,
  })
}

const nobody: Membership[] = []
const closed: Doors = { signUp: false, opening: false }

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
    doors: answer?.doors ?? closed,
    mail: answer?.mail ?? false,
    isDemo: current === null ? (answer?.demo ?? []).length > 0 : current.isDemo === true,
    address: answer?.address ?? '',
    ended: answer?.ended ?? false,
    switchTo: (membership) => {
      chooseMembership(membership)
      void queries.invalidateQueries()
    },
    refresh: () => queries.invalidateQueries(),
  }
}

/** Begins in one role of the person who has just signed in. */
export async function beginAs(role: string): Promise<void> {
  const { memberships } = (await request('/api/session')) as SessionAnswer
  const held = memberships.find((membership) => membership.role === role)
  if (held) chooseMembership(held)
}

/** Shows the language that is kept with the account: the choice of one device is found on the next. A choice just made before signing in is the newer. */
export function useLanguageOfAccount(): void {
  const language = useSession().account?.language
  useEffect(() => {
    if (!isLanguage(language)) return
    const chosen = takeChoice()
    switchLanguage(chosen ?? language)
    if (chosen !== null && chosen !== language) keepWithAccount(chosen)
  }, [language])
}

function keepWithAccount(language: Language): void {
  const body = JSON.stringify({ language })
  // Off line the choice holds for this device until it is made again.
  void request('/api/auth/update-user', { method: 'POST', headers: { 'content-type': 'application/json' }, body }).catch(() => undefined)
}

/** Changes the language at once, and with the account too when somebody is signed in. */
export function useLanguageSwitch(): (language: Language) => void {
  const { account } = useSession()
  return (language) => {
    switchLanguage(language)
    if (account === null) noteChoice(language)
    else keepWithAccount(language)
  }
}

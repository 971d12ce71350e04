const windowMilliseconds = 15 * 60_000
const mostAccounts = 10_000
export const mostFailures = 10

/**
 * Counts failed sign-ins of each account, whatever addresses they come from. An account that nobody has is counted like
 * any other, so the limit tells nothing about who is known. Kept in the memory of this process.
 */
export function attemptLimit(now: () => number = Date.now) {
  const failures = new Map<string, { count: number; until: number }>()
  const keyOf = (account: string) => account.trim().toLowerCase()
  const current = (account: string) => {
    const known = failures.get(keyOf(account))
    return known && known.until > now() ? known : undefined
  }
  return {
    isReached: (account: string): boolean => (current(account)?.count ?? 0) >= mostFailures,
    failed(account: string): void {
      const { count, until } = current(account) ?? { count: 0, until: now() + windowMilliseconds }
      failures.delete(keyOf(account))
      // The oldest goes first: whoever floods the table loses their own count, and their address is limited anyway.
      if (failures.size >= mostAccounts) for (const [oldest] of failures) if (failures.size >= mostAccounts) failures.delete(oldest)
      failures.set(keyOf(account), { count: count + 1, until })
    },
    succeeded: (account: string): void => void failures.delete(keyOf(account)),
  }
}

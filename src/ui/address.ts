import { useLocation, useRouter, useSearch } from '@tanstack/react-router'

type AddressValues = Readonly<Record<string, string | readonly string[] | undefined>>

/** What people type to search for others: `q`, or `left.q` of one of several lists. It stands behind `#`, which no browser sends. */
const isTyped = (name: string): boolean => /(^|\.)q$/.test(name)
const typedIn = (hash: string): Record<string, string> =>
  Object.fromEntries([...new URLSearchParams(hash)].filter(([name]) => isTyped(name)))

/**
 * What a page keeps in the address (`?state=open&page=2#q=…`), so that it can be shared, gone back to and reloaded.
 * `change` merges; an empty or undefined value leaves the address.
 */
export function useAddress(): [AddressValues, (change: AddressValues) => void] {
  const router = useRouter()
  const sent: AddressValues = useSearch({ strict: false })
  const hash = useLocation({ select: (location) => location.hash })
  const change = (next: AddressValues): void => {
    const { search, hash: typed } = router.latestLocation
    const merged: AddressValues = { ...search, ...typedIn(typed), ...next }
    const kept = Object.entries(merged).filter(([, value]) => value !== undefined && value !== '')
    const held = new URLSearchParams(kept.flatMap(([name, value]) => (isTyped(name) ? [[name, firstOf(value)]] : [])))
    void router.navigate({
      to: '.',
      search: Object.fromEntries(kept.filter(([name]) => !isTyped(name))),
      hash: held.toString(),
      replace: true,
      resetScroll: false,
      hashScrollIntoView: false,
    })
  }
  return [{ ...sent, ...typedIn(hash) }, change]
}

/** One word of the address, the empty string when it is absent. */
export function firstOf(value: AddressValues[string]): string {
  if (typeof value === 'string') return value
  return value?.[0] ?? ''
}

/** All words of the address under one name. */
export function allOf(value: AddressValues[string]): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  return value ?? []
}

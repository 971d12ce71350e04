import { useRouter, useSearch } from '@tanstack/react-router'

type AddressValues = Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * What a page keeps in the address (`?state=open&page=2`), so that it can be shared, gone back to and reloaded.
 * `change` merges; an empty or undefined value leaves the address.
 */
export function useAddress(): [AddressValues, (change: AddressValues) => void] {
  const router = useRouter()
  const values: AddressValues = useSearch({ strict: false })
  const change = (next: AddressValues): void => {
    const merged = { ...router.latestLocation.search, ...next }
    const kept = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined && value !== ''))
    void router.navigate({ to: '.', search: kept, replace: true, resetScroll: false })
  }
  return [values, change]
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

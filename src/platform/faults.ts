import type { z } from 'zod'
import type { Fault } from './contract.ts'

const limits = ['minimum', 'maximum', 'format', 'expected', 'divisor', 'inclusive'] as const

/** One fault for each thing that a schema does not allow: path, code and the limit it broke. */
export function faultsOf(error: z.ZodError): Fault[] {
  return error.issues.slice(0, 100).flatMap((issue): Fault[] => {
    // A field that nobody knows is named itself, not the object in which it stands.
    if (issue.code === 'unrecognized_keys')
      return issue.keys.slice(0, 100).map((key) => ({ path: [...issue.path, key].map(String).join('.'), code: issue.code }))
    const custom = issue.code === 'custom' ? issue.params?.['code'] : undefined
    const params: Record<string, string | number> = {}
    for (const name of limits) {
      const value = (issue as unknown as Record<string, unknown>)[name]
      if (typeof value === 'string' || typeof value === 'number') params[name] = value
    }
    return [
      {
        path: issue.path.map(String).join('.'),
        code: typeof custom === 'string' ? custom : issue.code,
        ...(Object.keys(params).length > 0 ? { params } : {}),
      },
    ]
  })
}

/** What a schema makes of an input, or the faults that keep it out. */
export function check<T>(schema: z.ZodType<T>, input: unknown): { data: T } | { faults: Fault[] } {
  const parsed = schema.safeParse(input)
  if (!parsed.success) return { faults: faultsOf(parsed.error) }
  const faults = unstorable(parsed.data, [])
  return faults.length > 0 ? { faults: faults.slice(0, 100) } : { data: parsed.data }
}

/** PostgreSQL keeps neither U+0000 nor half of a surrogate pair in a text; what cannot be kept is refused, not changed. */
function unstorable(value: unknown, path: readonly string[]): Fault[] {
  if (typeof value === 'string')
    return value.includes('\0') || !value.isWellFormed() ? [{ path: path.join('.'), code: 'invalid_format' }] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => unstorable(part, [...path, key]))
}

import type { z } from 'zod'
import type { Fault } from './contract.ts'

const limits = ['minimum', 'maximum', 'format', 'expected', 'divisor', 'inclusive'] as const

/** One fault for each thing that a schema does not allow: path, code and the limit it broke. */
export function faultsOf(error: z.ZodError): Fault[] {
  return error.issues.slice(0, 100).map((issue) => {
    const custom = issue.code === 'custom' ? issue.params?.['code'] : undefined
    const params: Record<string, string | number> = {}
    for (const name of limits) {
      const value = (issue as unknown as Record<string, unknown>)[name]
      if (typeof value === 'string' || typeof value === 'number') params[name] = value
    }
    return {
      path: issue.path.map(String).join('.'),
      code: typeof custom === 'string' ? custom : issue.code,
      ...(Object.keys(params).length > 0 ? { params } : {}),
    }
  })
}

import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { request } from '../../ui/request.ts'
import { roleNames } from '../rules/roles.ts'

const answer = z.object({
  demo: z
    .array(z.object({ role: z.enum(roleNames), email: z.string(), password: z.string(), programmeId: z.string().optional() }))
    .optional()
    .default([]),
})

/** Whom a visitor may sign in as, where a demo programme was loaded. */
export function useDemoAccounts() {
  const query = useQuery({ queryKey: ['session', 'demo'], queryFn: async () => answer.parse(await request('/api/session')).demo })
  return query.data ?? []
}

import { z } from 'zod'
import { roles } from '../rules/roles.ts'

export const administrator = { administrator: ['programme'] } as const
/** Everybody who holds a role sees what the programme is: its name, members, sites and costs are public matters. */
export const members = {
  worker: ['self'],
  leader: ['order'],
  director: ['programme', 'site', 'order'],
  coordinator: ['programme', 'municipality'],
  sales: ['programme'],
  office: ['programme'],
  client: ['client'],
  officer: ['municipality'],
  committee: ['municipality'],
  administrator: ['programme'],
} as const

export const line = (longest: number) => z.string().trim().min(1).max(longest)
export const optionalLine = (longest: number) => z.string().trim().max(longest)
export const date = z.iso.date()
export const year = z.int().min(2000).max(2100)
export const amount = z.int().min(0).max(999_999_999_999)
export const roleSchema = z.enum(roles)
export const scopeKindSchema = z.enum(['programme', 'municipality', 'site', 'order', 'client', 'self'])
/** Made by the browser that shows the link; only its hash is ever stored, here and in the memory of requests. */
export const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

export const paging = { cursor: z.string().max(200).nullable().default(null), limit: z.int().min(1).max(200).default(50) }

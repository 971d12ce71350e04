import { z } from 'zod'
import { roleNames, scopeKinds } from '../rules/roles.ts'

export const line = (longest: number) => z.string().trim().min(1).max(longest)
export const optionalLine = (longest: number) => z.string().trim().max(longest)
export const date = z.iso.date()
export const year = z.int().min(2000).max(2100)
export const amount = z.int().min(0).max(999_999_999_999)
export const roleSchema = z.enum(roleNames)
export const scopeKindSchema = z.enum(scopeKinds)
/** Made by the browser that shows the link; only its hash is ever stored, here and in the memory of requests. */
export const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

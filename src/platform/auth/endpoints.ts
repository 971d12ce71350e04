import { z } from 'zod'
import { foldEmail } from '../typed-text.ts'
import { fromLibrary } from './stand-in.ts'

const text = (longest: number) => z.string().max(longest)
const name = z.string().trim().min(1).max(200)
/** Without the spaces and wide letters of input methods; a stand-in is what it stands for. */
const email = text(254).overwrite((typed) => fromLibrary(foldEmail(typed)))
const password = text(200)
const code = { code: text(40), trustDevice: z.boolean().optional() }
/** What a browser's authenticator says; the library examines it. */
const response = z.record(z.string(), z.unknown())
const nothing = z.object({})

/**
 * Every endpoint of the sign-in library that this product uses, with what may be said to it. All others are not found, and
 * fields that do not stand here never reach the library: no picture, no way back to another site.
 */
export const endpoints = {
  'POST /sign-up/email': z.object({ name, email, password, language: z.enum(['ja', 'en', 'easy']).optional() }),
  'POST /sign-in/email': z.object({ email, password }),
  'POST /sign-out': nothing,
  'GET /get-session': null,
  'GET /list-sessions': null,
  'POST /revoke-session': z.object({ id: text(100) }),
  'POST /revoke-other-sessions': nothing,
  'POST /update-user': z.object({ name: name.optional(), language: z.enum(['ja', 'en', 'easy']).optional() }),
  'POST /change-password': z.object({ currentPassword: password, newPassword: password }),
  'POST /reset-password': z.object({ newPassword: password, token: text(200) }),
  'POST /two-factor/enable': z.object({ password }),
  'POST /two-factor/disable': z.object({ password }),
  'POST /two-factor/verify-totp': z.object(code),
  'POST /two-factor/verify-backup-code': z.object(code),
  'GET /passkey/generate-register-options': null,
  'POST /passkey/verify-registration': z.object({ response, name: text(200).optional() }),
  'GET /passkey/generate-authenticate-options': null,
  'POST /passkey/verify-authentication': z.object({ response }),
  'GET /passkey/list-user-passkeys': null,
  'POST /passkey/delete-passkey': z.object({ id: text(100) }),
} as const satisfies Record<string, z.ZodObject | null>

/** What the door answers itself: the second way in for a person whose account others have locked by guessing. */
const ownEndpoints = {
  'POST /unlock/ask': z.object({ email }),
  'POST /unlock/use': z.object({ token: text(100) }),
} as const satisfies Record<string, z.ZodObject>

type LibraryEndpoint = keyof typeof endpoints
type OwnEndpoint = keyof typeof ownEndpoints
export type Endpoint = LibraryEndpoint | OwnEndpoint
export const isOwn = (endpoint: Endpoint): endpoint is OwnEndpoint => Object.hasOwn(ownEndpoints, endpoint)
const all: Record<Endpoint, z.ZodObject | null> = { ...endpoints, ...ownEndpoints }
export const isEndpoint = (asked: string): asked is Endpoint => Object.hasOwn(all, asked)
export const signInEndpoints = Object.keys(all).filter(isEndpoint)
/** What may be said to an endpoint, or null where nothing is. */
export const bodyOf = (endpoint: Endpoint): z.ZodObject | null => all[endpoint]

/** The fields that may pass, or the code of the fault: `NAME_LENGTH` where the page can say more than that something is wrong. */
export function checkedBody(endpoint: Endpoint, body: unknown): { body: Record<string, unknown> } | { fault: string } {
  const schema = all[endpoint]
  if (schema === null) return { body: {} }
  const parsed = schema.safeParse(body)
  if (parsed.success) return { body: parsed.data }
  return { fault: parsed.error.issues.some(({ path }) => path[0] === 'name') ? 'NAME_LENGTH' : 'VALIDATION_ERROR' }
}

/** The same answer without the tokens of sessions: the cookie carries them, and no script needs to see one. */
export function withoutTokens(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTokens)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, part]) => typeof part !== 'string' || !/token$/i.test(key))
      .map(([key, part]) => [key, withoutTokens(part)]),
  )
}

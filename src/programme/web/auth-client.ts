import { passkeyClient } from '@better-auth/passkey/client'
import { createAuthClient } from 'better-auth/client'
import { inferAdditionalFields, twoFactorClient } from 'better-auth/client/plugins'
import type { ErrorBody } from '../../platform/contract.ts'
import { Refusal } from '../../ui/request.ts'

/** Sign-in, passkeys, one-time codes and sessions, by better-auth's own endpoints under /api/auth. */
export const authClient = createAuthClient({
  basePath: '/api/auth',
  plugins: [inferAdditionalFields({ user: { language: { type: 'string', required: false } } }), twoFactorClient(), passkeyClient()],
})

interface Answer<Data> {
  data: Data | null
  /** The library's own answer, or that of the server before it. */
  error: { code?: string | undefined; status?: number | undefined; error?: ErrorBody['error'] } | null
}

/** The data of an answer. Throws a Refusal with better-auth's code, or OTHER, as every form here expects. */
export async function answered<Data>(answer: Promise<Answer<Data>>): Promise<Data | null> {
  const { data, error } = await answer
  if (!error) return data
  const status = error.status ?? 0
  if (error.error) throw new Refusal(error.error.code, status, [], {}, error.error.requestId)
  throw new Refusal(
    status === 429 && error.code !== 'TOO_MANY_ATTEMPTS' ? 'too-many-requests' : (error.code ?? (status === 0 ? 'unreachable' : 'OTHER')),
    status,
  )
}

/** The field of a form that a refusal of better-auth is of; `password` names the one that is chosen anew. */
export const authRefusedAt = (password = 'password'): Readonly<Record<string, string>> => ({
  INVALID_EMAIL_OR_PASSWORD: 'password',
  INVALID_EMAIL: 'email',
  INVALID_PASSWORD: password === 'newPassword' ? 'currentPassword' : password,
  COMMON_PASSWORD: password,
  PASSWORD_TOO_SHORT: password,
  PASSWORD_TOO_LONG: password,
  USER_ALREADY_EXISTS: 'email',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'email',
  INVALID_CODE: 'code',
  INVALID_BACKUP_CODE: 'code',
  NAME_LENGTH: 'name',
})

/** Where to go after signing in: a path of this site, or the home. */
export const nextPath = (asked: string): string => (/^\/(?![/\\])/.test(asked) ? asked : '/')

import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins'
import pg from 'pg'
import { z } from 'zod'
import { attemptLimit } from './attempt-limit.ts'
import { isCommonPassword } from './common-passwords.ts'

export interface AuthSettings {
  /** The one address people use, like `https://kado.example.jp`. */
  baseUrl: string
  secret: string
  database: pg.ClientConfig
  /** Further addresses of the same server, for development. */
  otherOrigins?: string[]
  /** Whether this address may have an account; everybody's unless given. */
  maySignUp?(email: string): Promise<boolean>
}

const sessionDays = 14
const addressHeader = 'x-kado-address'
const setsPassword = /^\/(sign-up|reset-password)/
const shortestPassword = 10

/**
 * Sign-in by password, passkey and one-time code (better-auth). Its tables live in the schema `platform`, named as ours are.
 * Passwords follow NIST SP 800-63B: a length, a list of known ones, no rules of composition.
 */
export function createAuth(settings: AuthSettings) {
  const pool = new pg.Pool({ ...settings.database, max: 4, options: '-c search_path=platform' })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const attempts = attemptLimit()
  const auth = betterAuth({
    appName: 'KADO',
    baseURL: settings.baseUrl,
    basePath: '/api/auth',
    secret: settings.secret,
    database: pool,
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_, message) => void process.stderr.write(`sign-in: ${message}\n`) },
    // A refused sign-in is an answer, not an error of ours.
    onAPIError: { onError: (error) => void (error instanceof APIError || process.stderr.write(`sign-in: ${String(error)}\n`)) },
    trustedOrigins: [settings.baseUrl, ...(settings.otherOrigins ?? [])],
    // Without signing in at once, making an account answers alike for a known and an unknown address.
    emailAndPassword: {
      enabled: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: 128,
      autoSignIn: false,
      revokeSessionsOnPasswordReset: true,
    },
    session: {
      modelName: 'session',
      expiresIn: sessionDays * 86_400,
      updateAge: 86_400,
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    user: {
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: {
        language: { type: 'string', required: false, defaultValue: 'ja', validator: { input: z.enum(['ja', 'en', 'easy']) } },
      },
    },
    account: {
      modelName: 'credential',
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: { fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' } },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 100,
      customRules: { '/sign-in/email': { window: 60, max: 20 }, '/two-factor/*': { window: 60, max: 10 } },
    },
    advanced: {
      cookiePrefix: 'kado',
      useSecureCookies: settings.baseUrl.startsWith('https:'),
      // The server sets this header itself from the connection; a client's own is dropped.
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    hooks: {
      before: createAuthMiddleware(async (context) => {
        const body: unknown = context.body
        if (context.path === '/sign-up/email' && !(await mayHaveAccount(settings, body)))
          throw new APIError('FORBIDDEN', { code: 'SIGN_UP_CLOSED', message: 'Accounts are made by invitation here.' })
        const account = accountOf(context)
        if (
          account !== null &&
          attempts.isReached(account) &&
          !(await isFamiliar(pool, account, context.headers?.get(addressHeader) ?? ''))
        ) {
          throw new APIError('TOO_MANY_REQUESTS', { code: 'TOO_MANY_ATTEMPTS', message: 'Too many failed attempts for this account.' })
        }
        // Every way to set a password passes here.
        const given =
          typeof body === 'object' && body !== null
            ? [Reflect.get(body, 'newPassword'), setsPassword.test(context.path) ? Reflect.get(body, 'password') : null]
            : []
        if (given.some((password) => typeof password === 'string' && isCommonPassword(password))) {
          throw new APIError('BAD_REQUEST', { code: 'COMMON_PASSWORD', message: 'This password is on the list of known ones.' })
        }
      }),
      after: createAuthMiddleware(async (context) => {
        const account = accountOf(context)
        if (account === null) return
        const { returned } = context.context
        if (returned instanceof APIError && returned.statusCode === 401) attempts.failed(account)
        else if (!(returned instanceof APIError)) attempts.succeeded(account)
      }),
    },
    plugins: [
      twoFactor({
        issuer: 'KADO',
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'two_factor',
            fields: {
              backupCodes: 'backup_codes',
              userId: 'user_id',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
      passkey({
        rpName: 'KADO',
        rpID: new URL(settings.baseUrl).hostname,
        origin: settings.baseUrl,
        schema: {
          passkey: {
            fields: {
              publicKey: 'public_key',
              userId: 'user_id',
              credentialID: 'credential_id',
              deviceType: 'device_type',
              backedUp: 'backed_up',
              createdAt: 'created_at',
            },
          },
        },
      }),
    ],
  })
  return {
    handle: (request: Request): Promise<Response> => auth.handler(request),
    /** Makes an account for the demo, which has looked whether the address is known. Throws better-auth's APIError with a code. */
    async signUp(person: { name: string; email: string; password: string }): Promise<{ userId: string }> {
      const { user } = await auth.api.signUpEmail({ body: person })
      return { userId: user.id }
    },
    close: () => pool.end(),
  }
}

const mayHaveAccount = async ({ maySignUp }: AuthSettings, body: unknown): Promise<boolean> => {
  const email: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'email') : null
  return maySignUp === undefined || (typeof email === 'string' && (await maySignUp(email)))
}

/** The account that a sign-in by password is about. */
function accountOf({ path, body }: { path: string; body?: unknown }): string | null {
  const email: unknown = path === '/sign-in/email' && typeof body === 'object' && body !== null ? Reflect.get(body, 'email') : null
  return typeof email === 'string' ? email : null
}

/** From where its owner has a session, an account is not locked by what others try elsewhere; passkeys are never counted. */
async function isFamiliar(pool: pg.Pool, account: string, address: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    'select from session s join "user" u on u.id = s.user_id where u.email = lower($1) and s.ip_address = $2 and s.expires_at > now() limit 1',
    [account.trim(), address],
  )
  return rowCount === 1
}

export type Auth = ReturnType<typeof createAuth>

import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins'
import { PostgresDialect } from 'kysely'
import pg from 'pg'
import { z } from 'zod'
import { causeFields, log } from '../log.ts'
import { addressHeader, authDoor, type TakeableChange } from './door.ts'
import { hashOfIdentifier } from './reset-link.ts'
import { poolOfAddresses } from './stand-in.ts'
import type { UnlockLink } from './unlock-link.ts'

export interface AuthSettings {
  /** The one address people use, like `https://kado.example.jp`. */
  baseUrl: string
  secret: string
  database: pg.ClientConfig
  /** Further addresses of the same server, for development. */
  otherOrigins?: string[]
  /** Whether this address may have an account; everybody's unless given. */
  maySignUp?(email: string): Promise<boolean>
  /** Hears of what somebody else may have done to an account; it is noted already. */
  onTakeable?(userId: string, change: TakeableChange): Promise<void>
  /** Sends the link by which somebody may try again whose account others have locked; without it no mail is sent. */
  mailUnlock?: ((link: UnlockLink) => Promise<void>) | null
}

const sessionDays = 14
const basePath = '/api/auth'
const shortestPassword = 10

/**
 * Sign-in by password, passkey and one-time code (better-auth). Its tables live in the schema `platform`, named as ours are.
 * Passwords follow NIST SP 800-63B: a length, a list of known ones, no rules of composition.
 */
export function createAuth(settings: AuthSettings) {
  const pool = new pg.Pool({ ...settings.database, max: 4, application_name: 'kado sign-in' })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const auth = betterAuth({
    appName: 'KADO',
    baseURL: settings.baseUrl,
    basePath,
    secret: settings.secret,
    // The schema is named in each statement: PgBouncer takes no setting with a connection.
    database: {
      dialect: new PostgresDialect({ pool: poolOfAddresses(pool) }),
      type: 'postgres',
      schemaName: 'platform',
      transaction: true,
    },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_, message) => log('error', 'sign-in', causeFields(new Error(message))) },
    // A refused sign-in is an answer, not an error of ours.
    onAPIError: { onError: (error) => void (error instanceof APIError || log('error', 'sign-in', causeFields(error))) },
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
    verification: {
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
      storeIdentifier: { default: 'plain', overrides: { 'reset-password:': { hash: async (identifier) => hashOfIdentifier(identifier) } } },
    },
    // The door counts, for all processes together.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'kado',
      useSecureCookies: settings.baseUrl.startsWith('https:'),
      // The server sets this header itself from the connection; a client's own is dropped.
      ipAddress: { ipAddressHeaders: [addressHeader] },
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
  const going = new Set<Promise<void>>()
  const handle = authDoor({
    pool,
    secret: settings.secret,
    basePath,
    isSecure: settings.baseUrl.startsWith('https:'),
    handler: auth.handler,
    maySignUp: settings.maySignUp ?? (async () => true),
    onTakeable: settings.onTakeable ?? (async () => {}),
    mailUnlock: settings.mailUnlock ?? null,
    afterwards: (work) => void going.add(work.finally(() => going.delete(work))),
  })
  return {
    handle,
    /** Makes an account for the demo, which has looked whether the address is known. Throws better-auth's APIError with a code. */
    async signUp(person: { name: string; email: string; password: string }): Promise<{ userId: string }> {
      const { user } = await auth.api.signUpEmail({ body: person })
      return { userId: user.id }
    },
    /** Every endpoint that the library would answer, like `POST /sign-in/email`. */
    endpoints: (): string[] =>
      Object.values(auth.api as Record<string, { path?: string; options?: { method?: string | string[] } }>).flatMap(({ path, options }) =>
        path === undefined ? [] : [options?.method ?? 'GET'].flat().map((method) => `${method} ${path}`),
      ),
    async close(): Promise<void> {
      await Promise.all(going)
      await pool.end()
    },
  }
}

export type Auth = ReturnType<typeof createAuth>

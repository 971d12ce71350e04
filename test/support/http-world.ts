import { createHmac, randomBytes } from 'node:crypto'
import type pg from 'pg'
import { setGrantSource } from '../../src/platform/grants.ts'
import { newId } from '../../src/platform/action.ts'
import { createAuth } from '../../src/platform/auth/auth.ts'
import { deviceOf, newDevice } from '../../src/platform/auth/device.ts'
import { sessionReader, tokenOf } from '../../src/platform/auth/session.ts'
import { asksInBody, pathOf, type AnyContract } from '../../src/platform/contract.ts'
import { openDatabase, type Database } from '../../src/platform/db/db.ts'
import { createServer } from '../../src/platform/http/server.ts'
import { readGrants } from '../../src/programme/store/memberships.ts'
import { type Areas, loadAreas } from '../../src/main/areas.ts'
import { unlockMail } from '../../src/main/letters.ts'
import type { MailServer } from '../../src/platform/mail/smtp.ts'
import type { SignUp } from '../../src/main/settings.ts'
import { sessionAnswer, signUpRule, tellOfChange } from '../../src/main/session.ts'
import { type FreshDatabase, freshDatabase } from './database.ts'

export interface Call {
  /** The cookie of a session, or null for nobody. */
  cookie: string | null
  programmeId: string
  input: unknown
  /** Idempotency key of a write; a fresh one unless given. */
  key?: string
}

export interface Answer {
  status: number
  text: string
  replayed: boolean
}

/** The whole server on a port of its own, with every area. */
export interface HttpWorld {
  url: string
  areas: Areas
  contracts: AnyContract[]
  config: pg.ClientConfig
  database: Database
  /** Signs a person in without a password and answers the cookie. */
  signIn(userId: string): Promise<string>
  /** Sends one read or write. */
  call(contract: AnyContract, call: Call): Promise<Answer>
  close(): Promise<void>
}

/** Starts it, over an empty database unless one is given. `requestsPerMinute` is high, because a test asks more than a person. */
export async function createHttpWorld(
  options: {
    requestsPerMinute?: number
    webFolder?: string
    over?: FreshDatabase
    signUp?: SignUp
    /** The address that people open, when a proxy stands in front. */
    baseUrl?: string
    trustProxy?: number | string[] | false
    mail?: MailServer
  } = {},
): Promise<HttpWorld> {
  const fresh = options.over ?? (await freshDatabase())
  const database = await openDatabase(fresh.config)
  const secret = randomBytes(32).toString('base64url')
  const areas = await loadAreas()
  setGrantSource(readGrants)
  const signUp = options.signUp ?? 'open'
  const authSettings = {
    maySignUp: signUpRule(signUp, database),
    onTakeable: tellOfChange(database),
    mailUnlock: unlockMail(options.mail ?? null, options.baseUrl ?? 'http://localhost'),
    baseUrl: options.baseUrl ?? 'http://localhost',
    secret,
    database: fresh.config,
    otherOrigins: [] as string[],
  }
  const auth = createAuth(authSettings)
  const sessions = sessionReader(database, secret)
  const server = await createServer({
    database,
    auth,
    readSession: sessions.read,
    deviceCookie: (cookie) => (deviceOf(cookie, secret) === null ? newDevice(secret, false).cookie : null),
    askerOf: (cookie) => tokenOf(cookie, secret) ?? deviceOf(cookie, secret),
    actions: areas.actions,
    reads: areas.reads,
    webFolder: options.webFolder ?? null,
    session: (signedIn, address) => sessionAnswer(database, signedIn, signUp, address),
    version: 'test',
    baseUrl: authSettings.baseUrl,
    trustProxy: options.trustProxy ?? false,
    requestsPerMinute: options.requestsPerMinute ?? 100_000_000,
  })
  const url = await server.listen({ host: '127.0.0.1', port: 0 })
  authSettings.otherOrigins.push(url)
  return {
    url,
    areas,
    contracts: [...areas.actions, ...areas.reads].map(({ contract }) => contract),
    config: fresh.config,
    database,
    async signIn(userId) {
      const token = randomBytes(24).toString('base64url')
      await database.pool.query(
        "insert into platform.session (id, user_id, token, expires_at) values ($1, $2, $3, now() + interval '1 day')",
        [newId(), userId, token],
      )
      return `kado.session_token=${encodeURIComponent(`${token}.${createHmac('sha256', secret).update(token).digest('base64')}`)}`
    },
    call: (contract, call) => send(url, contract, call),
    async close() {
      await server.close()
      await auth.close()
      await database.close()
      await fresh.drop()
    },
  }
}

/** Sends one read or write to any server of the product. */
export async function send(
  url: string,
  contract: Pick<AnyContract, 'kind' | 'area' | 'name'>,
  { cookie, programmeId, input, key }: Call,
): Promise<Answer> {
  const headers: Record<string, string> = { 'x-kado-programme': programmeId, ...(cookie === null ? {} : { cookie }) }
  const path = pathOf(contract as AnyContract)
  const response =
    contract.kind === 'read' && !asksInBody(contract as AnyContract)
      ? await fetch(`${url}${path}?input=${encodeURIComponent(JSON.stringify(input))}`, { headers })
      : await fetch(`${url}${path}`, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': key ?? newId() },
          body: JSON.stringify(input),
        })
  return { status: response.status, text: await response.text(), replayed: response.headers.get('idempotent-replay') === 'true' }
}

/** Runs so many at once, in order of the list. */
export async function inParallel<T>(items: readonly T[], width: number, work: (item: T) => Promise<void>): Promise<void> {
  let next = 0
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let at = next++; at < items.length; at = next++) await work(items[at] as T)
    }),
  )
}

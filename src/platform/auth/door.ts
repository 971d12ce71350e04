import type pg from 'pg'
import { isCommonPassword } from './common-passwords.ts'
import { deviceOf, isFamiliar, newDevice, rememberDevice } from './device.ts'
import { causeFields, log } from '../log.ts'
import { checkedBody, isEndpoint, isOwn, withoutTokens } from './endpoints.ts'
import { type Asker, attemptLimits } from './limits.ts'
import { resetIdentifier } from './reset-link.ts'
import {
  carryFactor,
  endOthers,
  findSession,
  isUserVerified,
  markFactor,
  type OwnSession,
  spendCode,
  tokenOfSibling,
} from './session-factor.ts'
import { signedCookie, tokenOf } from './session.ts'
import { answerFromLibrary, toLibrary } from './stand-in.ts'
import { makeUnlockLink, type UnlockLink, spendUnlockLink } from './unlock-link.ts'

export const addressHeader = 'x-kado-address'

/** A new password by a link, or a factor that is added to a session which has proved none. */
export type TakeableChange = 'password' | 'second-factor'

interface DoorParts {
  pool: pg.Pool
  secret: string
  basePath: string
  isSecure: boolean
  /** The sign-in library. */
  handler(request: Request): Promise<Response>
  maySignUp(email: string): Promise<boolean>
  onTakeable(userId: string, change: TakeableChange): Promise<void>
  /** Sends the link by which somebody may try again; null where no mail is sent. */
  mailUnlock: ((link: UnlockLink) => Promise<void>) | null
  /** Takes what goes on after an answer, so that the end waits for it. */
  afterwards(work: Promise<void>): void
}

/** One request, as far as the door understands it. */
interface Asked extends Asker {
  body: Record<string, unknown>
  cookies: string | undefined
  /** The session with which it is asked. */
  own: OwnSession | null
}

/**
 * The door before the sign-in library: which endpoints there are and what may be said to them, how often one may try, and
 * what a session has proved. The library's answers go out without tokens.
 */
export function authDoor(parts: DoorParts) {
  const { pool, secret } = parts
  const limits = attemptLimits(pool)

  async function refusalOf(asked: Asked): Promise<Response | null> {
    const { endpoint, body } = asked
    const wait = await limits.waitFor(asked)
    if (wait !== null) return tooMany('TOO_MANY_REQUESTS', wait)
    const account = accountOf(asked)
    const closed = account === null ? null : await limits.waitOfAccount(account)
    if (account !== null && closed !== null && !(await isFamiliar(pool, account, asked.device, asked.address)))
      return tooMany('TOO_MANY_ATTEMPTS', closed)
    if (endpoint === 'POST /sign-up/email' && !(await parts.maySignUp(String(body['email'])))) return refused(403, 'SIGN_UP_CLOSED')
    const chosen = endpoint === 'POST /sign-up/email' ? body['password'] : body['newPassword']
    if (typeof chosen === 'string' && isCommonPassword(chosen)) return refused(400, 'COMMON_PASSWORD')
    if (!('code' in body)) return null
    const userId = asked.own?.userId ?? (await personOfChallenge(pool, asked.cookies, secret))
    return userId === null || (await spendCode(pool, userId, String(body['code']))) ? null : refused(401, 'INVALID_CODE')
  }

  /** Notes what somebody else may have done with an account: for a while it approves no money alone. */
  async function takeable(userId: string, change: TakeableChange): Promise<void> {
    await pool.query('insert into platform.account_change (user_id, kind) values ($1, $2)', [userId, change])
    await parts.onTakeable(userId, change)
  }

  /** What follows from an answer that was no refusal. */
  async function settle(asked: Asked, token: string | null): Promise<void> {
    const { endpoint, own } = asked
    switch (endpoint) {
      case 'POST /sign-in/email': {
        const session = await findSession(pool, token)
        // A session without a code, for somebody who has codes: the device was trusted in its place.
        if (session?.hasCodes) await markFactor(pool, session.token, 'device')
        return remember(session)
      }
      case 'POST /two-factor/verify-totp':
      case 'POST /two-factor/verify-backup-code': {
        const session = await findSession(pool, token ?? own?.token ?? null)
        if (!session) return
        await markFactor(pool, session.token, endpoint === 'POST /two-factor/verify-totp' ? 'code' : 'backup-code')
        if (own && !own.hasCodes) {
          await endOthers(pool, session.userId, session.token)
          if (own.secondFactor !== 'passkey') await takeable(session.userId, 'second-factor')
        }
        return remember(session)
      }
      case 'POST /passkey/verify-authentication': {
        const session = await findSession(pool, token)
        if (session) await markFactor(pool, session.token, isUserVerified(asked.body['response']) ? 'passkey' : null)
        return remember(session)
      }
      case 'POST /two-factor/disable':
      case 'POST /passkey/verify-registration':
      case 'POST /passkey/delete-passkey':
      case 'POST /change-password': {
        if (!own) return
        if (endpoint === 'POST /passkey/verify-registration' && !hasProved(own)) await takeable(own.userId, 'second-factor')
        if (token !== null) await carryFactor(pool, token, own, endpoint === 'POST /two-factor/disable')
        return endOthers(pool, own.userId, token ?? own.token)
      }
      default:
    }
    async function remember(session: OwnSession | null): Promise<void> {
      if (session && asked.device !== null) await rememberDevice(pool, session.userId, asked.device)
    }
  }

  /**
   * Sends a link to whoever has the address. The answer comes first and is the same for everybody, so neither it nor its time tells who is
   * known here.
   */
  function askForLink({ body }: Asked): Response {
    const { mailUnlock } = parts
    if (mailUnlock === null) return refused(400, 'NO_MAIL')
    const email = String(body['email'])
    const send = async (): Promise<void> => {
      if (await limits.hasHadLetters(email)) return
      const link = await makeUnlockLink(pool, email)
      if (link !== null) await mailUnlock(link)
    }
    parts.afterwards(send().catch((error: unknown) => log('error', 'sign-in letter', causeFields(error))))
    return Response.json({ sent: true })
  }

  /** Lets this device, and no other, try the account of the link again; the limit of the account stays for everybody else. */
  async function letTryAgain(asked: Asked, fresh: { id: string; cookie: string } | null): Promise<Response> {
    const userId = await spendUnlockLink(pool, String(asked.body['token']))
    const device = asked.device ?? fresh?.id ?? null
    if (userId === null || device === null) {
      await limits.refused(asked)
      return refused(400, 'UNLOCK_LINK_OVER')
    }
    await rememberDevice(pool, userId, device)
    return Response.json({ unlocked: true }, fresh ? { headers: { 'set-cookie': fresh.cookie } } : {})
  }

  return async (request: Request): Promise<Response> => {
    const endpoint = `${request.method} ${new URL(request.url).pathname.slice(parts.basePath.length)}`
    if (!isEndpoint(endpoint)) return refused(404, 'NOT_FOUND')
    const cookies = request.headers.get('cookie') ?? undefined
    const checked = checkedBody(endpoint, request.method === 'POST' ? await request.json().catch(() => null) : null)
    if ('fault' in checked) return refused(400, checked.fault)
    const known = deviceOf(cookies, secret)
    const fresh = known === null ? newDevice(secret, parts.isSecure) : null
    const own = await findSession(pool, tokenOf(cookies, secret))
    const asked: Asked = { endpoint, body: checked.body, cookies, own, address: request.headers.get(addressHeader) ?? '', device: known }
    const refusal = await refusalOf(asked)
    if (refusal) return refusal
    if (isOwn(endpoint)) return endpoint === 'POST /unlock/ask' ? askForLink(asked) : letTryAgain(asked, fresh)
    const ended = endpoint === 'POST /reset-password' ? await personOfReset(pool, String(asked.body['token'])) : null
    const answer = await parts.handler(await requestFor(asked, request, pool))
    const account = accountOf(asked)
    const token = answer.ok ? tokenSetBy(answer, secret) : null
    if (!answer.ok) {
      if (answer.status === 401 || answer.status === 400) await limits.refused(asked)
      if (account !== null && answer.status === 401) await limits.failed(account)
    } else {
      if (account !== null) await limits.succeeded(account)
      if (ended !== null) {
        await endOthers(pool, ended, '')
        await takeable(ended, 'password')
      }
      await settle({ ...asked, device: known ?? fresh?.id ?? null }, token)
    }
    return shown(answer, token === null ? null : (fresh?.cookie ?? null))
  }
}

/** A factor that is added where another was given is the person's own act. */
const hasProved = ({ secondFactor }: OwnSession): boolean => secondFactor !== null && secondFactor !== 'device'

const refused = (status: number, code: string, headers: Record<string, string> = {}): Response =>
  Response.json({ code, message: code }, { status, headers })
const tooMany = (code: string, seconds: number): Response =>
  refused(429, code, { 'retry-after': String(seconds), 'x-retry-after': String(seconds) })

/** The account that a sign-in by password is about. */
const accountOf = ({ endpoint, body }: Asked): string | null => (endpoint === 'POST /sign-in/email' ? String(body['email']) : null)

/** The request as the library hears it: only known fields, and a session to end named by its token. */
async function requestFor({ endpoint, body, own }: Asked, request: Request, pool: pg.Pool): Promise<Request> {
  if (request.method === 'GET') return request
  const said =
    endpoint === 'POST /revoke-session'
      ? { token: (own && (await tokenOfSibling(pool, own, String(body['id'])))) ?? '' }
      : endpoint === 'POST /change-password'
        ? { ...body, revokeOtherSessions: true }
        : { ...body, ...(typeof body['email'] === 'string' ? { email: toLibrary(body['email']) } : {}) }
  return new Request(request.url, { method: 'POST', headers: request.headers, body: JSON.stringify(said) })
}

/** Who has given the password and is asked for the code. */
async function personOfChallenge(pool: pg.Pool, cookies: string | undefined, secret: string): Promise<string | null> {
  const challenge = signedCookie(cookies, 'two_factor', secret)
  if (challenge === null) return null
  const { rows } = await pool.query<{ value: string }>(
    'select value from platform.verification where identifier = $1 and expires_at > now()',
    [challenge],
  )
  return rows[0]?.value ?? null
}

async function personOfReset(pool: pg.Pool, token: string): Promise<string | null> {
  const { rows } = await pool.query<{ value: string }>('select value from platform.verification where identifier = $1', [
    resetIdentifier(token),
  ])
  return rows[0]?.value ?? null
}

function tokenSetBy(answer: Response, secret: string): string | null {
  for (const cookie of answer.headers.getSetCookie()) {
    const token = tokenOf(cookie.split(';')[0], secret)
    if (token !== null) return token
  }
  return null
}

/** The answer as the browser sees it. */
async function shown(answer: Response, cookie: string | null): Promise<Response> {
  const headers = new Headers(answer.headers)
  headers.delete('content-length')
  if (cookie !== null) headers.append('set-cookie', cookie)
  const text = answerFromLibrary(await answer.text())
  const isJson = (headers.get('content-type') ?? '').includes('json') && text !== ''
  return new Response(isJson ? JSON.stringify(withoutTokens(JSON.parse(text))) : text, { status: answer.status, headers })
}

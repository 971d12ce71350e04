import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type pg from 'pg'

const cookieName = 'kado.device'
const days = 400

const signed = (id: string, secret: string): string => createHmac('sha256', secret).update(`device ${id}`).digest('base64url')

/** The device that a browser says it is, by a cookie that only this server can have made. */
export function deviceOf(cookieHeader: string | undefined, secret: string): string | null {
  const [, id = '', given = ''] =
    /(?:^|;\s*)(?:__Secure-)?kado\.device=([A-Za-z0-9_-]{32})\.([A-Za-z0-9_-]{43})/.exec(cookieHeader ?? '') ?? []
  if (id === '') return null
  const [left, right] = [Buffer.from(given), Buffer.from(signed(id, secret))]
  return left.length === right.length && timingSafeEqual(left, right) ? id : null
}

/** A new device with the cookie that names it from now on. It tells no more than that it is the same browser again. */
export function newDevice(secret: string, isSecure: boolean): { id: string; cookie: string } {
  const id = randomBytes(24).toString('base64url')
  const attributes = `Max-Age=${days * 86_400}; Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
  return { id, cookie: `${isSecure ? '__Secure-' : ''}${cookieName}=${id}.${signed(id, secret)}; ${attributes}` }
}

const hashOf = (device: string): Buffer => createHash('sha256').update(device).digest()

export async function rememberDevice(pool: pg.Pool, userId: string, device: string): Promise<void> {
  await pool.query(
    'insert into platform.known_device (user_id, device_sha256) values ($1, $2) on conflict (user_id, device_sha256) do update set seen_at = now()',
    [userId, hashOf(device)],
  )
}

/** Whether the owner of an account has signed in from this device before, or has a session at this address. */
export async function isFamiliar(pool: pg.Pool, account: string, device: string | null, address: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `select from platform."user" u where u.email = lower($1)
       and (exists (select from platform.known_device d where d.user_id = u.id and d.device_sha256 = $2)
         or exists (select from platform.session s where s.user_id = u.id and s.ip_address = $3 and s.expires_at > now()))`,
    [account.trim(), hashOf(device ?? ''), address],
  )
  return rowCount === 1
}

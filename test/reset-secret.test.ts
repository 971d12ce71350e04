import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { findRunningPostgres } from '../src/platform/embedded-postgres/embedded-postgres.ts'
import { freePort, startServer } from './support/server.ts'

const root = dirname(import.meta.dirname)
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

test('失くした鍵: 何が消えるかを先に言い、頼まれてから新しい鍵に変え、人はパスワードで入り直せる', { timeout: 240_000 }, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'kado-reset-secret-'))
  ends.push(() => rmSync(dataDir, { recursive: true, force: true }))
  const [lost, other] = ['l'.repeat(40), 'o'.repeat(40)]
  const kado = (secret: string, ...words: string[]) =>
    new Promise<{ status: number; stdout: string; stderr: string }>((resolve) => {
      const env = { ...process.env, DATABASE_URL: undefined, KADO_DEMO: 'false', KADO_DATA_DIR: dataDir, KADO_SECRET: secret }
      const all = { ...env, KADO_PORT: '0', LANG: 'en_US.UTF-8', LC_ALL: undefined }
      execFile(join(root, 'bin', 'kado'), words, { env: all, timeout: 60_000 }, (error, stdout, stderr) =>
        resolve({ status: error === null ? 0 : Number(error.code ?? -1), stdout, stderr }),
      )
    })
  const started = async (secret: string) => {
    const env = { KADO_DEMO: 'false', DATABASE_URL: undefined, KADO_SECRET: secret }
    const server = await startServer({ port: await freePort(), dataDir, env })
    ends.push(() => server.stop('SIGKILL'))
    return server
  }
  const account = { name: 'Keeper', email: 'keeper@people.example', password: 'words that nobody else knows' }
  const post = (url: string, path: string) =>
    fetch(`${url}/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify(account),
    })
  const nameOf = async (url: string, cookie: string) =>
    (
      (await (await fetch(`${url}/api/session`, { headers: { cookie } })).json()) as {
        account: { name: string; secondFactor: boolean } | null
      }
    ).account

  const before = await started(lost)
  await post(before.url, 'sign-up/email')
  const signedIn = await post(before.url, 'sign-in/email')
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  const client = new pg.Client((await findRunningPostgres(join(dataDir, 'postgres'))) ?? {})
  await client.connect()
  await client.query(`update platform."user" set two_factor_enabled = true`)
  await client.query(
    `insert into platform.two_factor (id, user_id, secret, backup_codes) select 'x', id, 'unreadable', 'unreadable' from platform."user"`,
  )
  await client.end()
  expect(await nameOf(before.url, cookie)).toMatchObject({ name: 'Keeper', secondFactor: true })
  await before.stop()
  expect(await kado(lost, 'verify')).toMatchObject({ status: 0 })

  const refused = await kado(other, 'start')
  expect(refused.status).toBe(1)
  expect(refused.stderr).toContain('kado reset-secret')

  // Nobody has confirmed: it is said what goes, and nothing has changed.
  const asked = await kado(other, 'reset-secret')
  expect(asked).toMatchObject({ status: 2, stdout: '' })
  expect(asked.stderr).toMatch(/Everybody is signed out \(1 sessions now\)[\s\S]*Authenticator apps[^\n]*\(1 people\)[\s\S]*Passkeys stay/)
  expect(await kado(lost, 'verify')).toMatchObject({ status: 0 })

  const done = await kado(other, 'reset-secret', '--yes')
  expect(done.status).toBe(0)
  expect(JSON.parse(done.stdout)).toEqual({ sessions: 1, secondFactors: 1, secret: 'KADO_SECRET' })
  expect(await kado(other, 'verify')).toMatchObject({ status: 0, stderr: '' })
  expect(readdirSync(join(dataDir, 'heads')).filter((name) => name.startsWith('signed-before-'))).toHaveLength(1)
  expect(await kado(lost, 'verify')).toMatchObject({ status: 1 })
  expect(await kado(other, 'reset-secret', '--yes')).toMatchObject({ status: 2 })

  const after = await started(other)
  expect(await nameOf(after.url, cookie)).toBeNull()
  const again = await post(after.url, 'sign-in/email')
  expect(again.status).toBe(200)
  const fresh = again.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  expect(await nameOf(after.url, fresh)).toMatchObject({ name: 'Keeper', secondFactor: false })
})

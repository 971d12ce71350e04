import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoPassword } from '../../src/main/demo/accounts.ts'
import { freePort, startServer, type RunningServer } from '../../test/support/server.ts'

/**
 * Serves the demo while `work` runs, without a limit of requests: loaded anew, or from a copy of a data folder of a server
 * that has been stopped.
 */
export async function withDemo<T>(loaded: string | undefined, work: (app: RunningServer) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'kado-demo-'))
  try {
    const dataDir = join(folder, 'data')
    // The database may belong to another user than whoever measures.
    chmodSync(folder, 0o755)
    if (loaded) execFileSync('cp', ['-a', loaded, dataDir])
    const app = await startServer({ port: await freePort(), dataDir, env: { KADO_RATE_LIMIT: '100000000', DATABASE_URL: undefined } })
    try {
      return await work(app)
    } finally {
      await app.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Signs one of the demo's people in: the headers of everything that they ask. */
export async function signIn(url: string, email: string) {
  const answer = await fetch(new URL('/api/auth/sign-in/email', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password: demoPassword }),
  })
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  const session: { memberships: { programmeId: string }[] } = JSON.parse(
    await (await fetch(new URL('/api/session', url), { headers: { cookie } })).text(),
  )
  const [membership] = session.memberships
  if (!membership) throw new Error(`${email} holds no role: ${answer.status}`)
  return { cookie, 'x-kado-programme': membership.programmeId }
}

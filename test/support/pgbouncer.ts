import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from './server.ts'

// It refuses to run as root, so root becomes somebody else in a namespace of its own.
const prefix = process.getuid?.() === 0 ? ['unshare', '--user', '--map-user=65534', '--map-group=65534'] : []
const run = (words: string[]) => spawnSync(words[0] ?? '', words.slice(1), { encoding: 'utf8' })

/** Whether a PgBouncer is at hand. */
export const hasPgbouncer = run([...prefix, 'pgbouncer', '--version']).status === 0

export interface Pgbouncer {
  url: string
  stop(): Promise<void>
}

/** PgBouncer in transaction mode before one role of one database, with fewer connections than the product opens. */
export async function startPgbouncer({ host, port, database, user }: pg.ClientConfig): Promise<Pgbouncer> {
  const folder = mkdtempSync(join(tmpdir(), 'kado-pgbouncer-'))
  const listen = await freePort()
  const [users, settings] = [join(folder, 'users.txt'), join(folder, 'pgbouncer.ini')]
  writeFileSync(users, `"${user}" ""\n`)
  writeFileSync(
    settings,
    `[databases]
pooled = host=${host} port=${port ?? 5432} dbname=${database} user=${user}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${listen}
unix_socket_dir =
auth_type = trust
auth_file = ${users}
pool_mode = transaction
default_pool_size = 8
`,
  )
  const child = spawn([...prefix, 'pgbouncer', settings][0] ?? '', [...prefix, 'pgbouncer', settings].slice(1), { stdio: 'ignore' })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const url = `postgres://${user}@127.0.0.1:${listen}/pooled`
  for (const begun = Date.now(); !(await answers(url)); await wait(50))
    if (child.exitCode !== null || Date.now() - begun > 10_000) throw new Error(`PgBouncer does not answer (${child.exitCode}).`)
  return {
    url,
    async stop() {
      child.kill('SIGKILL')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  )
}

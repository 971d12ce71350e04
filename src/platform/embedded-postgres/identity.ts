import { spawnSync } from 'node:child_process'
import { lchownSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { EmbeddedPostgresRefusal } from './refusal.ts'

/** As whom the database runs: PostgreSQL refuses to run as root. */
export interface Identity {
  /** Command that becomes this user and then runs what follows it. */
  prefix: string[]
  /** Owner of the files as seen from here. */
  uid: number
  gid: number
}

/**
 * Chooses an identity under which the binaries can be executed and the data folder be written, by trying.
 *
 * As root, first a user namespace: inside it PostgreSQL sees an ordinary user, outside its files stay root's, so a
 * clone that only root may enter works. Where namespaces are refused (many containers) it becomes `nobody`, who keeps
 * the right to pass through folders where the container grants it.
 */
export function chooseIdentity(
  binaries: Binaries,
  { dataDir, runDir }: { dataDir: string; runDir: string },
  env: NodeJS.ProcessEnv,
): Identity {
  const tried: string[] = []
  for (const identity of candidates(dataDir)) {
    for (const folder of [dataDir, runDir]) giveFiles(folder, identity)
    const [command = '', ...rest] = [...identity.prefix, 'sh', '-c', probe, 'sh', dataDir, binaries.postgres]
    const result = spawnSync(command, rest, { env, encoding: 'utf8' })
    if (result.status === 0) return identity
    tried.push(`${identity.prefix.join(' ') || userName()}: ${result.error?.message ?? result.stderr.trim()}`)
  }
  throw new EmbeddedPostgresRefusal('not-permitted', [dataDir, ...tried].join('\n'))
}

const probe = 'test "$(id -u)" != 0 && touch "$1/.writable" && rm "$1/.writable" && "$2" --version'

function candidates(dataDir: string): Identity[] {
  const self = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
  const other = unprivilegedUser()
  const namespace = { ...self, prefix: ['unshare', '--user', `--map-user=${other.uid}`, `--map-group=${other.gid}`] }
  if (self.uid !== 0) return userName() === '' ? [namespace, { ...self, prefix: [] }] : [{ ...self, prefix: [] }]
  const { uid, gid } = lstatSync(dataDir)
  // Started by root once, an ordinary user's database must still be that user's afterwards.
  return [...(uid === 0 ? [] : becoming({ uid, gid })), namespace, ...becoming(other)]
}

function becoming({ uid, gid }: { uid: number; gid: number }): Identity[] {
  const become = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
  return [
    { uid, gid, prefix: [...become, '--inh-caps=-all,+dac_override', '--ambient-caps=-all,+dac_override'] },
    { uid, gid, prefix: [...become, '--inh-caps=-all'] },
  ]
}

/** Empty where the system knows no name for the user, as in containers started with a bare number; initdb needs one. */
function userName(): string {
  try {
    return userInfo().username
  } catch {
    return ''
  }
}

function unprivilegedUser(): { uid: number; gid: number } {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const found = users.find(([name]) => name === 'nobody') ?? users.find(([, , uid]) => Number(uid) > 0)
  return { uid: Number(found?.[2] ?? 65534), gid: Number(found?.[3] ?? 65534) }
}

/** Only root may give files away, and only root ever needs to. */
function giveFiles(path: string, to: Identity): void {
  if (process.getuid?.() !== 0) return
  const file = lstatSync(path)
  if (file.uid !== to.uid || file.gid !== to.gid) lchownSync(path, to.uid, to.gid)
  if (file.isDirectory()) for (const name of readdirSync(path)) giveFiles(join(path, name), to)
}

let pdeathsig: string[] | undefined

/** Has the kernel stop the database when this process dies, `kill -9` included; empty where the system cannot. */
export function dieWithParent(): string[] {
  const command = ['setpriv', '--pdeathsig', 'INT']
  pdeathsig ??= process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'INT', 'true']).status === 0 ? command : []
  return pdeathsig
}

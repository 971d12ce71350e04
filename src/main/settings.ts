import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Opening, openings } from '../programme/rules/opening.ts'
import type { MailServer } from '../platform/mail/smtp.ts'
import { makeFolder } from './data-folder.ts'
import { StartRefusal } from './start-refusal.ts'
import packageJson from '../../package.json' with { type: 'json' }

export interface Settings {
  /** Where the embedded database and the secret live. */
  dataDir: string
  /** Connection string of a PostgreSQL of one's own, or null for the embedded one. */
  databaseUrl: string | null
  /** The same database past the pooler that `databaseUrl` leads through, or null where there is none. */
  directDatabaseUrl: string | null
  /** Another place for the signed heads of the log: a folder that whoever keeps the database cannot write. Null for none. */
  headsDir: string | null
  host: string
  port: number
  baseUrl: string
  secret: string
  /** Where it was found: the name of the variable or of the file. */
  secretPlace: string
  /** Proxies in front whose word on the client's address is believed: how many, or which; false for none. */
  trustProxy: number | string[] | false
  /** Whether an empty database gets the demo. */
  loadsDemo: boolean
  /** It was asked for by name: a database from which it was removed takes it again. */
  insistsOnDemo: boolean
  version: string
  /** Requests a minute for one address. */
  requestsPerMinute: number
  /** By what time of day the embedded database is backed up, where to, and how many are kept; null for never. */
  backups: { folder: string; hour: number; minute: number; kept: number } | null
  /** Who may open a programme. */
  opening: Opening
  /** Who may make an account. */
  signUp: SignUp
  /** By which server letters go out, or null where none do. */
  mail: MailServer | null
}

/** Everybody may make an account, those whose address is invited, or nobody. */
const signUps = ['open', 'invited', 'closed'] as const
export type SignUp = (typeof signUps)[number]

/** Everything that can be set from outside, read once. README lists the variables. Throws a StartRefusal. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const dataDir = resolve(given(env, 'KADO_DATA_DIR') ?? defaultDataDir())
  const port = numberOf(env, given(env, 'KADO_PORT') === null ? 'PORT' : 'KADO_PORT', { least: 0, most: 65_535, otherwise: 3000 })
  const databaseUrl = databaseOf(env, 'DATABASE_URL')
  return {
    dataDir,
    databaseUrl,
    headsDir: folderOf(env, 'KADO_HEADS_DIR'),
    directDatabaseUrl: databaseOf(env, 'KADO_DIRECT_DATABASE_URL'),
    host: given(env, 'KADO_HOST') ?? '127.0.0.1',
    port,
    baseUrl: addressOf(env, 'KADO_URL') ?? `http://localhost:${port}`,
    secret: secretOf(env, dataDir),
    secretPlace: given(env, 'KADO_SECRET') === null ? secretFile(dataDir) : 'KADO_SECRET',
    trustProxy: proxiesOf(given(env, 'KADO_TRUST_PROXY')),
    // Another database than the embedded one may hold more than a trial.
    loadsDemo: wordOf(env, 'KADO_DEMO', databaseUrl === null ? ['true', 'false'] : ['false', 'true']) === 'true',
    insistsOnDemo: given(env, 'KADO_DEMO') === 'true',
    version: packageJson.version,
    backups: backupsOf(env, databaseUrl),
    opening: wordOf(env, 'KADO_OPENING', openings),
    signUp: wordOf(env, 'KADO_SIGN_UP', signUps),
    mail: mailOf(env),
    requestsPerMinute: numberOf(env, 'KADO_RATE_LIMIT', { least: 1, most: 1_000_000_000, otherwise: 1_200 }),
  }
}

/** An empty variable says as little as none. */
const given = (env: NodeJS.ProcessEnv, name: string): string | null => env[name]?.trim() || null

/** A setting of few words; the first of them unless one is given. */
function wordOf<Word extends string>(env: NodeJS.ProcessEnv, name: string, words: readonly [Word, ...Word[]]): Word {
  const text = given(env, name)
  const word = text === null ? words[0] : words.find((each) => each === text)
  if (word === undefined) throw new StartRefusal({ code: 'not-a-word', name, given: text ?? '', words: words.join(', ') })
  return word
}

function numberOf(env: NodeJS.ProcessEnv, name: string, range: { least: number; most: number; otherwise: number }): number {
  const text = given(env, name)
  const { least, most, otherwise } = range
  const number = text === null ? otherwise : /^\d{1,15}$/.test(text) ? Number(text) : -1
  if (number < least || number > most) throw new StartRefusal({ code: 'not-a-number', name, given: text ?? '', least, most })
  return number
}

/** Protocol, host and port; what people open. */
function addressOf(env: NodeJS.ProcessEnv, name: string): string | null {
  const text = given(env, name)
  if (text === null) return null
  const url = URL.canParse(text) ? new URL(text) : null
  const isAddress =
    url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && `${url.search}${url.hash}${url.username}` === ''
  if (!isAddress) throw new StartRefusal({ code: 'not-an-address', name, given: text })
  return url.origin
}

/** Its password stands in it, so it is never said again. */
function databaseOf(env: NodeJS.ProcessEnv, name: string): string | null {
  const text = given(env, name)
  if (text !== null && !/^postgres(ql)?:\/\/.|^socket:|^\//.test(text)) throw new StartRefusal({ code: 'not-a-database' })
  return text
}

/** Networks that stand for themselves (https://github.com/jshttp/proxy-addr). */
const namedNetworks = ['loopback', 'linklocal', 'uniquelocal']
const mostHops = 16

/** To believe whoever comes would be to believe what a client writes itself, so `true` is refused. */
function proxiesOf(text: string | null): Settings['trustProxy'] {
  if (text === null || text === 'false' || text === '0') return false
  if (/^\d{1,2}$/.test(text) && Number(text) <= mostHops) return Number(text)
  const proxies = text.split(',').map((each) => each.trim())
  if (!proxies.every((each) => namedNetworks.includes(each) || isNetwork(each)))
    throw new StartRefusal({ code: 'not-a-proxy', given: text })
  return proxies
}

/** An IP address, or a network like 10.0.0.0/8, but not that of everybody. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (version === 4 ? 32 : 128))
}

function folderOf(env: NodeJS.ProcessEnv, name: string): string | null {
  const text = given(env, name)
  return text === null ? null : resolve(text)
}

function backupsOf(env: NodeJS.ProcessEnv, databaseUrl: string | null): Settings['backups'] {
  const folder = folderOf(env, 'KADO_BACKUP_DIR')
  if (folder === null) return null
  // A schedule that keeps nothing would be believed in until the day it is needed.
  if (databaseUrl !== null) throw new StartRefusal({ code: 'backup-own-database' })
  const text = given(env, 'KADO_BACKUP_TIME') ?? '03:00'
  const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? []
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59)
    throw new StartRefusal({ code: 'not-a-time', name: 'KADO_BACKUP_TIME', given: text })
  const kept = numberOf(env, 'KADO_BACKUP_KEEP', { least: 1, most: 1_000, otherwise: 14 })
  return { folder, hour: Number(hour), minute: Number(minute), kept }
}

/** Its password stands in it, so it is never said again. */
function mailOf(env: NodeJS.ProcessEnv): MailServer | null {
  const url = given(env, 'KADO_SMTP_URL')
  const from = given(env, 'KADO_MAIL_FROM')
  if (url === null && from === null) return null
  if (url === null || !/^smtps?:$/.test(URL.canParse(url) ? new URL(url).protocol : '') || new URL(url).hostname === '')
    throw new StartRefusal({ code: 'not-a-mail-server' })
  if (from === null || !/^[^\s<>@]+@[^\s<>@]+$/.test(from)) throw new StartRefusal({ code: 'not-a-sender', given: from ?? '' })
  return { url, from }
}

const project = fileURLToPath(new URL('../../', import.meta.url))
function defaultDataDir(): string {
  const beside = join(project, 'data')
  try {
    makeFolder(beside)
    return beside
  } catch {
    return join(homedir(), '.kado')
  }
}

/** Characters that a secret has at least: 192 bits where it is Base64. */
const shortestSecret = 32

function secretOf(env: NodeJS.ProcessEnv, dataDir: string): string {
  const secret = given(env, 'KADO_SECRET')
  if (secret === null) return keptSecret(dataDir)
  if (secret.length < shortestSecret) throw new StartRefusal({ code: 'secret-short', length: secret.length, least: shortestSecret })
  return secret
}

function keptSecret(dataDir: string): string {
  const file = secretFile(dataDir)
  makeFolder(dataDir)
  if (!existsSync(file)) {
    // Renamed at the end: one that is cut off would be a secret as well.
    writeFileSync(`${file}.new`, randomBytes(32).toString('base64url'), { mode: 0o600, flush: true })
    renameSync(`${file}.new`, file)
  }
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length < shortestSecret) throw new StartRefusal({ code: 'secret-file-broken', path: file })
  return secret
}

/** Where the secret lies that was made here. */
const secretFile = (dataDir: string): string => join(dataDir, 'secret')

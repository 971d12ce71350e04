import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Opening, openings } from '../programme/rules/opening.ts'
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
  trustProxy: boolean
  loadsDemo: boolean
  version: string
  /** Requests a minute for one address. */
  requestsPerMinute: number
  /** Who may open a programme. */
  opening: Opening
  /** Who may make an account. */
  signUp: SignUp
}

/** Everybody may make an account, those whose address is invited, or nobody. */
const signUps = ['open', 'invited', 'closed'] as const
export type SignUp = (typeof signUps)[number]

/** Everything that can be set from outside, read once. README lists the variables. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const dataDir = resolve(env['KADO_DATA_DIR'] ?? defaultDataDir())
  const port = Number(env['KADO_PORT'] ?? env['PORT'] ?? 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`KADO_PORT is not a port number: ${env['KADO_PORT']}`)
  const host = env['KADO_HOST'] ?? '127.0.0.1'
  return {
    dataDir,
    databaseUrl: env['DATABASE_URL'] ?? null,
    headsDir: env['KADO_HEADS_DIR'] ? resolve(env['KADO_HEADS_DIR']) : null,
    directDatabaseUrl: env['KADO_DIRECT_DATABASE_URL'] ?? null,
    host,
    port,
    baseUrl: env['KADO_URL'] ?? `http://localhost:${port}`,
    secret: env['KADO_SECRET'] ?? keptSecret(dataDir),
    trustProxy: env['KADO_TRUST_PROXY'] === 'true',
    loadsDemo: env['KADO_DEMO'] !== 'false',
    version: packageJson.version,
    opening: oneOf(env, 'KADO_OPENING', openings),
    signUp: oneOf(env, 'KADO_SIGN_UP', signUps),
    requestsPerMinute: Number(env['KADO_RATE_LIMIT'] ?? 1_200),
  }
}

/** A setting of few words; the first of them unless one is given. */
function oneOf<Word extends string>(env: NodeJS.ProcessEnv, name: string, words: readonly [Word, ...Word[]]): Word {
  const given = env[name] ?? ''
  const word = given === '' ? words[0] : words.find((each) => each === given)
  if (word === undefined) throw new Error(`${name} is none of ${words.join(', ')}: ${given}`)
  return word
}

const project = fileURLToPath(new URL('../../', import.meta.url))
function defaultDataDir(): string {
  const beside = join(project, 'data')
  try {
    mkdirSync(beside, { recursive: true, mode: 0o700 })
    return beside
  } catch {
    return join(homedir(), '.kado')
  }
}

function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret')
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

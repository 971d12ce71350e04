import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { afterEach, describe, expect, test } from 'vitest'
import { readSettings } from '../src/main/settings.ts'
import { causeOf } from '../src/main/start-refusal.ts'
import { openDatabase } from '../src/platform/db/db.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { headKey, makeHead } from '../src/platform/proof/head.ts'
import { isSecretOf } from '../src/platform/proof/secret-check.ts'
import { bareDatabase, freshDatabase } from './support/database.ts'
import { freePort } from './support/server.ts'

const root = dirname(import.meta.dirname)
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'kado-refused-'))
  ends.push(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** `bin/kado start` that cannot, and what it said; English and without what the machine has set unless given. */
function refused(env: NodeJS.ProcessEnv, at = root): Promise<{ status: number | null; said: string; milliseconds: number }> {
  const begun = Date.now()
  const child = spawn(process.execPath, [join(at, 'bin', 'kado'), 'start'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: '', KADO_DEMO: 'false', KADO_DEBUG: '', LC_ALL: '', LANG: 'en_US.UTF-8', ...env },
  })
  ends.push(() => child.kill('SIGKILL'))
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, said, milliseconds: Date.now() - begun })))
}

const sentence = (said: string) => said.split('\n').filter((line) => line.startsWith('KADO could not start: '))

describe('設定の誤りは、データベースを動かす前に言う', () => {
  const settings = (env: NodeJS.ProcessEnv) => readSettings({ KADO_DATA_DIR: folder(), ...env })
  const reason = (env: NodeJS.ProcessEnv) => {
    try {
      settings(env)
      return 'accepted'
    } catch (error) {
      return causeOf(error, '').code
    }
  }

  test.for([
    ['KADO_RATE_LIMIT', 'abc', 'not-a-number'],
    ['KADO_RATE_LIMIT', '0', 'not-a-number'],
    ['KADO_RATE_LIMIT', '-5', 'not-a-number'],
    ['KADO_RATE_LIMIT', '1e3', 'not-a-number'],
    ['KADO_RATE_LIMIT', '12.5', 'not-a-number'],
    ['KADO_PORT', '70000', 'not-a-number'],
    ['KADO_PORT', 'http', 'not-a-number'],
    ['PORT', '-1', 'not-a-number'],
    ['KADO_DEMO', 'yes', 'not-a-word'],
    ['KADO_OPENING', 'everybody', 'not-a-word'],
    ['KADO_URL', 'kado.example.jp', 'not-an-address'],
    ['KADO_URL', 'ftp://kado.example.jp', 'not-an-address'],
    ['KADO_URL', 'https://kado.example.jp/kado', 'not-an-address'],
    ['DATABASE_URL', 'mysql://localhost/kado', 'not-a-database'],
    ['KADO_SECRET', 'short', 'secret-short'],
    ['KADO_SECRET', 'x'.repeat(31), 'secret-short'],
    ['KADO_BACKUP_TIME', '25:00', 'not-a-time'],
    ['KADO_BACKUP_TIME', 'night', 'not-a-time'],
    ['KADO_BACKUP_KEEP', '0', 'not-a-number'],
  ] as const)('%s=%s', ([name, value, code]) => {
    expect(reason({ KADO_BACKUP_DIR: 'backups', [name]: value })).toBe(code)
  })

  test('正しいものと空のものは通す', () => {
    expect(settings({ KADO_RATE_LIMIT: '', KADO_URL: 'https://kado.example.jp/' })).toMatchObject({
      requestsPerMinute: 1_200,
      baseUrl: 'https://kado.example.jp',
      port: 3000,
    })
  })

  test('時刻を決めたバックアップは、組み込みのデータベースのもの', () => {
    expect(settings({ KADO_BACKUP_DIR: '/backups' }).backups).toEqual({ folder: '/backups', hour: 3, minute: 0, kept: 14 })
    expect(reason({ KADO_BACKUP_DIR: '/backups', DATABASE_URL: 'postgres://kado@localhost/kado' })).toBe('backup-own-database')
  })

  test('途中で切れた鍵のファイルは使わない', () => {
    const dataDir = folder()
    writeFileSync(join(dataDir, 'secret'), '')
    expect(reason({ KADO_DATA_DIR: dataDir })).toBe('secret-file-broken')
  })
})

describe('起動できないときは、原因と直し方を一文で言う', { timeout: 120_000 }, () => {
  test('数でない上限: 読む人の言葉で、足跡なしに。KADO_DEBUG では足跡も', async () => {
    const env = { KADO_DATA_DIR: folder(), KADO_RATE_LIMIT: 'abc' }
    const english = await refused(env)
    expect(english.status).toBe(1)
    expect(english.said).toBe('KADO could not start: KADO_RATE_LIMIT cannot be "abc": write a whole number from 1 to 1000000000.\n')
    const japanese = await refused({ ...env, LANG: 'ja_JP.UTF-8', KADO_DEBUG: '1' })
    expect(japanese.said).toContain('起動できませんでした: KADO_RATE_LIMIT の「abc」は使えないので')
    expect(japanese.said).toMatch(/\n {4}at .*settings\.ts/)
  })

  test('使われているポートは、データベースより先に言う', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    ends.push(() => server.close())
    const port = (server.address() as { port: number }).port
    const dataDir = folder()
    const { status, said } = await refused({ KADO_DATA_DIR: dataDir, KADO_PORT: String(port) })
    expect([status, sentence(said).length]).toEqual([1, 1])
    expect(said).toContain(`Port ${port} is in use already`)
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false)
  })

  test('書けないフォルダー', async () => {
    const file = join(folder(), 'file')
    writeFileSync(file, '')
    for (const dataDir of [file, join(file, 'data'), '/proc/kado']) {
      const { status, said } = await refused({ KADO_DATA_DIR: dataDir, KADO_PORT: String(await freePort()) })
      expect([status, sentence(said).length, said.trim().split('\n').length], said).toEqual([1, 1, 1])
      expect(said).toMatch(/cannot be written: .* KADO_DATA_DIR/)
    }
  })

  test.for([
    ['LATIN1', "encoding 'LATIN1' locale 'C'"],
    ['EUC_JP', "encoding 'EUC_JP' locale 'C'"],
    ['SQL_ASCII', "encoding 'SQL_ASCII' locale 'C'"],
  ] as const)('文字コードが %s のデータベース', async ([encoding, how]) => {
    const { config, drop } = await bareDatabase(`template template0 ${how}`)
    ends.push(drop)
    const refusal = await migrate(config).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ refusal: { code: 'encoding', encoding } })
  })

  test('つながらないデータベース、ないデータベース、違うパスワード', async () => {
    const { config, drop } = await freshDatabase()
    ends.push(drop)
    const failure = (change: pg.ClientConfig) =>
      migrate({ ...config, ...change }).then(
        () => 'connected',
        (error: unknown) => causeOf(error, '').code,
      )
    expect(await failure({ host: '127.0.0.1', port: await freePort() })).toBe('database-away')
    expect(await failure({ host: 'nowhere.invalid' })).toBe('database-unknown-host')
    expect(await failure({ database: 'nowhere' })).toBe('database-missing')
    expect(await failure({ user: 'nobody_of_this_name' })).toBe('database-refuses')
  })
})

describe('秘密の鍵', () => {
  const outside = { programmeId: null, userId: null }
  const [own, other] = ['a'.repeat(40), 'b'.repeat(40)]

  test('データベースを作ったときの鍵だけを受け入れる', async () => {
    const { config, drop } = await freshDatabase()
    ends.push(drop)
    const database = await openDatabase(config)
    ends.push(() => database.close())
    const accepts = (secret: string) => database.transaction(outside, (db) => isSecretOf(db, secret))
    expect([await accepts(own), await accepts(own), await accepts(other)]).toEqual([true, true, false])
  })

  test('確かめる値がまだないときは、控えの署名で見分ける', async () => {
    const { config, drop } = await freshDatabase()
    ends.push(drop)
    const database = await openDatabase(config)
    ends.push(() => database.close())
    await database.transaction(outside, (db) => makeHead(db, headKey(own), new Date()))
    const accepts = (secret: string) => database.transaction(outside, (db) => isSecretOf(db, secret))
    expect([await accepts(other), await accepts(own), await accepts(other)]).toEqual([false, true, false])
  })
})

test('初めて部品を入れるときにネットワークがなければ、待ち続けずに言う', { timeout: 120_000 }, async () => {
  const clone = join(folder(), 'clone')
  mkdirSync(clone)
  cpSync(join(root, 'bin'), join(clone, 'bin'), { recursive: true })
  for (const name of ['package.json', 'package-lock.json']) writeFileSync(join(clone, name), readFileSync(join(root, name)))
  const silent = createServer(() => {})
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  ends.push(
    () => silent.closeAllConnections(),
    () => silent.close(),
  )
  const registry = `http://127.0.0.1:${(silent.address() as { port: number }).port}/`
  const { status, said, milliseconds } = await refused(
    {
      npm_config_registry: registry,
      npm_config_cache: folder(),
      npm_config_https_proxy: '',
      HTTPS_PROXY: '',
      HTTP_PROXY: '',
      https_proxy: '',
      http_proxy: '',
    },
    clone,
  )
  expect(status).toBe(1)
  expect(said.trim().split('\n').at(-1)).toBe(
    `kado: The packages cannot be fetched from ${new URL(registry).host}: check the network and the proxy (HTTPS_PROXY), then run this again.`,
  )
  expect(said).not.toMatch(/^ {4}at /m)
  expect(milliseconds).toBeLessThan(60_000)
})

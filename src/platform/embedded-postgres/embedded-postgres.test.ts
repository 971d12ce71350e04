import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type EmbeddedPostgres, findRunningPostgres, startEmbeddedPostgres } from './embedded-postgres.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'kado-embedded-'))
  ends.push(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

// Making the files anew takes most of a first start, so it is done once and copied.
let prepared: string
beforeAll(async () => {
  prepared = mkdtempSync(join(tmpdir(), 'kado-embedded-'))
  await (await startEmbeddedPostgres({ dataDir: prepared })).stop()
})
afterAll(() => rmSync(prepared, { recursive: true }))

/** Where the files of a database are, already made, that has never been used. */
function preparedFolder(dataDir = folder()): string {
  mkdirSync(dataDir, { recursive: true })
  execFileSync('cp', ['-a', join(prepared, 'cluster'), dataDir])
  return dataDir
}

async function started(dataDir: string): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir })
  ends.push(() => postgres.stop())
  return postgres
}

async function query(config: pg.ClientConfig, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(config)
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

/** Another process that starts the database on `dataDir`, inserts numbers and prints each one once it is committed. */
async function writer(dataDir: string, options: { env?: NodeJS.ProcessEnv; uid?: number } = {}): Promise<{ child: ChildProcess; acknowledged(): number }> {
  const module = new URL('./embedded-postgres.ts', import.meta.url).href
  const program = `
    import { startEmbeddedPostgres } from '${module}'
    const { default: pg } = await import('${import.meta.resolve('pg')}')
    const { config } = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} })
    const client = new pg.Client(config)
    await client.connect()
    await client.query('create table if not exists written (number int8)')
    for (let number = 1; ; number++) {
      await client.query('insert into written values ($1)', [number])
      process.stdout.write(number + '\\n')
    }`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: ['ignore', 'pipe', 'inherit'], ...options })
  ends.push(() => child.kill('SIGKILL'))
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  const acknowledged = () => Number(printed.slice(0, printed.lastIndexOf('\n')).split('\n').pop() ?? 0)
  for (let waited = 0; acknowledged() < 50 && waited < 400; waited++) await wait(50)
  return { child, acknowledged }
}

describe('同梱の PostgreSQL', { timeout: 60_000 }, () => {
  test('データは止めて起動し直しても残り、外からの口はない', async () => {
    const dataDir = folder()
    const first = await startEmbeddedPostgres({ dataDir })
    await query(first.config, 'create table kept as select 1 as number')
    await first.stop()
    const second = await started(dataDir)
    expect(await query(second.config, 'select number from kept')).toEqual([{ number: 1 }])
    expect(await query(second.config, "select current_setting('listen_addresses') as tcp, current_setting('fsync') as fsync, current_setting('data_checksums') as sums")).toEqual([
      { tcp: '', fsync: 'on', sums: 'on' },
    ])
    expect(await query(second.config, `select string_agg(kana, '' order by kana collate "ja-x-icu") as sorted from unnest(array['う','ア','い']) as kana`)).toEqual([
      { sorted: 'アいう' },
    ])
  })

  test('データベースが kill -9 されても戻り、確定した行は失われない', async () => {
    const postgres = await started(preparedFolder())
    await query(postgres.config, 'create table kept (number int8)')
    for (let round = 1; round <= 3; round++) {
      await query(postgres.config, `insert into kept values (${round})`)
      const killed = postgres.pid()
      process.kill(killed ?? 0, 'SIGKILL')
      while (postgres.pid() === killed || postgres.pid() === null) await wait(20)
      expect(await query(postgres.config, 'select count(*)::int4 as rows from kept')).toEqual([{ rows: round }])
    }
  })

  test('アプリが kill -9 されても、次の起動で確定した行がすべてあり、迷子のサーバーは残らない', async () => {
    const dataDir = preparedFolder()
    const { child, acknowledged } = await writer(dataDir)
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
    const last = acknowledged()
    const postgres = await started(dataDir)
    const [row] = await query(postgres.config, 'select max(number)::int4 as last, count(*)::int4 as rows from written')
    expect(row?.['rows']).toBe(row?.['last'])
    expect(row?.['last']).toBeGreaterThanOrEqual(last)
    expect(last).toBeGreaterThanOrEqual(50)
  })

  test('動いているそばの二度目の起動は、理由を日本語と英語で言って断る', async () => {
    const dataDir = preparedFolder()
    const postgres = await started(dataDir)
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toMatchObject({
      code: 'already-running',
      message: expect.stringMatching(/もう KADO が動いています.*already running on this data folder/s),
    })
    expect(await findRunningPostgres(dataDir)).toEqual(postgres.config)
  })

  test('止まりかけのそばで起動すると、終わるのを待って起動する', async () => {
    const dataDir = preparedFolder()
    const first = await startEmbeddedPostgres({ dataDir })
    const stopped = first.stop()
    const second = await started(dataDir)
    await stopped
    expect(await query(second.config, 'select 1 as number')).toEqual([{ number: 1 }])
  })

  test('動いていなければ、接続先はない', async () => {
    expect(await findRunningPostgres(join(folder(), 'absent'))).toBeNull()
  })

  test.for([
    ['長い', 'とても長い名前のフォルダー'.repeat(4)],
    ['空白と引用符とコロンのある', `a b'c"d,e:f`],
  ])('%sパスでも起動する', async ([, name]) => {
    const dataDir = preparedFolder(join(folder(), name ?? '', 'データ'))
    const postgres = await started(dataDir)
    expect(Buffer.byteLength(`${String(postgres.config.host)}/.s.PGSQL.5432`)).toBeLessThan(108)
    expect(await query(postgres.config, 'select 1 as number')).toEqual([{ number: 1 }])
  })

  test('前の番号をほかのプログラムが使っていても起動する', async () => {
    const dataDir = preparedFolder()
    const { child } = await writer(dataDir)
    const file = join(dataDir, 'cluster', 'postmaster.pid')
    const held = readFileSync(file, 'utf8')
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
    while (existsSync(file)) await wait(20)
    const other = spawn('sleep', ['60'])
    ends.push(() => other.kill())
    writeFileSync(file, held.replace(/^\d+/, String(other.pid)))
    const postgres = await started(dataDir)
    expect(await query(postgres.config, 'select count(*) > 0 as found from written')).toEqual([{ found: true }])
  })

  test('テスト用は止めると跡を残さない', async () => {
    const postgres = await startEmbeddedPostgres({ ephemeral: true })
    const host = String(postgres.config.host)
    expect(existsSync(host)).toBe(true)
    await postgres.stop()
    expect(existsSync(host)).toBe(false)
  })
})

describe.skipIf(process.getuid?.() !== 0)('root で起動した同梱の PostgreSQL', { timeout: 60_000 }, () => {
  test('root だけが入れるフォルダーでも起動する', async () => {
    const outer = folder()
    chmodSync(outer, 0o700)
    const postgres = await started(preparedFolder(join(outer, 'data')))
    expect(await query(postgres.config, 'select 1 as number')).toEqual([{ number: 1 }])
  })

  test('ほかの利用者だけが入れるフォルダーでも起動する', async () => {
    const outer = folder()
    execFileSync('chown', ['1000:1000', outer])
    const postgres = await started(join(outer, 'data'))
    expect(await query(postgres.config, 'select 1 as number')).toEqual([{ number: 1 }])
  })

  test('一般の利用者のデータは、root が起動してもその利用者のもの', async () => {
    const dataDir = preparedFolder(join(folder(), 'data'))
    execFileSync('chown', ['-R', '1000:1000', dataDir])
    const postgres = await started(dataDir)
    expect(await query(postgres.config, 'create table kept as select 1 as number')).toEqual([])
    await postgres.stop()
    expect(execFileSync('find', [dataDir, '!', '-uid', '1000', '!', '-name', 'lock'], { encoding: 'utf8' })).toBe('')
  })

  test('名前空間が拒まれる環境では nobody になって起動し、どちらで作ったデータも互いに使える', async () => {
    const dataDir = preparedFolder(join(folder(), 'data'))
    const withoutNamespaces = join(folder(), 'bin')
    mkdirSync(withoutNamespaces)
    writeFileSync(join(withoutNamespaces, 'unshare'), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
    const first = await startEmbeddedPostgres({ dataDir })
    await first.stop()
    const { child, acknowledged } = await writer(dataDir, { env: { ...process.env, PATH: `${withoutNamespaces}:${process.env['PATH']}` } })
    expect(acknowledged()).toBeGreaterThanOrEqual(50)
    expect(execFileSync('stat', ['-c', '%u', join(dataDir, 'cluster')], { encoding: 'utf8' }).trim()).not.toBe('0')
    child.kill('SIGKILL')
    const postgres = await started(dataDir)
    expect(await query(postgres.config, 'select count(*) >= 50 as found from written')).toEqual([{ found: true }])
  })
})

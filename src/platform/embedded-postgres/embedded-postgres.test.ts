import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../db/db.ts'
import { migrate } from '../db/migrate.ts'
import { type EmbeddedPostgres, findRunningPostgres, ownerOf, startEmbeddedPostgres } from './embedded-postgres.ts'

/** What a test leaves behind is put away at its end, the last first. The tests run at once: each waits for disks and processes. */
type Ends = (end: () => Promise<void> | void) => void

function folder(atEnd: Ends): string {
  const dir = mkdtempSync(join(tmpdir(), 'kado-embedded-'))
  atEnd(() => rmSync(dir, { recursive: true, force: true }))
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
function preparedFolder(atEnd: Ends, dataDir = folder(atEnd)): string {
  mkdirSync(dataDir, { recursive: true })
  execFileSync('cp', ['-a', join(prepared, 'cluster'), dataDir])
  return dataDir
}

async function started(atEnd: Ends, dataDir: string): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir })
  atEnd(() => postgres.stop())
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

/** Its lock on the folder goes with the process, on a busy machine a moment after the signal. */
async function killed(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

/** Another process that starts the database on `dataDir`, inserts numbers and prints each one once it is committed. */
async function writer(
  atEnd: Ends,
  dataDir: string,
  options: { env?: NodeJS.ProcessEnv; uid?: number } = {},
): Promise<{ child: ChildProcess; acknowledged(): number }> {
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
  atEnd(() => void child.kill('SIGKILL'))
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  const acknowledged = () => Number(printed.slice(0, printed.lastIndexOf('\n')).split('\n').pop() ?? 0)
  for (let waited = 0; acknowledged() < 50 && waited < 400; waited++) await wait(50)
  return { child, acknowledged }
}

describe.concurrent('同梱の PostgreSQL', { timeout: 120_000 }, () => {
  test('データは止めて起動し直しても残り、外からの口はない', async ({ onTestFinished }) => {
    const dataDir = preparedFolder(onTestFinished)
    const first = await startEmbeddedPostgres({ dataDir })
    await query(first.config, 'create table kept as select 1 as number')
    await first.stop()
    const second = await started(onTestFinished, dataDir)
    expect(await query(second.config, 'select number from kept')).toEqual([{ number: 1 }])
    expect(
      await query(
        second.config,
        "select current_setting('listen_addresses') as tcp, current_setting('fsync') as fsync, current_setting('data_checksums') as sums",
      ),
    ).toEqual([{ tcp: '', fsync: 'on', sums: 'on' }])
    expect(
      await query(
        second.config,
        `select string_agg(kana, '' order by kana collate "ja-x-icu") as sorted from unnest(array['う','ア','い']) as kana`,
      ),
    ).toEqual([{ sorted: 'アいう' }])
  })

  test('データベースが kill -9 されても戻り、確定した行は失われない', async ({ onTestFinished }) => {
    const postgres = await started(onTestFinished, preparedFolder(onTestFinished))
    await query(postgres.config, 'create table kept (number int8)')
    for (let round = 1; round <= 2; round++) {
      await query(postgres.config, `insert into kept values (${round})`)
      const killed = postgres.pid()
      process.kill(killed ?? 0, 'SIGKILL')
      while (postgres.pid() === killed || postgres.pid() === null) await wait(20)
      expect(await query(postgres.config, 'select count(*)::int4 as rows from kept')).toEqual([{ rows: round }])
    }
  })

  test('長い計算の途中で kill -9 されても、数秒で戻る', async ({ onTestFinished }) => {
    const postgres = await started(onTestFinished, preparedFolder(onTestFinished))
    const calculating = query(postgres.config, 'select count(*) from generate_series(1, 30000) a, generate_series(1, 1000000) b')
    const lost = calculating.catch((error: unknown) => error)
    while ((await query(postgres.config, "select from pg_stat_activity where query like '%30000%' and state = 'active'")).length < 2)
      await wait(20)
    const killed = postgres.pid()
    process.kill(killed ?? 0, 'SIGKILL')
    for (const begun = Date.now(); postgres.pid() === killed || postgres.pid() === null; await wait(20))
      expect(Date.now() - begun).toBeLessThan(15_000)
    expect(await query(postgres.config, 'select 1 as number')).toEqual([{ number: 1 }])
    expect(await lost).toBeInstanceOf(Error)
  })

  test('アプリが kill -9 されても、次の起動で確定した行がすべてあり、迷子のサーバーは残らない', async ({ onTestFinished }) => {
    const dataDir = preparedFolder(onTestFinished)
    const { child, acknowledged } = await writer(onTestFinished, dataDir)
    const ended = new Promise((resolve) => child.once('exit', resolve))
    await killed(child)
    await ended
    const last = acknowledged()
    const postgres = await started(onTestFinished, dataDir)
    const [row] = await query(postgres.config, 'select max(number)::int4 as last, count(*)::int4 as rows from written')
    expect(row?.['rows']).toBe(row?.['last'])
    expect(row?.['last']).toBeGreaterThanOrEqual(last)
    expect(last).toBeGreaterThanOrEqual(50)
  })

  test('アプリのログインは、どの命令でも、与えられた権利のほかを得ない。前の版のフォルダーでも', async ({ onTestFinished }) => {
    const dataDir = preparedFolder(onTestFinished)
    const before = await startEmbeddedPostgres({ dataDir })
    await query(before.config, 'alter role kado_app nologin; create table kept as select 1 as number')
    await before.stop()
    const postgres = await started(onTestFinished, dataDir)
    const database = await openDatabase(postgres.config, { connections: 1 })
    onTestFinished(() => database.close())
    for (const back of ['reset role', 'reset session authorization', 'set session authorization default', 'discard all']) {
      await database.pool.query(back)
      const { rows } = await database.pool.query('select session_user as login, current_user as role')
      expect(rows).toEqual([{ login: 'kado_app', role: 'kado_app' }])
    }
    for (const refused of [
      'set role kado_owner',
      'set session authorization kado_owner',
      'select from kept',
      'create table taken (id int)',
      'create temporary table taken (id int)',
      'create schema taken',
      'create role taken',
      'create database taken',
      'create extension postgres_fdw',
      'alter role kado_app superuser',
      "select pg_read_file('PG_VERSION')",
      "copy (select 1) to program 'true'",
      "alter system set work_mem = '1MB'",
    ])
      await expect(database.pool.query(refused), refused).rejects.toThrow(/denied|only/)
  })

  test('表の持ち主はスーパーユーザーでない。スーパーユーザーが持っていた前の版のフォルダーも、次の起動で移る', async ({
    onTestFinished,
  }) => {
    const dataDir = preparedFolder(onTestFinished)
    const before = await startEmbeddedPostgres({ dataDir })
    await query(before.config, 'alter database kado owner to kado_owner; drop owned by kado_data; drop role kado_data')
    await migrate(before.config)
    await query(
      before.config,
      `create schema more; create type more.word as enum ('a'); create type more.pair as (a int, b int);
      create domain more.small as int; create materialized view more.seen as select 1 as one; create sequence more.counter`,
    )
    await before.stop()
    const { config } = await started(onTestFinished, dataDir)
    const owner = ownerOf(config)
    const left = await query(
      config,
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname !~ '^pg_|^information_schema$' and pg_get_userbyid(c.relowner) <> 'kado_data'
       union all select nspname from pg_namespace where nspname !~ '^pg_|^information_schema$|^public$' and pg_get_userbyid(nspowner) <> 'kado_data'
       union all select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
         where n.nspname !~ '^pg_|^information_schema$' and pg_get_userbyid(p.proowner) <> 'kado_data'
       union all select t.oid::regtype::text from pg_type t join pg_namespace n on n.oid = t.typnamespace
         where n.nspname !~ '^pg_|^information_schema$' and pg_get_userbyid(t.typowner) <> 'kado_data'`,
    )
    expect(left).toEqual([])
    // It migrates, and what it may do ends there.
    expect((await migrate(owner)).migrations).toBeGreaterThan(20)
    await query(owner, 'create table platform.later (id int); drop table platform.later')
    for (const refused of [
      'create role taken',
      'create database taken',
      'alter role kado_data superuser',
      'set role kado_owner',
      "select pg_read_file('PG_VERSION')",
      "copy (select 1) to program 'true'",
      "alter system set work_mem = '1MB'",
      'set session_replication_role = replica',
    ])
      await expect(query(owner, refused), refused).rejects.toThrow(/denied|only/)
    const database = await openDatabase(owner, { connections: 1 })
    onTestFinished(() => database.close())
    expect((await database.pool.query('select session_user as login')).rows).toEqual([{ login: 'kado_app' }])
  })

  test('動いているそばの二度目の起動は、理由を日本語と英語で言って断る', async ({ onTestFinished }) => {
    const dataDir = preparedFolder(onTestFinished)
    const postgres = await started(onTestFinished, dataDir)
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toMatchObject({
      code: 'already-running',
      message: expect.stringMatching(/もう KADO が動いています.*already running on this data folder/s),
    })
    expect(await findRunningPostgres(dataDir)).toEqual(postgres.config)
  })

  test('止まりかけのそばで起動すると、終わるのを待って起動する', async ({ onTestFinished }) => {
    const dataDir = preparedFolder(onTestFinished)
    const first = await startEmbeddedPostgres({ dataDir })
    const stopped = first.stop()
    const second = await started(onTestFinished, dataDir)
    await stopped
    expect(await query(second.config, 'select 1 as number')).toEqual([{ number: 1 }])
  })

  test('動いていなければ、接続先はない', async ({ onTestFinished }) => {
    expect(await findRunningPostgres(join(folder(onTestFinished), 'absent'))).toBeNull()
  })

  test.for([
    ['長い', 'とても長い名前のフォルダー'.repeat(4)],
    ['空白と引用符とコロンのある', `a b'c"d,e:f`],
  ])('%sパスでも起動する', async ([, name], { onTestFinished }) => {
    const dataDir = preparedFolder(onTestFinished, join(folder(onTestFinished), name ?? '', 'データ'))
    const postgres = await started(onTestFinished, dataDir)
    expect(Buffer.byteLength(`${String(postgres.config.host)}/.s.PGSQL.5432`)).toBeLessThan(108)
    expect(await query(postgres.config, 'select 1 as number')).toEqual([{ number: 1 }])
  })

  test('前の番号をほかのプログラムが使っていても起動する', async ({ onTestFinished }) => {
    const dataDir = preparedFolder(onTestFinished)
    const { child } = await writer(onTestFinished, dataDir)
    const file = join(dataDir, 'cluster', 'postmaster.pid')
    const held = readFileSync(file, 'utf8')
    const ended = new Promise((resolve) => child.once('exit', resolve))
    await killed(child)
    await ended
    while (existsSync(file)) await wait(20)
    const other = spawn('sleep', ['60'])
    onTestFinished(() => void other.kill())
    writeFileSync(file, held.replace(/^\d+/, String(other.pid)))
    const postgres = await started(onTestFinished, dataDir)
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

describe.skipIf(process.getuid?.() !== 0).concurrent('root で起動した同梱の PostgreSQL', { timeout: 120_000 }, () => {
  test('root だけが入れるフォルダーでも起動する', async ({ onTestFinished }) => {
    const outer = folder(onTestFinished)
    chmodSync(outer, 0o700)
    const postgres = await started(onTestFinished, preparedFolder(onTestFinished, join(outer, 'data')))
    expect(await query(postgres.config, 'select 1 as number')).toEqual([{ number: 1 }])
  })

  test('ほかの利用者だけが入れるフォルダーでも起動する', async ({ onTestFinished }) => {
    const outer = folder(onTestFinished)
    execFileSync('chown', ['1000:1000', outer])
    const postgres = await started(onTestFinished, join(outer, 'data'))
    expect(await query(postgres.config, 'select 1 as number')).toEqual([{ number: 1 }])
  })

  test('一般の利用者のデータは、root が起動してもその利用者のもの', async ({ onTestFinished }) => {
    const dataDir = preparedFolder(onTestFinished, join(folder(onTestFinished), 'data'))
    execFileSync('chown', ['-R', '1000:1000', dataDir])
    const postgres = await started(onTestFinished, dataDir)
    expect(await query(postgres.config, 'create table kept as select 1 as number')).toEqual([])
    await postgres.stop()
    expect(execFileSync('find', [dataDir, '!', '-uid', '1000', '!', '-name', 'lock'], { encoding: 'utf8' })).toBe('')
  })

  test('名前空間が拒まれる環境では nobody になって起動し、どちらで作ったデータも互いに使える', async ({ onTestFinished }) => {
    const dataDir = preparedFolder(onTestFinished, join(folder(onTestFinished), 'data'))
    const withoutNamespaces = join(folder(onTestFinished), 'bin')
    mkdirSync(withoutNamespaces)
    writeFileSync(join(withoutNamespaces, 'unshare'), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
    const first = await startEmbeddedPostgres({ dataDir })
    await first.stop()
    const { child, acknowledged } = await writer(onTestFinished, dataDir, {
      env: { ...process.env, PATH: `${withoutNamespaces}:${process.env['PATH']}` },
    })
    expect(acknowledged()).toBeGreaterThanOrEqual(50)
    expect(execFileSync('stat', ['-c', '%u', join(dataDir, 'cluster')], { encoding: 'utf8' }).trim()).not.toBe('0')
    await killed(child)
    const postgres = await started(onTestFinished, dataDir)
    expect(await query(postgres.config, 'select count(*) >= 50 as found from written')).toEqual([{ found: true }])
  })
})

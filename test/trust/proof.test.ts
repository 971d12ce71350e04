import { execFile } from 'node:child_process'
import { readdirSync, rmSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appendAudit, verifyAudit } from '../../src/platform/audit.ts'
import { type Database, type Db, openDatabase } from '../../src/platform/db/db.ts'
import { verifyDocuments } from '../../src/platform/documents.ts'
import { compareHeads } from '../../src/platform/proof/compare-head.ts'
import { headKey, makeHead, type SignedHead } from '../../src/platform/proof/head.ts'
import { sealedRelations, verifySeals } from '../../src/platform/proof/seals.ts'
import { jobs, proofs } from '../../src/money/jobs.ts'
import { freshDatabase, type FreshDatabase } from '../support/database.ts'
import { batchOf, closeMonthOf, setOperatorAccount } from '../support/money.ts'
import { plantHalf } from '../support/planted.ts'
import { createProgramme, type World } from '../support/world.ts'

const root = dirname(dirname(import.meta.dirname))
const secret = 'a secret that is not in the database'
const key = headKey(secret)

let fresh: FreshDatabase
let database: Database
let world: World
let other: World
let owner: string
/** The head that is kept elsewhere. */
let head: SignedHead

beforeAll(async () => {
  fresh = await freshDatabase()
  // By an address the superuser steps down only, as on a PostgreSQL of one's own; so the test can step up again.
  const { host, port, user, database: name } = fresh.config
  database = await openDatabase({ connectionString: `postgresql://${user}@/${name}?host=${host}&port=${port}` })
  world = await createProgramme(database)
  other = await createProgramme(database)
  await plantHalf(world, 'a')
  await plantHalf(world, 'b')
  await setOperatorAccount(world)
  const closeId = await closeMonthOf(world, '2026-10-01', '2026-11-16T03:00:00Z')
  await batchOf(world, closeId, 'recorded')
  for (const job of jobs) await job.run(database, { programmeId: world.programmeId, closeId })
  const act = (n: number) => ({ subject: null, inputHash: `hash-${n}`, facts: [], things: [] })
  for (let n = 0; n < 40; n++) await world.inside(async (db) => appendAudit(world.context(db), 'test.act', act(n)))
  owner = await world.inside(async (db) => (await sql<{ name: string }>`select session_user as name`.execute(db)).rows[0]?.name ?? '')
  head = await database.transaction({ programmeId: null, userId: null }, (db) => makeHead(db, key, world.now))
}, 60_000)
afterAll(async () => {
  await database.close()
  await fresh.drop()
})

/** Touches the database as its superuser with all triggers off, answers the places that are found, and undoes everything. */
function found(tamper: (db: Db) => Promise<unknown>): Promise<string[]> {
  const identity = { programmeId: world.programmeId, userId: null }
  const work = async (db: Db) => {
    await sql`set local role ${sql.id(owner)}`.execute(db)
    await sql`set local session_replication_role = replica`.execute(db)
    await tamper(db)
    await sql`set local role kado_app`.execute(db)
    await sql`select set_config('kado.programme', ${world.programmeId}, true)`.execute(db)
    const places = [
      ...(await verifyAudit(db)).broken.map(({ lane, seq, reason }) => `audit ${lane} ${seq} ${reason}`),
      ...(await verifyDocuments(db)).broken.map((place) => `document ${place}`),
      ...(await verifySeals(db)).broken.map(({ relation, key: row, reason }) => `${relation} ${row} ${reason}`),
    ]
    for (const { name, find } of proofs) places.push(...(await find(db)).map(({ place }) => `${name} ${place}`))
    const heads = await compareHeads(db, key, [head])
    return [...places, ...heads.map((each) => `head ${each.number} ${each.reason} ${each.programmeId ?? ''} ${each.place ?? ''}`.trimEnd())]
  }
  return database.transaction(identity, work, { rollback: true })
}

const run = (text: string) => async (db: Db) => {
  for (const statement of text.split(';')) await sql.raw(statement).execute(db)
}

test('what nobody touched is whole', async () => {
  expect(await found(async () => {})).toEqual([])
})

test.for<[string, string | ((db: Db) => Promise<unknown>), RegExp]>([
  ['an entry of the log changed', `update platform.audit set entry = replace(entry, 'hash-7', 'hash-8')`, /^audit \d+ \d+ changed$/],
  ['an entry of the log removed', `delete from platform.audit where entry like '%hash-11%'`, /^audit \d+ \d+ missing$/],
  ['the end of a lane removed', (db) => lastOfLane(db, false), /^audit \d+ \d+ missing$/],
  ['the end of a lane removed with its head', (db) => lastOfLane(db, true), /^head 1 lane .+ \d+ \d+$/],
  ['a head removed and its lane forged', forgedLane, /^audit \d+ \d+ added$/],
  [
    'a document removed',
    `delete from platform.document where kind = 'statement' and version = 1 and number like '%1'`,
    /^document statement .+ (unlinked|missing)$/,
  ],
  ['the last document removed with its series moved back', lastDocument, /^head 1 series .+ statement \d+$/],
  ['the content of a document changed', `update platform.document set data = data || '{"x": 1}'`, /^document statement \S+ v1 changed$/],
  [
    'amount, party, date, owner and retention of documents changed',
    `update platform.document set amount_yen = 1, counterparty_name = 'x',
     transaction_on = '2020-01-01', owner_user_id = 'x', retain_until = '2020-01-01'`,
    /^platform\.document \S+ changed$/,
  ],
  [
    'one column outside the hash changed',
    `update platform.document set retain_until = retain_until - 1 where kind = 'statement'`,
    /^platform\.document \S+ changed$/,
  ],
  ['everything removed', everything, /^head 1 lane/],
  [
    'a programme taken off the list',
    (db) => run(`delete from platform.tenant_list where id = '${other.programmeId}'`)(db),
    /^head 1 off-the-list/,
  ],
  [
    'a programme taken off both lists',
    (db) =>
      run(`delete from platform.tenant_list where id = '${other.programmeId}';
     delete from platform.known_tenant where id = '${other.programmeId}'`)(db),
    /^head 1 off-the-list/,
  ],
  [
    'both sides of an entry changed',
    `update money.posting set debit_yen = debit_yen * 2, credit_yen = credit_yen * 2`,
    /^money\.posting \S+ \d changed$/,
  ],
  ['one side of an entry changed', `update money.posting set debit_yen = debit_yen + 1 where debit_yen > 0`, /^books entries \S+$/],
  [
    'an entry put in',
    `insert into money.entry (programme_id, id, kind, entry_on, source_id)
       select programme_id, gen_random_uuid(), 'cost', entry_on, gen_random_uuid() from money.entry limit 1`,
    /^money\.entry \S+ added$/,
  ],
  ['a yearly sum of a person changed', `update money.worker_year set paid_yen = paid_yen + 1`, /^books worker-year \d+ \S+$/],
  [
    'a yearly sum counted for another city',
    `update money.worker_year set municipality_id = gen_random_uuid()`,
    /^money\.worker_year .+ changed$/,
  ],
  [
    'a yearly sum of the programme changed',
    `update money.programme_year set worker_yen = worker_yen + 1`,
    /^books programme-year \d+ \S+$/,
  ],
  ['a sum of a day changed', `update money.account_day set debit_yen = debit_yen + 1`, /^books account-day \S+ \S+$/],
  ['a sum of a day removed', `delete from money.account_day`, /^books account-day \S+ \S+$/],
  ['a yearly sum removed', `delete from money.worker_year`, /^books worker-year \d+ \S+$/],
  [
    'the line of a statement moved',
    `update money.statement_line set statement_id = (select id from money.statement order by random() limit 1)`,
    /^books statement \S+$/,
  ],
  [
    'the seal forged with its row',
    `update money.entry set description = 'x'; delete from platform.seal where relation = 'money.entry';
     insert into platform.seal (programme_id, relation, sealed_rows, head_number)
     select programme_id, 'money.entry', string_agg(key || ' ' || digest, chr(10)), 1 from money.sealed_entry() group by 1`,
    /^head 1 seals .+ money\.entry$/,
  ],
  [
    'the head in the database forged',
    `update platform.head set body = replace(body, '"number":1', '"number":1,"x":2')`,
    /^head 1 (forged|changed)$/,
  ],
  ['the head in the database removed', `delete from platform.head`, /^head 1 missing$/],
  ['an approval of two moved to another person', `update money.batch_approval set approved_by = 'x'`, /^money\.batch_approval .+ missing$/],
  [
    'a role put in',
    `insert into programme.membership (programme_id, id, user_id, role, scope_kind, scope_id)
     select programme_id, gen_random_uuid(), 'x', 'administrator', 'programme', programme_id from platform.document limit 1`,
    /^programme\.membership \S+ added$/,
  ],
  ['a bank account changed', `update people.bank_account set account_number = '7654321'`, /^people\.bank_account .+ changed$/],
])('found with its place: %s', async ([, tamper, place]) => {
  const places = await found(typeof tamper === 'string' ? run(tamper) : tamper)
  expect(places.filter((each) => place.test(each)).length, places.slice(0, 10).join('\n')).toBeGreaterThan(0)
})

async function lastOfLane(db: Db, withHead: boolean): Promise<void> {
  await sql`delete from platform.audit a using platform.audit_head h where h.lane = (select min(lane) from platform.audit_head where seq > 1)
    and a.lane = h.lane and a.seq = h.seq and a.programme_id = h.programme_id`.execute(db)
  if (withHead) {
    await sql`update platform.audit_head h set seq = a.seq, hash = a.hash from platform.audit a
      where h.lane = (select min(lane) from platform.audit_head where seq > 1) and a.lane = h.lane and a.seq = h.seq - 1`.execute(db)
  }
}

async function forgedLane(db: Db): Promise<void> {
  const lane = sql`(select min(lane) from platform.audit)`
  await sql`delete from platform.audit_head where lane = ${lane}`.execute(db)
  await sql`delete from platform.audit where lane = ${lane} and seq > 1`.execute(db)
  await sql`update platform.audit set entry = replace(entry, 'hash', 'hush'),
    hash = sha256('\\x00'::bytea || convert_to(replace(entry, 'hash', 'hush'), 'UTF8'))
    where lane = ${lane}`.execute(db)
}

async function lastDocument(db: Db): Promise<void> {
  await sql`with last as (
      delete from platform.document d using platform.document_series s 
      where s.kind = 'statement' and d.kind = s.kind and d.sha256 = s.last_sha256 returning d.previous_sha256
    ) update platform.document_series s set last_number = last_number - 1, last_sha256 = last.previous_sha256 from last where kind = 'statement'`.execute(
    db,
  )
  await sql`delete from platform.seal where relation = 'platform.document'`.execute(db)
  await sql`insert into platform.seal (programme_id, relation, sealed_rows, head_number)
    select programme_id, 'platform.document', string_agg(key || ' ' || digest, chr(10)), 1 from platform.sealed_document() group by 1`.execute(
    db,
  )
}

async function everything(db: Db): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'programme_id' where c.relkind = 'r'`.execute(db)
  for (const { name } of rows) await sql`delete from ${sql.raw(name)}`.execute(db)
  await run('delete from platform.head; delete from platform.tenant_list; delete from platform.known_tenant')(db)
}

/** One random touch of a row: a column changed, the row removed, or one put in. Answers the table and key whose place must be named. */
async function touchOne(db: Db, relations: readonly string[], before: ReadonlySet<string>): Promise<string | null> {
  const relation = relations[Math.floor(Math.random() * relations.length)] ?? ''
  const [schema = '', table = ''] = relation.split('.')
  const rowsOf = sql`${sql.id(schema, `sealed_${table}`)}()`
  const { rows } = await sql<{
    key: string
  }>`select key from ${rowsOf} where programme_id = ${world.programmeId} order by random() limit 1`.execute(db)
  const row = rows[0]?.key
  if (row === undefined || before.has(`${relation} ${row}`)) return null
  const { rows: columns } = await sql<{ name: string; type: string; isKey: boolean }>`
    select a.attname as name, format_type(a.atttypid, null) as type,
           exists (select from pg_index i where i.indrelid = a.attrelid and i.indisprimary and a.attnum = any(i.indkey)) as is_key
    from pg_attribute a where a.attrelid = ${relation}::regclass and a.attnum > 0 and not a.attisdropped order by random()`.execute(db)
  const keys = await sql<{ name: string }>`
    select a.attname as name from pg_index i cross join unnest(i.indkey) with ordinality k (n, at)
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.n
    where i.indrelid = ${relation}::regclass and i.indisprimary and a.attname <> 'programme_id' order by k.at`.execute(db)
  const here = sql`${sql.join(
    keys.rows.map(({ name }) => sql`${sql.id(name)}::text`),
    sql` || ' ' || `,
  )} = ${row}`
  const at = sql.table(relation)
  if (Math.random() < 0.25) await sql`delete from ${at} where ${here}`.execute(db)
  else {
    const column = columns.find(({ name, isKey, type }) => !isKey && name !== 'programme_id' && type in anotherValue)
    if (!column) return null
    await sql`savepoint touch`.execute(db)
    try {
      const changed =
        await sql`update ${at} set ${sql.id(column.name)} = ${sql.raw(anotherValue[column.type]?.(column.name) ?? '')} where ${here}`.execute(
          db,
        )
      if (changed.numAffectedRows !== 1n) return null
    } catch {
      await sql`rollback to savepoint touch`.execute(db)
      return null
    }
  }
  return `${relation} ${row}`
}

/** Another value of each type, by the name of its column. */
const anotherValue: Record<string, (column: string) => string> = {
  text: (column) => `coalesce("${column}", '') || 'x'`,
  bigint: (column) => `coalesce("${column}", 0) + 1`,
  integer: (column) => `coalesce("${column}", 0) + 1`,
  boolean: (column) => `not coalesce("${column}", false)`,
  date: (column) => `coalesce("${column}", current_date) + 1`,
  uuid: () => 'gen_random_uuid()',
  jsonb: (column) => `jsonb_build_object('x', "${column}")`,
  bytea: (column) => `coalesce("${column}", '') || '\\x00'`,
  'timestamp with time zone': (column) => `coalesce("${column}", now()) + interval '1 microsecond'`,
}

test('1,000 random touches are found, each with its place', { timeout: 300_000 }, async () => {
  const relations = await world.inside(sealedRelations)
  let count = 0
  while (count < 1_000) {
    const touched = new Set<string>()
    const places = await found(async (db) => {
      for (let n = 0; n < 40; n++) {
        const place = await touchOne(db, relations, touched)
        if (place !== null) touched.add(place)
      }
    })
    const missed = [...touched].filter((place) => !places.some((each) => each.startsWith(`${place} `)))
    expect(missed).toEqual([])
    count += touched.size
  }
  process.stdout.write(`${count} random touches of ${relations.length} tables, all found\n`)
})

test('every append-only table is sealed with all its columns, or proved by its sums', async () => {
  const client = new pg.Client(fresh.config)
  await client.connect()
  const { rows } = await client.query<{ relation: string; missing: string[] }>(`
    select n.nspname || '.' || c.relname as relation, array_agg(a.attname) as missing
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_proc p on p.pronamespace = n.oid and p.proname = 'seal_' || c.relname
    where t.tgname in ('append_only', 'seal_insert') and coalesce(p.prosrc !~ ('row\\(.*\\mr\\.' || a.attname || '\\M.*\\)'), true)
    group by 1 order by 1`)
  await client.end()
  expect(rows.map(({ relation }) => relation)).toEqual(['money.statement_line'])
})

test(
  'kado verify ends with 1 and names the place; what was whole becomes the head that is compared next',
  { timeout: 120_000 },
  async () => {
    const mine = await freshDatabase()
    const [data, elsewhere] = [mkdtempSync(join(tmpdir(), 'kado-proof-')), mkdtempSync(join(tmpdir(), 'kado-heads-'))]
    const base = await openDatabase(mine.config)
    const { host = '', port = 5432, user = '', database: name = '', password } = mine.config
    const login = typeof password === 'string' ? `${user}:${password}` : user
    const env = {
      ...process.env,
      KADO_DATA_DIR: data,
      KADO_HEADS_DIR: elsewhere,
      DATABASE_URL: `postgres://${login}@/${name}?host=${encodeURIComponent(host)}&port=${port}`,
      LANG: 'en_US.UTF-8',
      LC_ALL: undefined,
    }
    const verify = () =>
      new Promise<{ status: number; stdout: string; stderr: string }>((resolve) => {
        execFile(join(root, 'bin', 'kado'), ['verify'], { env, timeout: 60_000 }, (error, stdout, stderr) =>
          resolve({ status: error === null ? 0 : Number(error.code ?? -1), stdout, stderr }),
        )
      })
    try {
      const programme = await createProgramme(base)
      await plantHalf(programme, 'c')
      const whole = await verify()
      expect(whole.stderr).toBe('')
      expect(whole.status).toBe(0)
      expect(readdirSync(elsewhere)).toEqual([expect.stringMatching(/^head-\d+-\d+-000001\.json$/)])
      expect(readdirSync(join(data, 'heads'))).toEqual([expect.stringMatching(/^head-\d+-\d+-000001\.json$/)])
      const client = new pg.Client(mine.config)
      await client.connect()
      await client.query("set session_replication_role = replica; update people.bank_account set holder_kana = 'x'")
      await client.end()
      const touched = await verify()
      expect(touched.status).toBe(1)
      expect(touched.stderr).toMatch(/table people\.bank_account row \S+ was changed/)
      expect(touched.stderr).toMatch(/1 places are not as they were written/)
      expect(readdirSync(elsewhere)).toEqual([expect.stringMatching(/^head-\d+-\d+-000001\.json$/)])
    } finally {
      await base.close()
      await mine.drop()
      for (const folder of [data, elsewhere]) rmSync(folder, { recursive: true, force: true })
    }
  },
)

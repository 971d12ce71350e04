import pg from 'pg'
import { execute, newId } from '../../src/platform/action.ts'
import type { Actor } from '../../src/platform/access.ts'
import { openDatabase } from '../../src/platform/db/db.ts'
import { closeMonth } from '../../src/money/actions/close-month.ts'
import { payOnOfClose, previewClose } from '../../src/money/store/closing.ts'
import { calendarDate } from '../../src/units/calendar-date.ts'
import '../../src/programme/rules/roles.ts'

const workers = 10_000
const payablesOfEach = 10
const month = '2026-10-01'
const now = new Date('2026-11-16T03:00:00Z')

/**
 * Closes a month of 100,000 payables by the action that people use, and writes the same statements, lines and postings
 * once more by bare SQL in sets, into tables with the same keys and references, without preview, row-level security, log,
 * balance check and yearly sums.
 */
export async function benchClose(
  config: pg.ClientConfig,
  programmeId: string,
): Promise<{ oursSeconds: number; bareSeconds: number; count: number }> {
  const owner = new pg.Client(config)
  await owner.connect()
  try {
    await seedPayables(owner, programmeId)
    await makeBareTables(owner)
    const bareSeconds = await timed(() => bareClose(owner, programmeId))
    const oursSeconds = await ourClose(config, programmeId)
    await refuseDifference(owner, programmeId)
    return { oursSeconds, bareSeconds, count: workers * payablesOfEach }
  } finally {
    await owner.end()
  }
}

async function ourClose(config: pg.ClientConfig, programmeId: string): Promise<number> {
  const database = await openDatabase(config, { connections: 2 })
  try {
    const totals = await database.transaction(
      { programmeId, userId: null },
      async (db) => previewClose(db, calendarDate(month), await payOnOfClose(db, calendarDate(month), calendarDate('2026-11-16'))),
      { readOnly: true },
    )
    const input = { month, expectedLineCount: totals.lineCount, expectedNetYen: totals.netYen, leaveWaiting: true }
    const actor: Actor = { userId: 'bench', grants: [{ role: 'office', scopeKind: 'programme', scopeId: programmeId }], fresh: true }
    return await timed(async () => {
      const result = await execute(database, closeMonth, { programmeId, key: newId(), input, now }, async () => actor, actor.userId)
      if (!result.ok) throw new Error(`the close was refused: ${result.refusal.code}`)
    })
  } finally {
    await database.close()
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1_000
}

async function seedPayables(owner: pg.Client, programmeId: string): Promise<void> {
  await owner.query("select set_config('kado.programme', $1, false)", [programmeId])
  const municipality = newId()
  await owner.query("insert into programme.municipality (programme_id, id, name, joined_on) values ($1, $2, 'Bench', '2024-04-01')", [
    programmeId,
    municipality,
  ])
  await owner.query(
    `insert into people.worker (programme_id, id, number, state, name, kana, display_name, email, prefecture, municipality_id, applied_on, registered_on)
     select $1, gen_random_uuid(), 100000 + n, 'active', 'Bench', 'ベンチ', 'Bench', n || '@people.example', '長野県', $2, '2025-04-01', '2025-04-01'
     from generate_series(1, $3::int) n`,
    [programmeId, municipality, workers],
  )
  await owner.query(
    `insert into money.payable (programme_id, submission_id, worker_id, package_id, order_id, municipality_id, description, amount_yen,
      withholding, received_on, accepted_on, pay_on)
     select $1, gen_random_uuid(), w.id, $2, $2, $3, 'Bench', 1000 + n * 7, case when n % 2 = 0 then 'subject' else 'not-subject' end,
            '2026-10-15', '2026-10-16', '2026-11-25'
     from people.worker w cross join generate_series(1, $4::int) n where w.programme_id = $1 and w.name = 'Bench'`,
    [programmeId, newId(), municipality, payablesOfEach],
  )
  await owner.query('vacuum analyze people.worker, money.payable')
}

async function bareClose(owner: pg.Client, programmeId: string): Promise<void> {
  await owner.query('begin')
  await owner.query(
    `insert into bare.statement (programme_id, id, close_id, worker_id, kind, subtotal_yen, tax_yen, total_yen, withholding_base_yen,
      withholding_yen, net_yen, creditable_yen, credit_percent, pay_on, issued_at, root_id)
     select $1, id, $1, worker_id, 'payment-notice', base, base / 10, base + base / 10, subject, subject * 1021 / 10000,
            base + base / 10 - subject * 1021 / 10000, 0, 70, '2026-11-25', now(), id
     from (select gen_random_uuid() as id, worker_id, sum(amount_yen)::bigint as base,
                  coalesce(sum(amount_yen) filter (where withholding = 'subject'), 0)::bigint as subject
           from money.payable where programme_id = $1 and received_on <= '2026-10-31' group by worker_id) s`,
    [programmeId],
  )
  await owner.query(
    `insert into bare.statement_line (programme_id, submission_id, statement_id, withholding)
     select p.programme_id, p.submission_id, s.id, p.withholding from money.payable p join bare.statement s using (programme_id, worker_id)
     where p.programme_id = $1`,
    [programmeId],
  )
  await owner.query(
    `insert into bare.entry (programme_id, id, kind, entry_on, source_id)
     select programme_id, gen_random_uuid(), 'payable', '2026-10-31', id from bare.statement`,
  )
  await owner.query(
    `insert into bare.posting (programme_id, entry_id, line, account, debit_yen, credit_yen, worker_id)
     select e.programme_id, e.id, v.line, v.account, v.debit_yen, v.credit_yen, s.worker_id from bare.entry e join bare.statement s on s.id = e.source_id
     cross join lateral (values (1, 'input-tax', s.tax_yen, 0::bigint), (2, 'accounts-payable', 0::bigint, s.tax_yen)) v(line, account, debit_yen, credit_yen)`,
  )
  await owner.query('commit')
}

/** Both have made the same: otherwise their times say nothing. */
async function refuseDifference(owner: pg.Client, programmeId: string): Promise<void> {
  const sums = (schema: string) =>
    `select count(*), sum(net_yen), sum(tax_yen), (select count(*) from ${schema}.statement_line) from ${schema}.statement`
  const { rows } = await owner.query(`${sums('money')} where programme_id = $1 union ${sums('bare')}`, [programmeId])
  if (rows.length !== 1) throw new Error(`the two closes differ: ${JSON.stringify(rows)}`)
}

/** The tables of the peer: columns, keys, indexes, checks and references as ours. */
const makeBareTables = (owner: pg.Client) =>
  owner.query(`create schema bare;
    create table bare.statement (like money.statement including all);
    create table bare.statement_line (like money.statement_line including all,
      foreign key (programme_id, submission_id) references money.payable, foreign key (programme_id, statement_id) references bare.statement);
    create table bare.entry (like money.entry including all);
    create table bare.posting (like money.posting including all, foreign key (programme_id, entry_id) references bare.entry)`)

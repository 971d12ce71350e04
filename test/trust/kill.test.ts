import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../src/platform/action.ts'
import { verifyAudit } from '../../src/platform/audit.ts'
import { openDatabase } from '../../src/platform/db/db.ts'
import { findRunningPostgres } from '../../src/platform/embedded-postgres/embedded-postgres.ts'
import { freePort, startServer, type RunningServer } from '../support/server.ts'

/** The product with its own database, killed while it is written to. `KADO_TRUST=long` kills each part thirty times. */
const rounds = process.env['KADO_TRUST'] === 'long' ? 30 : 3
let killed: Product
beforeAll(async () => {
  killed = await product()
})
afterAll(async () => {
  await killed.server.stop('SIGKILL')
  rmSync(killed.dataDir, { recursive: true, force: true })
})

interface Product {
  server: RunningServer
  dataDir: string
  port: number
  programmeId: string
  cookie: string
}

async function product(): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kado-kill-'))
  const port = await freePort()
  const started: Product = { server: await start(dataDir, port), dataDir, port, programmeId: newId(), cookie: '' }
  const { url } = started.server
  const account = { name: 'Sales', email: 'sales@people.example', password: 'killed and restarted' }
  const auth = (path: string) =>
    fetch(`${url}/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify(account),
    })
  await auth('sign-up/email')
  const signedIn = await auth('sign-in/email')
  const { user } = (await signedIn.json()) as { user: { id: string } }
  started.cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  await withOwner(dataDir, async (client) => {
    await client.query("select set_config('kado.programme', $1, false)", [started.programmeId])
    await client.query(
      `insert into programme.programme (programme_id, name, operator_name, first_fiscal_year, last_fiscal_year, second_factor_required)
       values ($1, 'Killed', 'Killed', 2026, 2028, false)`,
      [started.programmeId],
    )
    await client.query(
      "insert into programme.membership (programme_id, id, user_id, role, scope_kind, scope_id) values ($1, $2, $3, 'sales', 'programme', $1)",
      [started.programmeId, newId(), user.id],
    )
  })
  return started
}

const start = (dataDir: string, port: number) =>
  startServer({ port, dataDir, env: { KADO_DEMO: 'false', DATABASE_URL: undefined, KADO_RATE_LIMIT: '100000000' } })

/** Connections of a killed database acknowledge for a moment more, so the next one may not be there yet. */
async function withOwner<T>(dataDir: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  for (const begun = Date.now(); ; await wait(100)) {
    const config = await findRunningPostgres(join(dataDir, 'postgres'))
    if (!config) throw new Error('the database does not run')
    const client = new pg.Client(config)
    const failure = await client.connect().then(
      () => null,
      (error: unknown) => error,
    )
    if (failure === null) return work(client).finally(() => client.end())
    if (Date.now() - begun > 30_000) throw failure
  }
}

/** Writes without pause until told to stop; notes every id that was acknowledged, and every other answer. */
function writeUntilStopped({ server: { url }, programmeId, cookie }: Product, prefix: string) {
  const acknowledged: string[] = []
  const refused: Record<string, number> = {}
  let stopped = false
  const writer = async (name: string) => {
    for (let n = 0; !stopped; n++) {
      const input = {
        name: `${prefix}-${name}-${n}`,
        nameKana: '',
        postalAddress: '',
        contactName: '',
        contactEmail: '',
        contactPhone: '',
        paymentTerms: '',
        paymentDueDays: 30,
        isPublicBody: false,
        note: '',
      }
      const headers = { cookie, 'x-kado-programme': programmeId, 'content-type': 'application/json', 'idempotency-key': newId() }
      const outcome = await fetch(`${url}/api/sales/record-client`, { method: 'POST', headers, body: JSON.stringify(input) }).then(
        async (answer) =>
          answer.status === 200
            ? ((await answer.json()) as { clientId: string }).clientId
            : `status ${answer.status}: ${await answer.text()}`,
        () => 'no connection',
      )
      if (/^[0-9a-f-]{36}$/.test(outcome)) acknowledged.push(outcome)
      else {
        refused[outcome] = (refused[outcome] ?? 0) + 1
        await wait(20)
      }
    }
  }
  const writers = Promise.all(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(writer))
  return {
    acknowledged,
    refused,
    async stop() {
      stopped = true
      await writers
    },
  }
}

/** Everything that was acknowledged is there, and the log and the books are whole. */
async function expectNothingLost({ dataDir, programmeId }: Product, acknowledged: readonly string[]): Promise<void> {
  const lost = await withOwner(dataDir, async (client) => {
    const { rows } = await client.query<{ id: string }>('select id from sales.client where programme_id = $1', [programmeId])
    const present = new Set(rows.map(({ id }) => id))
    const { rows: unbalanced } = await client.query(
      'select entry_id from money.posting group by programme_id, entry_id having sum(debit_yen) <> sum(credit_yen)',
    )
    expect(unbalanced).toEqual([])
    // A write, its line in the log and its answer are one transaction.
    const {
      rows: [counts],
    } = await client.query<{ written: number; logged: number; answered: number }>(
      `select (select count(*)::int from sales.client) as written, (select count(*)::int from platform.audit) as logged,
              (select count(*)::int from platform.idempotency where answer is not null) as answered`,
    )
    expect(counts).toEqual({ written: rows.length, logged: rows.length, answered: rows.length })
    return acknowledged.filter((id) => !present.has(id))
  })
  expect(lost).toEqual([])
  const config = await findRunningPostgres(join(dataDir, 'postgres'))
  const database = await openDatabase(config ?? {}, { connections: 1 })
  try {
    expect((await database.transaction({ programmeId, userId: null }, (db) => verifyAudit(db), { readOnly: true })).broken).toEqual([])
  } finally {
    await database.close()
  }
}

/** Some moment of the next second, another one in each round. */
const moment = (round: number) => 250 + ((round * 7_919) % 700)

test('an application that is killed loses nothing that it acknowledged', { timeout: rounds * 40_000 }, async () => {
  const acknowledged: string[] = []
  for (let round = 0; round < rounds; round++) {
    const writing = writeUntilStopped(killed, `app-${round}`)
    await wait(moment(round))
    await killed.server.stop('SIGKILL')
    await writing.stop()
    acknowledged.push(...writing.acknowledged)
    killed.server = await start(killed.dataDir, killed.port)
    await expectNothingLost(killed, acknowledged)
  }
  expect(acknowledged.length).toBeGreaterThan(rounds * 5)
  process.stdout.write(`kill -9 of the application × ${rounds}: ${acknowledged.length} acknowledged writes, 0 lost\n`)
})

test('a database that is killed loses nothing either, and the application lives on by itself', { timeout: rounds * 40_000 }, async () => {
  const acknowledged: string[] = []
  const refused: Record<string, number> = {}
  for (let round = 0; round < rounds; round++) {
    const writing = writeUntilStopped(killed, `database-${round}`)
    await wait(moment(round))
    const pid = Number(readFileSync(join(killed.dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(pid, 'SIGKILL')
    const before = writing.acknowledged.length
    for (const begun = Date.now(); writing.acknowledged.length < before + 5; await wait(50))
      if (Date.now() - begun > 30_000) throw new Error('the server does not answer again')
    await writing.stop()
    acknowledged.push(...writing.acknowledged)
    for (const [answer, count] of Object.entries(writing.refused)) refused[answer] = (refused[answer] ?? 0) + count
    await expectNothingLost(killed, acknowledged)
  }
  expect(killed.server.child.exitCode).toBeNull()
  // While the database is away the answer says so, and nothing else goes wrong.
  expect(Object.keys(refused).filter((answer) => answer !== 'status 503: {"error":{"code":"unavailable"}}')).toEqual([])
  const away = Object.values(refused).reduce((sum, count) => sum + count, 0)
  process.stdout.write(
    `kill -9 of the database × ${rounds}: ${acknowledged.length} acknowledged writes, 0 lost, ${away} answered with 503\n`,
  )
})

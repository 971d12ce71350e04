import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../src/platform/action.ts'
import { verifyAudit } from '../../src/platform/audit.ts'
import { addMonths } from '../../src/units/calendar-date.ts'
import { loadAreas } from '../../src/main/areas.ts'
import { type KilledProduct, plantWork, startAgain, startProduct, type Waiting, withOwner } from '../support/killed-product.ts'

/**
 * The product with its own database, killed while it is written to and while its jobs run. `KADO_TRUST=long` kills each part thirty times.
 */
const rounds = process.env['KADO_TRUST'] === 'long' ? 30 : 3
let killed: KilledProduct
beforeAll(async () => {
  killed = await startProduct()
})
afterAll(() => killed.end())

/** Ids that were answered with success, by what was written. */
interface Acknowledged {
  clients: string[]
  acceptances: string[]
  offers: string[]
  closes: string[]
}
const nothing = (): Acknowledged => ({ clients: [], acceptances: [], offers: [], closes: [] })

/** Writes without pause until told to stop; notes every id that was acknowledged, and every answer that was not one of the product's own. */
function writeUntilStopped({ server: { url }, programmeId, cookie, ...product }: KilledProduct, { submissionIds, pairs }: Waiting) {
  const acknowledged = nothing()
  const failed: Record<string, number> = {}
  let stopped = false
  const headers = { cookie, 'x-kado-programme': programmeId, 'content-type': 'application/json' }

  /** The answer, or null when there was none or it was a failure. A refusal is an answer. */
  const ask = async (path: string, request: RequestInit = {}): Promise<Record<string, unknown> | null> => {
    const [status, text] = await fetch(`${url}/api/${path}`, { ...request, headers: { ...headers, ...request.headers } }).then(
      async (answer) => [answer.status, await answer.text()] as const,
      () => [0, 'no connection'] as const,
    )
    if (status === 200 || status === 409) return JSON.parse(text) as Record<string, unknown>
    const failure = `status ${status}: ${text.replace(/,"requestId":"[0-9a-f]{12}"/, '')}`
    failed[failure] = (failed[failure] ?? 0) + 1
    await wait(20)
    return null
  }
  const write = (path: string, input: unknown, key = newId()) =>
    ask(path, { method: 'POST', headers: { 'idempotency-key': key }, body: JSON.stringify(input) })
  /** As a screen does: the same request until it is answered. */
  const insist = async (path: string, input: unknown) => {
    const key = newId()
    for (;;) {
      const answer = await write(path, input, key)
      if (answer !== null || stopped) return answer
    }
  }

  const recordClients = async (name: string) => {
    for (let n = 0; !stopped; n++) {
      const answer = await write('sales/record-client', { ...client, name: `${name}-${n}` })
      if (typeof answer?.['clientId'] === 'string') acknowledged.clients.push(answer['clientId'])
    }
  }
  const accept = async () => {
    for (let id = submissionIds.pop(); id !== undefined && !stopped; id = submissionIds.pop()) {
      const answer = await insist('delivery/accept-deliverable', { submissionId: id })
      if (answer?.['submissionId']) acknowledged.acceptances.push(id)
    }
  }
  const offer = async () => {
    for (let pair = pairs.pop(); pair && !stopped; pair = pairs.pop()) {
      const answer = await insist('orders/make-offers', { offers: [{ ...pair, units: 1, minutes: 6 }] })
      if (Array.isArray(answer?.['offerIds'])) acknowledged.offers.push(...answer['offerIds'].map(String))
    }
  }
  const close = async () => {
    const month = addMonths(product.month, -1)
    for (; !stopped; await wait(100)) {
      const stair = await ask(`money/close?input=${encodeURIComponent(JSON.stringify({ month }))}`)
      const open = stair?.['open'] as { lineCount: number; netYen: number } | undefined
      if (!open || open.lineCount === 0) continue
      const input = { month, expectedLineCount: open.lineCount, expectedNetYen: open.netYen, leaveWaiting: true }
      const answer = await write('money/close-month', input)
      if (typeof answer?.['closeId'] === 'string') acknowledged.closes.push(answer['closeId'])
    }
  }
  const writers = Promise.all([recordClients(newId()), recordClients(newId()), accept(), accept(), offer(), close()])
  return {
    acknowledged,
    failed,
    async stop() {
      stopped = true
      await writers
    },
  }
}

const client = {
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

function add(all: Acknowledged, more: Acknowledged): void {
  for (const kind of Object.keys(all) as (keyof Acknowledged)[]) all[kind].push(...more[kind])
}

/** Everything that was acknowledged is there, the log and the books are whole, and its jobs have been done once each within a minute. */
async function expectNothingLost(product: KilledProduct, acknowledged: Acknowledged): Promise<void> {
  const { world, programmeId } = product
  const { reactions } = await loadAreas()
  await withOwner(product, async (owner) => {
    await owner.query("select set_config('kado.programme', $1, false)", [programmeId])
    const ask = async (text: string) => (await owner.query<Record<string, unknown>>(text)).rows
    for (
      const begun = Date.now();
      (await ask("select from graphile_worker._private_jobs where run_at < now() + interval '1 minute'")).length > 0;
    )
      if (Date.now() - begun > 60_000)
        throw new Error(`jobs stand still: ${JSON.stringify(await ask('select * from graphile_worker.jobs'))}\n${product.server.said()}`)
      else await wait(100)

    for (const [kind, from] of [
      ['clients', 'select id from sales.client'],
      ['acceptances', 'select submission_id as id from delivery.acceptance'],
      ['offers', 'select id from orders.offer'],
      ['closes', 'select id from money.month_close'],
    ] as const) {
      const present = new Set((await ask(from)).map(({ id }) => id))
      expect(acknowledged[kind].filter((id) => !present.has(id))).toEqual([])
    }
    // A write, its line in the log and its answer are one transaction.
    const [counts] =
      await ask(`select (select count(*)::int from platform.audit where user_id in (select id from platform."user")) as logged,
      (select count(*)::int from platform.idempotency where answer is not null) as answered`)
    expect(counts?.['logged']).toBe(counts?.['answered'])
    expect(
      await ask('select entry_id from money.posting group by programme_id, entry_id having sum(debit_yen) <> sum(credit_yen)'),
    ).toEqual([])
    // What follows from each write has happened, once.
    expect(await ask('select submission_id from delivery.acceptance except select submission_id from money.payable')).toEqual([])
    expect(await ask('select id from money.statement except select statement_id from money.statement_document')).toEqual([])
    const [papers] = await ask(`select (select count(*)::int from money.statement) as made,
      (select count(*)::int from platform.document where kind = 'statement') as stored`)
    expect(papers?.['stored']).toBe(papers?.['made'])
    const [news] = await ask(`select (select count(*)::int from platform.outbox where event = 'offer.made') as offered,
      (select count(*)::int from platform.notification where kind like '%offer-made') as told`)
    expect(news?.['told']).toBe(news?.['offered'])
    for (const {
      event,
      published,
      delivered,
    } of await ask(`select event, count(distinct o.id)::int as published, count(d.handler)::int as delivered
      from platform.outbox o left join platform.outbox_delivery d on d.event_id = o.id group by event`))
      expect({ event, delivered }).toEqual({
        event,
        delivered: Number(published) * reactions.filter((each) => each.event === event).length,
      })
  })
  expect((await world.inside((db) => verifyAudit(db))).broken).toEqual([])
}

/** Some moment of the second after the first, another one in each round. */
const moment = (round: number) => 1_000 + ((round * 7_919) % 1_000)
const told = (all: Acknowledged) =>
  Object.entries(all)
    .map(([kind, ids]) => `${ids.length} ${kind}`)
    .join(', ')

test('an application that is killed loses nothing that it acknowledged, and its jobs go on', { timeout: rounds * 90_000 }, async () => {
  const acknowledged = nothing()
  for (let round = 0; round < rounds; round++) {
    const writing = writeUntilStopped(killed, await plantWork(killed, 150))
    await wait(moment(round))
    await killed.server.stop('SIGKILL')
    await writing.stop()
    add(acknowledged, writing.acknowledged)
    killed.server = await startAgain(killed.dataDir, killed.port)
    await expectNothingLost(killed, acknowledged)
  }
  expect(acknowledged.clients.length).toBeGreaterThan(rounds)
  expect(acknowledged.acceptances.length).toBeGreaterThan(rounds)
  expect(acknowledged.closes.length).toBeGreaterThan(0)
  process.stdout.write(`kill -9 of the application × ${rounds}: acknowledged ${told(acknowledged)}; 0 lost\n`)
})

test('a database that is killed loses nothing either, and the application lives on by itself', { timeout: rounds * 90_000 }, async () => {
  const acknowledged = nothing()
  const failed: Record<string, number> = {}
  for (let round = 0; round < rounds; round++) {
    const writing = writeUntilStopped(killed, await plantWork(killed, 150))
    await wait(moment(round))
    const pid = Number(readFileSync(join(killed.dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(pid, 'SIGKILL')
    const before = writing.acknowledged.clients.length
    for (const begun = Date.now(); writing.acknowledged.clients.length < before + 5; await wait(50)) {
      expect(killed.server.child.exitCode).toBeNull()
      if (Date.now() - begun > 30_000)
        throw new Error(`the server does not answer again: ${JSON.stringify(writing.failed)}\n${killed.server.said()}`)
    }
    await writing.stop()
    add(acknowledged, writing.acknowledged)
    for (const [answer, count] of Object.entries(writing.failed)) failed[answer] = (failed[answer] ?? 0) + count
    await expectNothingLost(killed, acknowledged)
  }
  expect(killed.server.child.exitCode).toBeNull()
  expect(acknowledged.closes.length).toBeGreaterThan(0)
  // While the database is away the answer says so, and nothing else goes wrong.
  expect(Object.keys(failed).filter((answer) => answer !== 'status 503: {"error":{"code":"unavailable"}}')).toEqual([])
  const away = Object.values(failed).reduce((sum, count) => sum + count, 0)
  process.stdout.write(`kill -9 of the database × ${rounds}: acknowledged ${told(acknowledged)}; 0 lost, ${away} answered with 503\n`)
})

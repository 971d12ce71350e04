import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { findRunningPostgres } from '../src/platform/embedded-postgres/embedded-postgres.ts'
import { freePort, startServer, type RunningServer } from '../test/support/server.ts'
import { startBareServer } from './server/bare.ts'
import { ratio, writeSection, type Row } from './report.ts'
import { load, loadInTurn, residentMegabytes } from './server/load.ts'
import { seedMillion, type Seed } from './server/seed.ts'

/** Measures the door against its peers, in one run on one machine, and writes the section of docs/benchmarks.md. */
const connections = 16
const slices = 5

const folder = mkdtempSync(join(tmpdir(), 'kado-bench-'))
const port = await freePort()
const environment = { KADO_DEMO: 'false', KADO_RATE_LIMIT: '100000000' }
try {
  await (await startServer({ port, dataDir: folder, env: environment })).stop()
  const started = performance.now()
  const app = await startServer({ port, dataDir: folder, env: environment })
  const startSeconds = (performance.now() - started) / 1_000
  writeSection('server', await measure(app, startSeconds))
  await app.stop()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function measure(app: RunningServer, startSeconds: number): Promise<Row[]> {
  const config = await findRunningPostgres(join(folder, 'postgres'))
  if (!config) throw new Error('The database of the server was not found.')
  const seed = await seedMillion(app.url, config)
  const bare = await startBareServer(config, seed)
  try {
    const list = {
      url: app.url,
      path: `/api/programme/audit-log?input=${encodeURIComponent('{}')}`,
      headers: signedInHeaders(seed),
      connections,
    }
    const write = {
      url: app.url,
      method: 'POST' as const,
      path: '/api/sales/record-client',
      headers: signedInHeaders(seed),
      body: clientInput,
      keyed: true,
      connections,
    }
    const bareList = { url: bare.url, path: '/list', connections }
    const bareWrite = { url: bare.url, path: '/insert', method: 'POST' as const, body: clientInput, connections }
    for (const warming of [list, bareList, write, bareWrite]) await load({ ...warming, seconds: 2 })
    const [appReads, bareReads] = await loadInTurn(list, bareList, slices)
    const memoryOfReads = residentMegabytes(app.child.pid)
    const [appWrites, bareWrites] = await loadInTurn(write, bareWrite, slices)
    const memory = Math.max(memoryOfReads, residentMegabytes(app.child.pid))
    return [
      {
        what: 'list of 50 over HTTP, signed in, of 1,000,000 rows',
        peer: 'the same SQL by bare `pg` behind `node:http`',
        ours: `${appReads.perSecond}/s`,
        theirs: `${bareReads.perSecond}/s`,
        ratio: ratio(appReads.perSecond, bareReads.perSecond),
        goal: '≥ 0.40 ×',
      },
      {
        what: 'one audited, idempotent write over HTTP',
        peer: 'one bare insert behind `node:http`',
        ours: `${appWrites.perSecond}/s`,
        theirs: `${bareWrites.perSecond}/s`,
        ratio: ratio(appWrites.perSecond, bareWrites.perSecond),
        goal: '≥ 0.15 ×',
      },
      {
        what: 'p99 of the list, 16 connections',
        peer: 'bare',
        ours: `${appReads.p99} ms`,
        theirs: `${bareReads.p99} ms`,
        ratio: ratio(appReads.p99, bareReads.p99),
        goal: '–',
      },
      {
        what: 'resident memory of the application under that load',
        peer: 'limit',
        ours: `${memory} MB`,
        theirs: '200 MB',
        ratio: ratio(memory, 200),
        goal: '≤ 1.00 ×',
      },
      {
        what: 'start-up, warm: command to first answer',
        peer: 'limit',
        ours: `${startSeconds.toFixed(2)} s`,
        theirs: '3 s',
        ratio: ratio(startSeconds, 3),
        goal: '≤ 1.00 ×',
      },
      ...(await closeRows(config, seed)),
    ]
  } finally {
    await bare.stop()
  }
}

async function closeRows(config: pg.ClientConfig, seed: Seed): Promise<Row[]> {
  const { benchClose } = await import('./server/close.ts')
  const { oursSeconds, bareSeconds, count } = await benchClose(config, seed.programmeId)
  return [
    {
      what: `close of ${count.toLocaleString('en')} payables`,
      peer: 'the same rows by bare SQL in sets',
      ours: `${oursSeconds.toFixed(2)} s`,
      theirs: `${bareSeconds.toFixed(2)} s`,
      ratio: ratio(oursSeconds, bareSeconds),
      goal: '≤ 1.80 ×',
    },
  ]
}

function signedInHeaders(seed: Seed) {
  return { cookie: seed.cookie, 'x-kado-programme': seed.programmeId }
}

function clientInput(n: number) {
  return {
    name: `Client ${process.pid}-${n}`,
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
}

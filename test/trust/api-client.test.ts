import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signInEndpoints } from '../../src/platform/auth/endpoints.ts'
import { createHttpWorld, type HttpWorld } from '../support/http-world.ts'
import { createProgramme, type World } from '../support/world.ts'

/** A stranger's client, generated from the description alone, type-checked and run against the server. */
const client = join(dirname(import.meta.dirname), 'client')
const run = promisify(execFile)
let http: HttpWorld
let world: World
let folder: string
let cookie: string

beforeAll(async () => {
  http = await createHttpWorld()
  world = await createProgramme(http.database)
  cookie = await http.signIn((await world.person('sales')).userId)
  folder = mkdtempSync(join(client, 'made-'))
  writeFileSync(join(folder, 'openapi.json'), await (await fetch(`${http.url}/api/openapi.json`)).text())
  await run(process.execPath, [
    join(client, 'node_modules/openapi-typescript/bin/cli.js'),
    join(folder, 'openapi.json'),
    '--output',
    join(folder, 'api.ts'),
  ])
}, 120_000)
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await http.close()
})

const calls = (name: string) => `
import createClient from 'openapi-fetch'
import type { components, paths } from './api.ts'

const [url = '', cookie = '', programme = ''] = process.argv.slice(2)
const client = createClient<paths>({ baseUrl: url, headers: { cookie } })
const header = { 'X-Kado-Programme': programme }
const write = { ...header, 'Idempotency-Key': 'client-0001' }

const session = await client.GET('/api/session')
const body = { ${name}: 'Generated', postalAddress: 'Address 3', contactName: '', contactEmail: '', note: '', nameKana: '',
  contactPhone: '', paymentTerms: '', paymentDueDays: 30, isPublicBody: false }
const tried = await client.POST('/api/sales/record-client', { params: { header: { ...write, 'X-Dry-Run': 'true' } }, body })
const written = await client.POST('/api/sales/record-client', { params: { header: write }, body })
const wanted: components['schemas']['SalesClientInput'] = { clientId: written.data?.clientId ?? '' }
const read = await client.GET('/api/sales/client', { params: { header, query: { input: JSON.stringify(wanted) } } })
const upload = await client.POST('/api/platform/files', { params: { header }, body: { name: 'a.txt', byteCount: 3, sha256: '0'.repeat(64) } })
const missing = await client.GET('/api/platform/documents/{id}.pdf', { params: { path: { id: programme }, query: { programme: programme as never } } })
console.log(JSON.stringify({
  name: session.data?.account?.name,
  tried: tried.response.status,
  read: read.data?.name,
  begun: upload.data?.receivedByteCount,
  missing: missing.error?.error.code,
}))
`

const check = (file: string) =>
  run(process.execPath, [
    join(client, 'node_modules/typescript/bin/tsc'),
    '--noEmit',
    '--strict',
    '--skipLibCheck',
    '--target',
    'es2022',
    '--module',
    'nodenext',
    '--allowImportingTsExtensions',
    '--types',
    'node',
    file,
  ])

test('a generated client calls five endpoints, and its compiler knows a wrong field', { timeout: 180_000 }, async () => {
  const file = join(folder, 'calls.ts')
  writeFileSync(file, calls('name'))
  const checked = await check(file).catch((error: { stdout: string }) => error)
  expect(checked.stdout).toBe('')
  const { stdout } = await run(process.execPath, [file, http.url, cookie, world.programmeId])
  expect(JSON.parse(stdout)).toEqual({ name: 'sales', tried: 200, read: 'Generated', begun: 0, missing: 'not-found' })

  writeFileSync(file, calls('nome'))
  await expect(check(file)).rejects.toMatchObject({ stdout: expect.stringContaining("'name' is missing") })
})

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${http.url}${path}`, { ...init, headers: { cookie, 'x-kado-programme': world.programmeId, ...init.headers } })

test('what nobody reads is refused by its name: parameters and fields', async () => {
  for (const query of ['search=x', 'input[search]=x', 'limit=1', 'input=%7B%7D&page=2']) {
    const answer = await ask(`/api/sales/capacity?${query}`)
    expect(answer.status, query).toBe(422)
    const name = decodeURIComponent(query.split('&').at(-1)?.split('=')[0] ?? '')
    expect(await answer.json()).toEqual({ error: { code: 'invalid-input', faults: [{ path: name, code: 'unrecognized_keys' }] } })
  }
  for (const path of ['/api/session?x=1', '/api/health?x=1', '/api/openapi.json?x=1', '/api/sales/record-client?x=1']) {
    const answer = await ask(
      path,
      path.includes('record') ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' } : {},
    )
    expect(answer.status, path).toBe(422)
  }
  const nested = await ask(`/api/sales/capacity?input=${encodeURIComponent(JSON.stringify({ serach: 'x' }))}`)
  expect(await nested.json()).toEqual({ error: { code: 'invalid-input', faults: [{ path: 'serach', code: 'unrecognized_keys' }] } })
})

interface Operation {
  summary?: string
  operationId?: string
  responses: Record<string, unknown>
  parameters?: { name: string }[]
  requestBody?: unknown
}

test('the description knows every route, names its schemas, and says what may go wrong', async () => {
  const description = (await (await ask('/api/openapi.json')).json()) as {
    paths: Record<string, Record<string, Operation>>
    components: { schemas: Record<string, unknown>; securitySchemes: { session: { name: string } } }
  }
  const operations = Object.entries(description.paths).flatMap(([path, of]) =>
    Object.entries(of).map(([verb, each]) => ({ path, verb, each })),
  )
  expect(operations.filter(({ each }) => !each.summary || !each.operationId)).toEqual([])
  expect(new Set(operations.map(({ each }) => each.operationId)).size).toBe(operations.length)
  for (const { path, each } of operations)
    expect(Object.keys(each.responses), path).toEqual(expect.arrayContaining(['200', '429', '500', '503']))
  for (const path of [
    '/api/session',
    '/api/health',
    '/api/ready',
    ...signInEndpoints.map((endpoint) => `/api/auth${endpoint.split(' ')[1]}`),
    '/api/platform/files',
    '/api/platform/files/{id}',
    '/api/platform/documents/{id}.pdf',
    '/api/platform/documents/{id}.xlsx',
    '/api/platform/tables.xlsx',
  ])
    expect(description.paths, path).toHaveProperty([path])
  for (const { kind, area, name } of http.contracts) {
    const operation = Object.values(description.paths[`/api/${area}/${name}`] ?? {})[0]
    if (kind === 'write') expect(operation?.parameters?.map((each) => each.name)).toContain('X-Dry-Run')
    expect(JSON.stringify(operation?.responses['200'])).toContain('#/components/schemas/')
  }
  const references = [...JSON.stringify(description).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name = '']) => name)
  expect(references.filter((name) => !(name in description.components.schemas))).toEqual([])
  expect(description.components.securitySchemes.session.name).toBe('kado.session_token')
})

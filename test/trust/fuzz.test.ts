import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AnyContract, ErrorBody, Role } from '../../src/platform/contract.ts'
import { scopesOf } from '../../src/programme/rules/roles.ts'
import { createHttpWorld, inParallel, type HttpWorld } from '../support/http-world.ts'
import { idsOf, plantHalf, type Half } from '../support/planted.ts'
import { type Ids, placesOf, sampleInput, withValue } from '../support/sample-input.ts'
import { createProgramme, type World } from '../support/world.ts'

/** Every endpoint with wrong inputs in every place, asked by somebody who may. `KADO_TRUST=long` tries every value everywhere. */
let http: HttpWorld
let world: World
let half: Half
let ids: Ids
let owner: pg.Client
const cookies = new Map<Role, string>()
let anybody = ''

beforeAll(async () => {
  http = await createHttpWorld()
  owner = new pg.Client(http.config)
  await owner.connect()
  world = await createProgramme(http.database)
  half = await plantHalf(world, 'A1')
  ids = await idsOf(owner, world, half)
  anybody = await http.signIn(await world.user())
}, 60_000)
afterAll(async () => {
  await owner.end()
  await http.close()
})

/** Somebody to whom the endpoint is open. */
async function someone(contract: AnyContract): Promise<string> {
  if (typeof contract.allow === 'string') return anybody
  const role = Object.keys(contract.allow)[0] as Role
  const known = cookies.get(role)
  if (known) return known
  const [scopeKind] = scopesOf(role)
  const userId =
    role === 'worker'
      ? half.workerUserId
      : (await world.person(role, { kind: scopeKind, id: scopeKind === 'programme' ? world.programmeId : half[scopeKind] })).userId
  const cookie = await http.signIn(userId)
  cookies.set(role, cookie)
  return cookie
}

const strange: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1.5,
  1e308,
  Number('-9007199254740993'),
  4_294_967_296,
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e',
  '😀'.repeat(3),
  'x'.repeat(5_000),
  '2026-02-30',
  '0000-00-00',
  '99999-01-01',
  "'; drop table people.worker; --",
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '%00',
  '{{7*7}}',
  [],
  [[]],
  {},
  { __proto__: null, constructor: 1 },
  ['a', 1, null],
  Array.from({ length: 2_000 }, () => 0),
]
const remembered = ['platform.idempotency', 'platform.audit', 'platform.outbox']
const traces = async (): Promise<number> => {
  const { rows } = await owner.query<{ count: number }>(
    `select ${remembered.map((table) => `(select count(*)::int from ${table})`).join(' + ')} as count`,
  )
  return rows[0]?.count ?? 0
}

interface Try {
  contract: AnyContract
  input: unknown
  what: string
}

function tries(contract: AnyContract, everything: boolean): Try[] {
  const sound = sampleInput(contract, ids)
  const whole: unknown[] = [null, [], 'text', 1, { unknownField: 1 }]
  const places = placesOf(sound).filter((place) => place.length > 0)
  return [
    ...whole.map((input) => ({ contract, input, what: 'whole' })),
    { contract, input: withValue(sound, ['unknownField'], 1), what: 'extra' },
    ...places.flatMap((place, at) => {
      const values = everything ? strange : strange.filter((_, index) => index % 15 === at % 15)
      return [
        ...values.map((value) => ({
          contract,
          input: withValue(sound, place, value),
          what: `${place.join('.')} = ${(JSON.stringify(value) ?? 'undefined').slice(0, 40)}`,
        })),
        { contract, input: withValue(sound, place, undefined), what: `${place.join('.')} missing` },
      ]
    }),
  ]
}

/** A refusal for the input says where; what the schema refuses leaves no trace. */
function judge({ contract, input, what }: Try, { status, text }: { status: number; text: string }): string[] {
  const told: string[] = []
  const sent: unknown = JSON.parse(JSON.stringify(input) ?? 'null')
  // A body that says nothing is the empty input.
  const sound = contract.input.safeParse(sent ?? {}).success
  if (status >= 500 || ![200, 401, 403, 404, 409, 422].includes(status)) told.push(`status ${status}`)
  if (!sound && status !== 422) told.push(`accepts with ${status} what its schema refuses`)
  if (status === 422) {
    const { error } = JSON.parse(text) as ErrorBody
    if (
      error.code !== 'invalid-input' ||
      !error.faults?.length ||
      error.faults.some(({ path, code }) => typeof path !== 'string' || code === '')
    )
      told.push('has no fault with a path')
  }
  return told.map((told_) => `${contract.area}.${contract.name} ${what}: ${told_} ${text.slice(0, 160)}`)
}

test('no endpoint fails by a wrong input, and each says which place is wrong', { timeout: 600_000 }, async () => {
  const all = http.contracts.flatMap((contract) => tries(contract, process.env['KADO_TRUST'] === 'long'))
  expect(all.length).toBeGreaterThan(2_500)
  const complaints: string[] = []
  let refused = 0
  for (const contract of http.contracts) await someone(contract)
  await inParallel(all, 8, async (each) => {
    const answer = await http.call(each.contract, {
      cookie: await someone(each.contract),
      programmeId: world.programmeId,
      input: each.input,
    })
    if (answer.status === 422) refused++
    complaints.push(...judge(each, answer))
  })
  expect(complaints.slice(0, 40)).toEqual([])
  expect(refused / all.length).toBeGreaterThan(0.4)
})

test('a refused input leaves nothing behind: no key, no log, no event', { timeout: 60_000 }, async () => {
  const writes = http.contracts.filter((contract) => contract.kind === 'write')
  const before = await traces()
  for (const contract of writes) {
    const { status } = await http.call(contract, {
      cookie: await someone(contract),
      programmeId: world.programmeId,
      input: withValue(sampleInput(contract, ids), ['unknownField'], { deep: ['x'] }),
    })
    expect(status, contract.name).toBe(422)
  }
  expect(await traces()).toBe(before)
})

test('what is not JSON, has no key or names no programme is refused before anything', async () => {
  const headers = {
    cookie: anybody,
    'x-kado-programme': world.programmeId,
    'content-type': 'application/json',
    'idempotency-key': 'a-key-of-length',
  }
  const send = async (change: Record<string, string>, body: string) =>
    (await fetch(`${http.url}/api/sales/record-client`, { method: 'POST', headers: { ...headers, ...change }, body })).status
  expect(await send({}, '{"name":')).toBe(422)
  expect(await send({ 'content-type': 'text/xml' }, '<a/>')).toBe(422)
  expect(await send({ 'idempotency-key': 'short' }, '{}')).toBe(422)
  expect(await send({ 'idempotency-key': 'x'.repeat(201) }, '{}')).toBe(422)
  expect(await send({ 'x-kado-programme': 'not an id' }, '{}')).toBe(404)
  expect(await send({}, `{"name":"${'x'.repeat(1_100_000)}"}`)).toBe(413)
  expect(await send({}, `{"__proto__":{"name":"x"}}`)).toBe(422)
  for (const query of ['input=%7B', 'input=%E3%81', `input=${'['.repeat(3_000)}`, 'input=1&input=2']) {
    const { status } = await fetch(`${http.url}/api/sales/clients?${query}`, { headers })
    expect([422, 403, 400], query).toContain(status)
  }
})

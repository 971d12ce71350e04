import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnyContract, Role, ScopeKind } from '../../src/platform/contract.ts'
import { roleNames, scopesOf } from '../../src/programme/rules/roles.ts'
import { createHttpWorld, inParallel, type Answer, type HttpWorld } from '../support/http-world.ts'
import { idsOf, plantHalf, plantMoney, type Half } from '../support/planted.ts'
import { type Ids, sampleInput } from '../support/sample-input.ts'
import { fingerprint, tenantTables } from '../support/tables.ts'
import { createProgramme, type World } from '../support/world.ts'

/**
 * The matrix endpoint × role × scope × tenant over a running server. Programme A has two halves with nothing in common;
 * programme B asks for A's records by their ids, and people of one half for those of the other.
 */
let http: HttpWorld
let a: World
let b: World
let first: Half
let second: Half
let strangers: Half
let idsOfFirst: Ids
let owner: pg.Client

interface Person {
  name: string
  role: Role | null
  scopeKind: ScopeKind | null
  cookie: string | null
}

beforeAll(async () => {
  http = await createHttpWorld()
  owner = new pg.Client(http.config)
  await owner.connect()
  a = await createProgramme(http.database)
  b = await createProgramme(http.database)
  first = await plantHalf(a, 'A1')
  second = await plantHalf(a, 'A2')
  strangers = await plantHalf(b, 'B1')
  await plantMoney(a)
  await plantMoney(b)
  idsOfFirst = await idsOf(owner, a, first)
}, 120_000)
afterAll(async () => {
  await owner.end()
  await http.close()
})

/** One person for each role and each kind of scope, scoped to a half where the scope is not the programme. */
async function peopleOf(world: World, half: Half): Promise<Person[]> {
  const people: Person[] = []
  for (const role of roleNames) {
    for (const scopeKind of scopesOf(role)) {
      const userId =
        role === 'worker'
          ? half.workerUserId
          : (await world.person(role, { kind: scopeKind, id: scopeKind === 'programme' ? world.programmeId : half[scopeKind] })).userId
      people.push({ name: `${role} for ${scopeKind}`, role, scopeKind, cookie: await http.signIn(userId) })
    }
  }
  return people
}

/** Asks every endpoint as every person, with the ids of the first half of A; answers the complaints. */
async function ask(
  people: readonly Person[],
  programmeId: string,
  judge: (contract: AnyContract, person: Person, answer: Answer) => string[],
): Promise<string[]> {
  const complaints: string[] = []
  const calls = people.flatMap((person) => http.contracts.map((contract) => ({ person, contract })))
  await inParallel(calls, 8, async ({ person, contract }) => {
    const answer = await http.call(contract, { cookie: person.cookie, programmeId, input: sampleInput(contract, idsOfFirst) })
    const told = [...(allowed.has(answer.status) ? [] : [`status ${answer.status}`]), ...judge(contract, person, answer)]
    complaints.push(...told.map((what) => `${contract.area}.${contract.name} as ${person.name}: ${what} ${answer.text.slice(0, 200)}`))
  })
  return complaints
}

const allowed = new Set([200, 401, 403, 404, 409, 422])
const leaks = (answer: Answer, marker: string): string[] => (answer.text.includes(marker) ? [`shows ${marker}`] : [])
const isOpenTo = (contract: AnyContract, { role, scopeKind }: Person): boolean =>
  typeof contract.allow === 'string' || (role !== null && scopeKind !== null && (contract.allow[role]?.includes(scopeKind) ?? false))

test('every input that is asked with passes the schema of its endpoint', () => {
  const failing = http.contracts
    .filter((contract) => sampleInput(contract, idsOfFirst) === null)
    .map((contract) => `${contract.area}.${contract.name}`)
  expect(failing).toEqual([])
})

describe('another programme', () => {
  test('its people find nothing of A in their own programme, and change nothing there', { timeout: 240_000 }, async () => {
    const before = await fingerprint(owner, a.programmeId)
    const people = await peopleOf(b, strangers)
    const complaints = await ask(people, b.programmeId, (_, __, answer) => leaks(answer, 'planted-A'))
    expect(complaints).toEqual([])
    expect(await fingerprint(owner, a.programmeId)).toEqual(before)
  })

  test('its people hold no role in A, and nobody is nobody', { timeout: 240_000 }, async () => {
    const before = await fingerprint(owner, a.programmeId)
    const people: Person[] = [
      ...(await peopleOf(b, strangers)).map((person) => ({ ...person, role: null, scopeKind: null })),
      { name: 'nobody', role: null, scopeKind: null, cookie: null },
    ]
    const complaints = await ask(people, a.programmeId, (contract, person, answer) => [
      ...leaks(answer, 'planted-A'),
      ...(typeof contract.allow !== 'string' && answer.status !== (person.cookie === null ? 401 : 403) ? [`answers ${answer.status}`] : []),
      ...(contract.allow === 'signed-in' && person.cookie === null && answer.status !== 401 ? [`answers ${answer.status}`] : []),
    ])
    expect(complaints).toEqual([])
    const after = await fingerprint(owner, a.programmeId)
    // Anybody may apply to a programme; nothing else may come of it.
    const changed = Object.keys(after).filter((table) => after[table] !== before[table])
    expect(
      changed.filter(
        (table) => !/^(people\.|platform\.(audit|audit_head|seal|idempotency|outbox|outbox_delivery)$|programme\.membership$)/.test(table),
      ),
    ).toEqual([])
  })
})

describe('the other half of the same programme', () => {
  test('a role for one record sees and changes nothing of another record', { timeout: 240_000 }, async () => {
    const people = (await peopleOf(a, second)).filter((person) => person.scopeKind !== 'programme')
    const complaints = await ask(people, a.programmeId, (contract, person, answer) => [
      ...leaks(answer, 'planted-A1'),
      ...(isOpenTo(contract, person) || answer.status === 403 ? [] : [`answers ${answer.status}`]),
    ])
    expect(complaints).toEqual([])
  })

  test('a role that an endpoint is not open to is refused, for the programme too', { timeout: 240_000 }, async () => {
    const people = (await peopleOf(a, second)).filter((person) => person.scopeKind === 'programme')
    const complaints: string[] = []
    const calls = people.flatMap((person) =>
      http.contracts.filter((contract) => !isOpenTo(contract, person)).map((contract) => ({ person, contract })),
    )
    await inParallel(calls, 8, async ({ person, contract }) => {
      const { status } = await http.call(contract, {
        cookie: person.cookie,
        programmeId: a.programmeId,
        input: sampleInput(contract, idsOfFirst),
      })
      if (status !== 403) complaints.push(`${contract.area}.${contract.name} as ${person.name}: ${status}`)
    })
    expect(complaints).toEqual([])
  })

  test('the search finds what is planted in one’s own half, and nothing of the other half or of another programme', async () => {
    const searches = http.contracts.filter((contract) => contract.name === 'search')
    const seen = new Set<string>()
    for (const person of (await peopleOf(a, second)).filter((each) => each.scopeKind !== 'programme')) {
      for (const contract of searches) {
        const answer = await http.call(contract, { cookie: person.cookie, programmeId: a.programmeId, input: { text: 'planted' } })
        expect(answer.status, contract.area).toBe(isOpenTo(contract, person) ? 200 : 403)
        expect(answer.text, `${contract.area} as ${person.name}`).not.toMatch(/planted-(A1|B1)/)
        if (answer.text.includes('planted-A2')) seen.add(person.name)
      }
    }
    expect([...seen].sort()).toEqual(
      expect.arrayContaining([
        'worker for self',
        'director for order',
        'leader for order',
        'coordinator for municipality',
        'officer for municipality',
      ]),
    )
  })

  test('a client never sees the name of a worker, not even of its own order', async () => {
    const ids = await idsOf(owner, a, second)
    const [client] = (await peopleOf(a, second)).filter((person) => person.role === 'client')
    for (const contract of http.contracts.filter((each) => each.kind === 'read')) {
      const answer = await http.call(contract, {
        cookie: client?.cookie ?? null,
        programmeId: a.programmeId,
        input: sampleInput(contract, ids),
      })
      expect(answer.text, contract.name).not.toContain('planted-A2-worker')
    }
  })
})

describe('files and documents', () => {
  test('another person’s file and document are not found', async () => {
    const people = [...(await peopleOf(b, strangers)), ...(await peopleOf(a, second)).filter((person) => person.scopeKind !== 'programme')]
    for (const [at, person] of people.entries()) {
      for (const programmeId of [a.programmeId, b.programmeId]) {
        for (const path of [`files/${idsOfFirst['fileId']}`, `documents/${idsOfFirst['documentId']}.pdf`]) {
          const answer = await fetch(`${http.url}/api/platform/${path}`, {
            headers: { cookie: person.cookie ?? '', 'x-kado-programme': programmeId },
          })
          expect(answer.status, `${path} as ${person.name} ${at}`).toBe(404)
        }
      }
    }
  })
})

describe('straight SQL as the application', () => {
  const asApplication = async (settings: string[], statement: string) => {
    const client = new pg.Client({ ...http.config, options: '-c role=kado_app' })
    await client.connect()
    try {
      await client.query('begin')
      for (const setting of settings) await client.query(setting)
      return await client.query(statement)
    } finally {
      await client.end()
    }
  }

  test('without a tenant, or with one that does not exist, no tenant table shows a row', { timeout: 240_000 }, async () => {
    const tables = await tenantTables(owner)
    expect(tables.length).toBeGreaterThan(60)
    const counts = `select ${tables.map(({ name }) => `(select count(*)::int from ${name})`).join(' + ')} as seen`
    expect((await owner.query<{ seen: number }>(counts)).rows[0]?.seen).toBeGreaterThan(100)
    for (const settings of [
      [],
      ["select set_config('kado.programme', '', true)"],
      ["select set_config('kado.programme', '00000000-0000-7000-8000-000000000000', true)"],
    ]) {
      expect((await asApplication(settings, counts)).rows[0]).toEqual({ seen: 0 })
    }
  })

  test('with B as the tenant, no row of A is seen, changed or added', { timeout: 240_000 }, async () => {
    const tenant = [`select set_config('kado.programme', '${b.programmeId}', true)`]
    for (const { name } of await tenantTables(owner)) {
      const { rows } = await asApplication(tenant, `select count(*)::int as seen from ${name} where programme_id = '${a.programmeId}'`)
      expect(rows[0], name).toEqual({ seen: 0 })
    }
    const client = await asApplication(tenant, `update programme.programme set name = 'taken' where programme_id = '${a.programmeId}'`)
    expect(client.rowCount).toBe(0)
    await expect(
      asApplication(tenant, `insert into sales.client (programme_id, id, name) values ('${a.programmeId}', gen_random_uuid(), 'put')`),
    ).rejects.toThrow(/row-level security/)
  })

  test('a setting of one transaction is gone in the next one of the same connection', async () => {
    for (let round = 0; round < 40; round++) {
      await a.inside(async (db) => void (await db.selectFrom('sales.client').select('id').execute()))
      const { rows } = await http.database.pool.query<{ seen: number }>('select count(*)::int as seen from sales.client')
      expect(rows[0]?.seen).toBe(0)
    }
  })

  test('every tenant table forces row-level security and begins its primary key with the tenant', async () => {
    const { rows } = await owner.query<{ name: string; forced: boolean; first: string | null }>(`
      select c.oid::regclass::text as name, c.relrowsecurity and c.relforcerowsecurity as forced,
             (select attname from pg_attribute where attrelid = c.oid and attnum = i.indkey[0]) as first
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'programme_id'
      left join pg_index i on i.indrelid = c.oid and i.indisprimary where c.relkind = 'r'`)
    expect(rows.filter((row) => !row.forced || row.first !== 'programme_id')).toEqual([])
  })
})

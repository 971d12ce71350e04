import { inflateRawSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHttpWorld, type HttpWorld } from '../support/http-world.ts'
import { type Half, plantHalf, plantMoney } from '../support/planted.ts'
import { createProgramme, type World } from '../support/world.ts'

let http: HttpWorld
let world: World
let own: Half
let other: Half
beforeAll(async () => {
  http = await createHttpWorld()
  world = await createProgramme(http.database)
  own = await plantHalf(world, 'own')
  other = await plantHalf(world, 'other')
  await plantMoney(world)
}, 120_000)
afterAll(() => http.close())

const take = async (cookie: string | null, programmeId = world.programmeId) =>
  fetch(`${http.url}/api/platform/own-data.zip?programme=${programmeId}`, { headers: cookie === null ? {} : { cookie } })

/** The entries of a ZIP by their path, read from its directory as another program would. */
function unzip(bytes: Buffer): Map<string, Buffer> {
  const entries = new Map<string, Buffer>()
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [packed, nameLength, extra, comment, head] = [20, 28, 30, 32, 42].map((place) =>
      place === 20 || place === 42 ? bytes.readUInt32LE(at + place) : bytes.readUInt16LE(at + place),
    ) as [number, number, number, number, number]
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const start = head + 30 + bytes.readUInt16LE(head + 26) + bytes.readUInt16LE(head + 28)
    entries.set(name, inflateRawSync(bytes.subarray(start, start + packed)))
    at += 46 + nameLength + extra + comment
  }
  return entries
}

test('自分の記録・書類・ファイルがすべて ZIP に入り、ほかの人のものは入らない', async () => {
  const answer = await take(await http.signIn(own.workerUserId))
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-disposition')).toContain('attachment')
  const entries = unzip(Buffer.from(await answer.arrayBuffer()))
  const data = JSON.parse(entries.get('data.json')?.toString() ?? '') as Record<string, { id?: string }[]>
  for (const name of [
    'people.worker',
    'people.bank_account',
    'orders.assignment',
    'delivery.submission',
    'money.statement',
    'platform.file',
  ])
    expect(data[name]?.length, name).toBeGreaterThan(0)
  expect(data['people.worker']?.[0]?.id).toBe(own.self)
  expect(entries.get('people.worker.csv')?.toString()).toContain('planted-own-worker-name')
  expect([...entries.keys()].some((name) => name.startsWith('files/'))).toBe(true)
  const papers = [...entries].filter(([name]) => name.startsWith('documents/'))
  expect(papers.length).toBeGreaterThan(0)
  for (const [name, bytes] of papers) expect(bytes.toString('latin1', 0, 5), name).toBe('%PDF-')
  const text = [...entries].filter(([name]) => !name.startsWith('documents/')).map(([, bytes]) => bytes.toString())
  // What was noted at an interview belongs to those who look after people.
  for (const foreign of ['planted-other-', other.self, 'planted-own-interview']) expect(text.join('\n')).not.toContain(foreign)
}, 60_000)

test('サインインしていない人と、ほかの事業では何も出ない', async () => {
  expect((await take(null)).status).toBe(401)
  const elsewhere = await createProgramme(http.database)
  const answer = await take(await http.signIn(own.workerUserId), elsewhere.programmeId)
  const entries = unzip(Buffer.from(await answer.arrayBuffer()))
  expect(JSON.stringify(JSON.parse(entries.get('data.json')?.toString() ?? ''))).not.toContain(own.self)
})

/** Tables that speak of a worker and are not handed over, each with the reason. */
const keptApart: Record<string, string> = {
  'people.interview': 'notes of those who look after people',
  'people.anonymisation': 'of people who have left, with no account any more',
  'money.posting': 'the books of the operator; the person has the statements',
}

test('働く人を指すすべての表が、持ち出しに入るか、入らない理由を持つ', async () => {
  const { rows } = await world.inside((db) =>
    sql<{ name: string }>`
      select c.table_schema || '.' || c.table_name as name from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where t.table_type = 'BASE TABLE' and c.column_name in ('worker_id', 'owner_user_id', 'uploaded_by')`.execute(db),
  )
  const entries = unzip(Buffer.from(await (await take(await http.signIn(own.workerUserId))).arrayBuffer()))
  const told = new Set([...Object.keys(JSON.parse(entries.get('data.json')?.toString() ?? '{}')), 'platform.document'])
  const forgotten = rows.map(({ name }) => name).filter((name) => !told.has(name) && !name.startsWith('matching.') && !(name in keptApart))
  expect(forgotten).toEqual([])
})

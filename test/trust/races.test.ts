import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId, type Action } from '../../src/platform/action.ts'
import { bankDaysAfter } from '../../src/units/business-day.ts'
import { addDays, jstDateOf } from '../../src/units/calendar-date.ts'
import { createHttpWorld, inParallel, type Answer, type HttpWorld } from '../support/http-world.ts'
import { closeMonthOf, giveAccount, payable, setOperatorAccount } from '../support/money.ts'
import { createProgramme, type World } from '../support/world.ts'

/** Many at once over HTTP: one place goes to one person, one request does one thing. */
let http: HttpWorld
let world: World
const today = jstDateOf(new Date())
const farDay = addDays(today, 20)
const transferDay = bankDaysAfter(today, 1)

beforeAll(async () => {
  http = await createHttpWorld()
  world = await createProgramme(http.database)
}, 60_000)
afterAll(() => http.close())

function named(name: string): Action['contract'] {
  const found = http.areas.actions.find(({ contract }) => `${contract.area}.${contract.name}` === name)
  if (!found) throw new Error(`no action ${name}`)
  return found.contract
}

async function together(count: number, ask: (n: number) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = []
  await inParallel(
    Array.from({ length: count }, (_, n) => n),
    count,
    async (n) => void answers.push(await ask(n)),
  )
  return answers
}

const statuses = (answers: readonly Answer[]) => {
  const counts: Record<string, number> = {}
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

const terms = { workPlace: 'Home', expenses: 'None', intellectualProperty: 'Passes on', personalData: 'None', contact: 'Desk' }

test('of 200 acceptances of one offer at once one is done, and no other is an error', { timeout: 60_000 }, async () => {
  const worker = await world.worker()
  const offerId = await world.offer({
    packageId: await world.package({ ...terms, dueOn: farDay }),
    workerId: worker.workerId,
    dueOn: farDay,
  })
  const cookie = await http.signIn(worker.actor.userId)
  const answers = await together(200, () =>
    http.call(named('orders.accept-offer'), { cookie, programmeId: world.programmeId, input: { offerId } }),
  )
  expect(statuses(answers)).toEqual({ 200: 1, 409: 199 })
  expect(await world.count('orders.assignment')).toBe(1)
  expect(await world.count('platform.document')).toBe(1)
})

const client = (n: number) => ({
  name: `Race ${n}`,
  nameKana: '',
  postalAddress: '',
  contactName: '',
  contactEmail: '',
  contactPhone: '',
  paymentTerms: '',
  paymentDueDays: 30,
  isPublicBody: false,
  note: '',
})

test('one request sent 20 times at once has one effect and one answer', { timeout: 60_000 }, async () => {
  const cookie = await http.signIn((await world.person('sales')).userId)
  for (let round = 0; round < 10; round++) {
    const key = newId()
    const before = await world.count('sales.client')
    const logged = await world.count('platform.audit')
    const answers = await together(20, () =>
      http.call(named('sales.record-client'), { cookie, programmeId: world.programmeId, input: client(round), key }),
    )
    expect(statuses(answers)).toEqual({ 200: 20 })
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1)
    expect(await world.count('sales.client')).toBe(before + 1)
    expect(await world.count('platform.audit')).toBe(logged + 1)
  }
})

test('the same key with another input is refused, and with another person is another request', async () => {
  const cookie = await http.signIn((await world.person('sales')).userId)
  const other = await http.signIn((await world.person('sales')).userId)
  const key = newId()
  const ask = (who: string, n: number) =>
    http.call(named('sales.record-client'), { cookie: who, programmeId: world.programmeId, input: client(n), key })
  expect((await ask(cookie, 100)).status).toBe(200)
  const refused = await ask(cookie, 101)
  expect([refused.status, refused.text]).toEqual([409, '{"error":{"code":"idempotency-conflict"}}'])
  expect((await ask(other, 102)).status).toBe(200)
})

test('two people who close, make, approve and export the same money at once do it once', { timeout: 60_000 }, async () => {
  await setOperatorAccount(world)
  const { workerId } = await payable(world)
  await giveAccount(world, workerId)
  const people = await Promise.all(['first', 'second', 'third'].map(async () => http.signIn((await world.person('office')).userId)))
  const atOnce = (name: string, input: unknown, count = 12) =>
    together(count, (n) => http.call(named(name), { cookie: people[n % 3] ?? null, programmeId: world.programmeId, input }))

  const closeId = await closeMonthOf(world, '2026-10-01', '2026-11-16T03:00:00Z')
  const made = await atOnce('money.make-batch', { closeId, valueOn: transferDay })
  expect(statuses(made)).toEqual({ 200: 1, 409: 11 })
  const { batchId } = JSON.parse(made.find(({ status }) => status === 200)?.text ?? '{}') as { batchId: string }
  const approved = await atOnce('money.approve-batch', { batchId })
  // Four eyes: whoever made it does not approve it, and the same person approves once.
  const approvals = await world.inside((db) => db.selectFrom('money.batch_approval').selectAll().execute())
  const { madeBy: maker } = await world.inside((db) => db.selectFrom('money.transfer_batch').selectAll().executeTakeFirstOrThrow())
  expect(Object.keys(statuses(approved)).every((status) => status === '200' || status === '409')).toBe(true)
  expect(approvals.length).toBe(statuses(approved)['200'])
  expect(new Set(approvals.map((row) => row.approvedBy)).size).toBe(approvals.length)
  expect(approvals.map((row) => row.approvedBy)).not.toContain(maker)
  const exported = await atOnce('money.export-batch', { batchId })
  expect(statuses(exported)).toEqual({ 200: 1, 409: 11 })
  expect(await world.count('money.batch_export')).toBe(1)
  expect(await world.count('money.transfer')).toBe(1)
})

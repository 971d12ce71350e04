import { afterAll, beforeAll, expect, test } from 'vitest'
import { asksInBody, pathOf } from '../../src/platform/contract.ts'
import { contract } from '../../src/programme/contract/index.ts'
import { createHttpWorld, type HttpWorld } from '../support/http-world.ts'
import { invitation } from '../support/invitation.ts'
import { createProgramme, type World } from '../support/world.ts'

/** Secrets and what people type to find others travel in the body: addresses are kept by logs, proxies and histories. */
let http: HttpWorld
let world: World
beforeAll(async () => {
  http = await createHttpWorld()
  world = await createProgramme(http.database)
}, 60_000)
afterAll(() => http.close())

const typed = ['token', 'search', 'text', 'q', 'name', 'email', 'counterparty']

test('every read that takes a secret or a typed text is asked by POST', () => {
  const reads = http.contracts.filter(({ kind }) => kind === 'read')
  const named = reads.filter(({ input }) => typed.some((name) => name in ((input as { shape?: object }).shape ?? {})))
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((read) => !asksInBody(read)).map(pathOf)).toEqual([])
  // A page of a list, a record by its id: these are links and may be kept.
  expect([contract.programme, contract.invitations, contract.years].map(asksInBody)).toEqual([false, false, false])
})

test('the search of a list is answered for a body, without a key, and a foreign page cannot ask', async () => {
  const administrator = await world.person('administrator')
  const cookie = await http.signIn(administrator.userId)
  const ask = (headers: Record<string, string>) =>
    fetch(`${http.url}${pathOf(contract.memberships)}`, {
      method: 'POST',
      headers: { cookie, 'x-kado-programme': world.programmeId, 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ search: administrator.userId }),
    })
  const answer = await ask({})
  expect([answer.status, await answer.json()]).toMatchObject([200, { total: 1, rows: [{ userId: administrator.userId }] }])
  expect((await ask({ origin: 'https://elsewhere.example' })).status).toBe(403)
})

test('the secret of an invitation is not taken from an address', async () => {
  const { token } = await invitation(world, { expiresAt: new Date(Date.now() + 86_400_000).toISOString() })
  const asked = `${http.url}${pathOf(contract.invitation)}?${new URLSearchParams({ input: JSON.stringify({ token }) })}`
  expect((await fetch(asked, { headers: { 'x-kado-programme': world.programmeId } })).status).toBe(422)
  const answer = await http.call(contract.invitation, { cookie: null, programmeId: world.programmeId, input: { token } })
  expect([answer.status, answer.text]).toEqual([200, expect.stringContaining('"state":"open"')])
})

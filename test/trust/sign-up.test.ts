import { afterEach, expect, test } from 'vitest'
import { newId } from '../../src/platform/action.ts'
import { contract } from '../../src/programme/contract/index.ts'
import type { SignUp } from '../../src/main/settings.ts'
import { createHttpWorld, type HttpWorld } from '../support/http-world.ts'
import { invitation } from '../support/invitation.ts'
import { createProgramme } from '../support/world.ts'

/** Who gets in at all: accounts and programmes of people whom nobody knows. */
let http: HttpWorld | undefined
afterEach(async () => {
  await http?.close()
  http = undefined
})

async function signUp(email: string): Promise<{ status: number; code?: string }> {
  const answer = await fetch(`${http?.url}/api/auth/sign-up/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: '見本', email, password: 'a long enough password' }),
  })
  const { code } = (await answer.json()) as { code?: string }
  return code === undefined ? { status: answer.status } : { status: answer.status, code }
}
const doors = async () => ((await (await fetch(`${http?.url}/api/session`)).json()) as { doors: unknown }).doors
const refused = { status: 403, code: 'SIGN_UP_CLOSED' }

test.each<[SignUp, string[]]>([
  ['open', ['invited@people.example', 'withdrawn@people.example', 'stranger@people.example']],
  ['invited', ['invited@people.example']],
  ['closed', []],
])('sign-up %s lets in %j', async (setting, welcome) => {
  http = await createHttpWorld({ signUp: setting })
  const world = await createProgramme(http.database)
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString()
  await invitation(world, { email: 'Invited@people.example', expiresAt })
  await invitation(world, { email: 'withdrawn@people.example', expiresAt, withdrawnAt: new Date().toISOString() })
  for (const email of ['invited@people.example', 'withdrawn@people.example', 'stranger@people.example'])
    expect(await signUp(email), email).toEqual(welcome.includes(email) ? { status: 200 } : refused)
  expect(await doors()).toEqual({ signUp: setting === 'open', opening: false })
})

test('the id of a programme is none that a client chose, and it takes no header to open one', async () => {
  http = await createHttpWorld()
  const owner = await createProgramme(http.database)
  const userId = await owner.user()
  const cookie = await http.signIn(userId)
  const input = { name: '選んだ番号の事業', operatorName: '団体', firstFiscalYear: 2026, lastFiscalYear: 2028 }
  const answer = await http.call(contract['create-programme'], { cookie, programmeId: '00000000-0000-4000-8000-000000000000', input })
  // Somebody was first already.
  expect([answer.status, answer.text]).toEqual([409, expect.stringContaining('opening-closed')])
  await http.database.transaction({ programmeId: owner.programmeId, userId: null }, (db) =>
    db.updateTable('programme.programme').set({ isDemo: true }).execute(),
  )
  const opened = await fetch(`${http.url}/api/programme/create-programme`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'idempotency-key': newId() },
    body: JSON.stringify(input),
  })
  expect(opened.status).toBe(200)
  expect(((await opened.json()) as { programmeId: string }).programmeId).not.toMatch(/^0{8}/)
})

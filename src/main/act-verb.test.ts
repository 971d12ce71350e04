import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createWorld, type World } from '../../test/support/world.ts'
import { listAudit } from '../programme/store/audit.ts'
import { act } from './act-verb.ts'
import { loadAreas } from './areas.ts'

let world: World
let email: string
const said: string[] = []
beforeAll(async () => {
  world = await createWorld()
  const { userId } = await world.person('administrator')
  await world.inside((db) =>
    db
      .insertInto('programme.membership')
      .values({
        programmeId: world.programmeId,
        id: crypto.randomUUID(),
        userId,
        role: 'office',
        scopeKind: 'programme',
        scopeId: world.programmeId,
      })
      .execute(),
  )
  email = `${userId}@people.example`
  for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, 'write').mockImplementation((text) => said.push(String(text)) > 0)
})
afterAll(async () => {
  vi.restoreAllMocks()
  await world.close()
})

const run = (verb: string, input: unknown, ...more: string[]) =>
  act(world.database, [verb, '--programme', world.programmeId, '--as', email, ...more], async () => JSON.stringify(input))

test('what is done on the command line is marked in the log', async () => {
  expect(await run('programme.record-minimum-wage', { prefecture: '長野県', validFrom: '2026-10-01', hourlyYen: 1100 })).toBe(0)
  const { rows } = await world.inside((db) => listAudit(db, { search: '', acts: [], from: null, to: null, cursor: null, limit: 10 }))
  expect(rows.map(({ action, via }) => [action, via])).toEqual([['programme.record-minimum-wage', 'command-line']])
})

test('no action that moves money, or says where it goes, is done there, not even on trial', async () => {
  const { actions } = await loadAreas()
  const moving = actions.filter(({ contract }) => contract.movesMoney).map(({ contract }) => `${contract.area}.${contract.name}`)
  expect(moving).toEqual(
    expect.arrayContaining([
      'money.make-batch',
      'money.approve-batch',
      'money.export-batch',
      'people.record-bank-account',
      'programme.change-operator',
    ]),
  )
  for (const verb of moving) {
    expect(await run(verb, {}), verb).toBe(2)
    expect(await run(verb, {}, '--dry-run'), verb).toBe(2)
  }
  expect(said.join('')).not.toContain('invalid-input')
})

test('every action of the office that asks for a new sign-in moves money', async () => {
  const { actions } = await loadAreas()
  const fresh = actions.filter(({ contract }) => contract.area === 'money' && contract.fresh)
  expect(fresh.filter(({ contract }) => !contract.movesMoney).map(({ contract }) => contract.name)).toEqual([])
})

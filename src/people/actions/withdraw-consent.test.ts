import { afterAll, beforeAll, expect, it } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import type { Actor } from '../../platform/access.ts'
import { query } from '../../platform/read.ts'
import { contract } from '../contract/index.ts'
import type { ConsentPurpose } from '../rules/consents.ts'
import { reads } from '../routes.ts'
import { giveConsent } from './give-consent.ts'
import { withdraw } from './withdraw-consent.ts'

async function arranged(world: World, purpose: ConsentPurpose, withdrawnAt: string | null = null) {
  const { workerId, actor } = await world.worker()
  for (const each of ['personal-data', 'share-with-municipality'])
    await world.insert('people.consent', { workerId, purpose: each, textVersion: '2026-11', givenAt: '2026-01-01T00:00:00Z', withdrawnAt })
  return { actor, input: { workerId, purpose } }
}
const workerOf = (world: World, workerId: string) =>
  world.inside((db) => db.selectFrom('people.worker').select(['state', 'leftOn']).where('id', '=', workerId).executeTakeFirstOrThrow())

actionSuite(withdraw, {
  arrange: (world) => arranged(world, 'personal-data'),
  check: async (world, { effects }, { workerId }) => {
    expect(effects).toContain('papers-stay')
    expect(await workerOf(world, workerId)).toEqual({ state: 'left', leftOn: world.today })
    const standing = await world.inside((db) =>
      db.selectFrom('people.consent').select('purpose').where('workerId', '=', workerId).where('withdrawnAt', 'is', null).execute(),
    )
    expect(standing).toEqual([{ purpose: 'share-with-municipality' }])
  },
  refusals: { 'no-consent': (world) => arranged(world, 'personal-data', '2026-02-01T00:00:00Z') },
})

let world: World
beforeAll(async () => void (world = await createWorld()))
afterAll(() => world.close())

async function ask(name: keyof typeof contract, actor: Actor, input: object = {}): Promise<unknown> {
  const read = reads.find((each) => each.contract.name === name)
  if (!read) throw new Error(`no read ${name}`)
  return query(world.database, read, { programmeId: world.programmeId, input, now: world.now }, async () => actor, actor.userId)
}

it('自治体への提供を取り消すと、担当者には名前が見えず、人数には残る。同意し直すとまた見える', async () => {
  const { actor, input } = await arranged(world, 'share-with-municipality')
  const { municipalityId } = await world.inside((db) =>
    db.selectFrom('people.worker').select('municipalityId').where('id', '=', input.workerId).executeTakeFirstOrThrow(),
  )
  const officer = await world.person('officer', { kind: 'municipality', id: municipalityId })
  const coordinator = await world.person('coordinator', { kind: 'municipality', id: municipalityId })
  await world.inside((db) => withdraw.perform(world.context(db, actor), input))

  expect(await ask('workers', officer)).toMatchObject({ total: 0 })
  expect(await ask('search', officer, { text: 'Worker' })).toMatchObject({ found: [] })
  await expect(ask('worker', officer, { workerId: input.workerId })).rejects.toMatchObject({ code: 'not-found' })
  expect(await ask('counts', officer)).toMatchObject({ rows: [{ everRegistered: 1, registeredNow: 1 }] })
  expect(await ask('workers', coordinator)).toMatchObject({ total: 1 })
  expect(await ask('worker', actor, { workerId: input.workerId })).toMatchObject({ state: 'active' })

  await world.inside((db) => giveConsent.perform(world.context(db, actor), input))
  expect(await ask('workers', officer)).toMatchObject({ total: 1 })
})

it('取り消す前に、残る書類の数と最後の期限が分かる', async () => {
  const { actor, input } = await arranged(world, 'personal-data')
  expect(await ask('papers-kept', actor, { workerId: input.workerId })).toEqual({ until: null, count: 0 })
  await world.assignment({ workerId: input.workerId })
  expect(await ask('papers-kept', actor, { workerId: input.workerId })).toEqual({ until: '2037-06-30', count: 1 })
})

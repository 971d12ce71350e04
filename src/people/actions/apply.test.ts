import { expect, it } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { execute, newId } from '../../platform/action.ts'
import { readGrants } from '../../programme/store/memberships.ts'
import { findByUser, readRecord } from '../store/record.ts'
import { apply } from './apply.ts'

async function input(world: World, given = {}) {
  return {
    name: 'デモ 花子',
    kana: 'でも はなこ',
    displayName: 'はなこ',
    phone: '0261-00-0000',
    postalAddress: '大町市',
    prefecture: '長野県',
    municipalityId: await world.municipality(),
    wantedMonthlyYen: 30_000,
    wantedMonthlyMinutes: 2_400,
    highestMonthlyMinutes: 3_000,
    week: [60, 60, 0, 60, 60, 0, 0],
    skills: [{ skillId: await world.skill(), level: 1 }],
    equipment: ['pc' as const],
    lineSpeedMbps: 100,
    usesEmployees: false,
    consents: ['personal-data' as const, 'share-with-municipality' as const],
    ...given,
  }
}
const newcomer = async (world: World) => ({ userId: await world.user(), grants: [], fresh: true })

actionSuite(apply, {
  arrange: async (world) => ({ actor: await newcomer(world), input: await input(world) }),
  check: async (world, { workerId, number }) => {
    const row = await world.inside((db) => db.selectFrom('people.worker').selectAll().where('id', '=', workerId).executeTakeFirstOrThrow())
    expect(row).toMatchObject({
      number,
      state: 'applicant',
      kana: 'デモ ハナコ',
      registeredOn: null,
      usesEmployees: false,
      usesEmployeesDeclaredOn: world.today,
    })
    const userId = row.userId ?? ''
    expect(await world.inside((db) => readGrants(db, userId))).toEqual([{ role: 'worker', scopeKind: 'self', scopeId: workerId }])
    const record = await world.inside(async (db) => {
      const person = await findByUser(db, userId)
      return person && readRecord(db, person, { payment: true, interviews: true }, world.today)
    })
    expect(record?.week).toEqual([60, 60, 0, 60, 60, 0, 0])
    expect(record?.skills).toMatchObject([{ level: 1, evidence: 'declared' }])
    expect(record?.consents.map((consent) => consent.purpose).sort()).toEqual(['personal-data', 'share-with-municipality'])
  },
  refusals: {
    'already-applied': async (world) => ({ actor: (await world.worker()).actor, input: await input(world) }),
    'municipality-takes-no-part': async (world) => ({
      actor: await newcomer(world),
      input: await input(world, { municipalityId: await world.municipality({ leftOn: '2026-03-31' }) }),
    }),
    'level-too-high': async (world) => ({
      actor: await newcomer(world),
      input: await input(world, { skills: [{ skillId: await world.skill(), level: 9 }] }),
    }),
  },
  invalid: [
    { input: { consents: ['personal-data'] }, path: 'consents.share-with-municipality' },
    { input: { wantedMonthlyMinutes: 3_001, highestMonthlyMinutes: 3_000 }, path: 'wantedMonthlyMinutes' },
    { input: { kana: '漢字' }, path: 'kana' },
    { input: { week: [1, 2, 3] }, path: 'week' },
  ],
})

it('30人が同時に申し込んでも、番号は重ならず、とびもしない', async () => {
  const world = await createWorld()
  const given = await input(world, { skills: [] })
  const people = await Promise.all(Array.from({ length: 30 }, () => newcomer(world)))
  const results = await Promise.all(
    people.map((actor) =>
      execute(
        world.database,
        apply,
        { programmeId: world.programmeId, key: newId(), input: given, now: world.now },
        async () => actor,
        actor.userId,
      ),
    ),
  )
  const numbers = results.map((result) => (result.ok ? result.output.number : 0)).sort((left, right) => left - right)
  expect(numbers).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
  await world.close()
})

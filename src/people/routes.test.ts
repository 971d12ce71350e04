import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '../../test/support/world.ts'
import type { Actor } from '../platform/access.ts'
import { newId } from '../platform/action.ts'
import { query } from '../platform/read.ts'
import { contract } from './contract/index.ts'
import { reads } from './routes.ts'

let world: World
beforeAll(async () => void (world = await createWorld()))
afterAll(() => world.close())

async function ask<Name extends keyof typeof contract>(name: Name, actor: Actor, input: object = {}) {
  const read = reads.find((each) => each.contract.name === name)
  if (!read) throw new Error(`no read ${name}`)
  return query(world.database, read, { programmeId: world.programmeId, input, now: world.now }, async () => actor, actor.userId)
}
const workers = async (actor: Actor, input: object = {}) => contract.workers.output.parse(await ask('workers', actor, input))
const worker = async (actor: Actor, workerId: string) => contract.worker.output.parse(await ask('worker', actor, { workerId }))

async function withAccount(municipalityId: string) {
  const person = await world.worker({ municipalityId, name: '見本 太郎', kana: 'ミホン タロウ' })
  await world.insert('people.bank_account', {
    id: newId(),
    workerId: person.workerId,
    bankCode: '0143',
    bankName: '八十二長野',
    branchCode: '433',
    branchName: '塩尻',
    accountType: 'ordinary',
    accountNumber: '0012345',
    holderKana: 'ﾐﾎﾝ ﾀﾛｳ',
  })
  return person
}

it('自治体担当には自分の自治体の人だけが見え、口座も連絡先も届かない', async () => {
  const own = await world.municipality()
  const other = await world.municipality()
  const { workerId } = await withAccount(own)
  const stranger = await withAccount(other)
  const officer = await world.person('officer', { kind: 'municipality', id: own })
  expect((await workers(officer)).rows.map((row) => row.id)).toEqual([workerId])
  const seen = await ask('worker', officer, { workerId })
  expect(seen).toMatchObject({ name: '見本 太郎', contact: null, payment: null, interviews: null })
  expect(JSON.stringify(seen)).not.toContain('0012345')
  await expect(ask('worker', officer, { workerId: stranger.workerId })).rejects.toMatchObject({ code: 'not-found' })
})

it('口座は事務局・コーディネーター・本人だけに見える', async () => {
  const { workerId, actor } = await withAccount(await world.municipality())
  for (const reader of [await world.person('office'), await world.person('coordinator'), actor]) {
    expect((await worker(reader, workerId)).payment?.bankAccount?.accountNumber).toBe('0012345')
  }
  for (const role of ['director', 'administrator', 'sales'] as const) {
    expect((await worker(await world.person(role), workerId)).payment, role).toBeNull()
  }
})

it('ほかの人のページは、本人の役割では見つからない', async () => {
  const { workerId } = await world.worker()
  const { actor } = await world.worker()
  await expect(ask('worker', actor, { workerId })).rejects.toMatchObject({ code: 'not-found' })
})

it('名前・かな・番号・自治体で探し、状態とスキルで絞り、1ページずつ並べる', async () => {
  const city = await world.municipality({ name: '検索市' })
  const skillId = await world.skill()
  const people = []
  for (const [index, kana] of ['アサヒ', 'イズミ', 'ウエダ'].entries()) {
    people.push(
      await world.worker({
        municipalityId: city,
        name: `さがす${index}`,
        kana,
        number: 9_000 + index,
        state: index === 2 ? 'paused' : 'active',
      }),
    )
  }
  await world.insert('people.worker_skill', {
    workerId: people[1]?.workerId ?? '',
    skillId,
    level: 2,
    evidence: 'tested',
    evidencedOn: '2026-01-01',
  })
  const coordinator = await world.person('coordinator')
  const found = async (input: object) => (await workers(coordinator, input)).rows.map((row) => row.number)
  expect(await found({ search: '検索市' })).toEqual([9_000, 9_001, 9_002])
  expect(await found({ search: 'さがす いずみ' })).toEqual([9_001])
  expect(await found({ search: '9002' })).toEqual([9_002])
  expect(await found({ search: '検索市', states: ['paused'] })).toEqual([9_002])
  expect(await found({ skillIds: [skillId] })).toEqual([9_001])
  expect(await found({ search: '検索市', sort: 'number', descending: true, limit: 2 })).toEqual([9_002, 9_001])
  expect(await found({ search: '検索市', sort: 'number', descending: true, limit: 2, page: 2 })).toEqual([9_000])
  expect((await workers(coordinator, { search: '検索市', limit: 1 })).total).toBe(3)
  expect(await found({ search: '%' })).toEqual([])
})

it('人数は混ざらない: 累計登録 ≥ 現在の登録 ≥ 今月時間を出している人', async () => {
  const city = await world.municipality()
  await world.worker({ municipalityId: city, state: 'applicant', registeredOn: null })
  await world.worker({ municipalityId: city })
  await world.worker({ municipalityId: city, freeMinutes: 0 })
  await world.worker({ municipalityId: city, state: 'paused' })
  await world.worker({ municipalityId: city, state: 'left', leftOn: '2026-06-01' })
  const once = await world.worker({ municipalityId: city, freeMinutes: 0 })
  await world.insert('people.free_minutes_exception', { workerId: once.workerId, onDate: '2026-11-30', minutes: 60 })
  const resting = await world.worker({ municipalityId: city })
  for (let day = 20; day <= 30; day++)
    await world.insert('people.free_minutes_exception', { workerId: resting.workerId, onDate: `2026-11-${day}`, minutes: 0 })
  const coordinator = await world.person('coordinator', { kind: 'municipality', id: city })
  const { rows } = contract.counts.output.parse(await ask('counts', coordinator))
  expect(rows).toMatchObject([
    { municipalityId: city, everRegistered: 6, registeredNow: 5, offeringThisMonth: 2, applicants: 1, paused: 1 },
  ])
})

it('返事を待つ人は、待っている日数の長い順に並ぶ', async () => {
  const city = await world.municipality()
  const late = await world.worker({ municipalityId: city, state: 'applicant', registeredOn: null, appliedOn: '2026-11-18' })
  const first = await world.worker({ municipalityId: city, state: 'applicant', registeredOn: null, appliedOn: '2026-11-01' })
  const coordinator = await world.person('coordinator', { kind: 'municipality', id: city })
  const { rows } = contract.waiting.output.parse(await ask('waiting', coordinator))
  expect(rows.map((row) => [row.id, row.waitingDays])).toEqual([
    [first.workerId, 19],
    [late.workerId, 2],
  ])
})

it('仕事を頼めない人と、その理由が分かる', async () => {
  const city = await world.municipality()
  const { workerId } = await world.worker({
    municipalityId: city,
    freeMinutes: 0,
    equipment: [],
    usesEmployeesDeclaredOn: '2026-04-01',
  })
  const coordinator = await world.person('coordinator', { kind: 'municipality', id: city })
  const { rows } = contract.blocked.output.parse(await ask('blocked', coordinator))
  expect(rows).toMatchObject([{ id: workerId, blockers: ['no-skill', 'no-free-minutes', 'no-pc'] }])
})

it('仕事につながっていない人の一覧は、ページに分かれ、理由と市でしぼれる', async () => {
  const [city, other] = [await world.municipality(), await world.municipality()]
  for (let n = 0; n < 7; n++) await world.worker({ municipalityId: city, wantedMonthlyYen: n % 3, equipment: n < 4 ? ['pc'] : [] })
  await world.worker({ municipalityId: other, name: '見本 花子', kana: 'ミホン ハナコ' })
  const coordinator = await world.person('coordinator')
  const page = async (input: object) => contract.blocked.output.parse(await ask('blocked', coordinator, input))
  const first = await page({ municipalityIds: [city], limit: 5 })
  const rest = await page({ municipalityIds: [city], limit: 5, cursor: first.next })
  expect([first.total, first.rows.length, rest.total, rest.rows.length, rest.next]).toEqual([7, 5, 7, 2, null])
  const all = [...first.rows, ...rest.rows]
  expect(new Set(all.map((row) => row.id)).size).toBe(7)
  expect(all.map((row) => row.wantedMonthlyYen)).toEqual([2, 2, 1, 1, 0, 0, 0])
  expect((await page({ municipalityIds: [city], blockers: ['no-pc'] })).total).toBe(3)
  expect((await page({ municipalityIds: [city], blockers: ['paused'] })).total).toBe(0)
  expect((await page({ search: 'みほん はなこ' })).rows.map((row) => row.name)).toEqual(['見本 花子'])
})

it('登録の入口には、参加している自治体だけが並ぶ', async () => {
  const joined = await world.municipality({ name: '参加市' })
  const left = await world.municipality({ name: '離脱市', leftOn: '2026-03-31' })
  const form = contract['registration-form'].output.parse(await ask('registration-form', { userId: null, grants: [], fresh: false }))
  const ids = form.municipalities.map((row) => row.id)
  expect(ids).toContain(joined)
  expect(ids).not.toContain(left)
  expect(form.prefectures).toHaveLength(47)
})

it('銀行と支店を探せる', async () => {
  const { actor } = await world.worker()
  expect(await ask('banks', actor, { search: 'はちじゅうに' })).toMatchObject({ rows: [{ code: '0143' }] })
  expect(await ask('branches', actor, { bankCode: '0143', search: '433' })).toMatchObject({ bankName: '八十二長野' })
  await expect(ask('branches', actor, { bankCode: '9998', search: '1' })).rejects.toMatchObject({ code: 'not-found' })
})

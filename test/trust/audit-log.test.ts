import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadAreas } from '../../src/main/areas.ts'
import type { Actor } from '../../src/platform/access.ts'
import { execute, newId } from '../../src/platform/action.ts'
import { query } from '../../src/platform/read.ts'
import { contract as programme } from '../../src/programme/contract/index.ts'
import { createWorld, type World } from '../support/world.ts'

const areas = await loadAreas()

describe('操作の記録は、言葉と名前で、何が変わったかを言う', () => {
  let world: World
  let administrator: Actor & { userId: string }
  let second = 0
  beforeAll(async () => {
    world = await createWorld()
    administrator = await world.person('administrator')
  })
  afterAll(() => world.close())

  async function act(name: string, actor: Actor, input: object): Promise<Record<string, string>> {
    const action = areas.actions.find(({ contract }) => `${contract.area}.${contract.name}` === name)
    if (!action) throw new Error(`no act ${name}`)
    const request = { programmeId: world.programmeId, key: newId(), input, now: new Date(world.now.getTime() + 1_000 * second++) }
    const result = await execute(world.database, action, request, async () => actor, actor.userId)
    if (!result.ok) throw new Error(`refused: ${result.refusal.code}`)
    return result.output as Record<string, string>
  }
  async function log(search: string) {
    const read = areas.reads.find(({ contract }) => contract.name === 'audit-log')
    if (!read) throw new Error('no log')
    const request = { programmeId: world.programmeId, input: { search }, now: world.now }
    const answer = await query(world.database, read, request, async () => administrator, administrator.userId)
    return programme['audit-log'].output.parse(answer).rows
  }

  it('設定の前と後を言い、口座の番号は隠す', async () => {
    const bank = { bankCode: '0143', bankName: '八十二長野', branchCode: '433', branchName: '塩尻', accountType: 'ordinary' }
    const operator = { operatorName: '公社', operatorInvoiceNumber: null, payDay: 25 }
    const account = (accountNumber: string) => ({ ...bank, accountNumber, requesterCode: '1234567890', requesterKana: 'ｺｳｼﾔ' })
    await act('programme.change-operator', administrator, { ...operator, bankAccount: account('1111567') })
    await act('programme.change-operator', administrator, { ...operator, payDay: 31, bankAccount: account('2222321') })
    const [newest] = await log('change-operator')
    expect(newest?.facts).toEqual([
      { field: 'bankAccount', kind: 'account', from: '八十二長野 塩尻 …567', to: '八十二長野 塩尻 …321' },
      { field: 'payDay', kind: 'number', from: 25, to: 31 },
    ])
    expect(newest?.names).toContainEqual({ id: world.programmeId, kind: 'programme', name: expect.any(String), nameEn: '' })
    await act('programme.set-approval-rest', administrator, { hours: 96 })
    expect((await log('set-approval-rest'))[0]?.facts).toContainEqual({ field: 'hours', kind: 'number', from: 72, to: 96 })
  })

  it('役割を、与えた人と終えた人の名前で言う', async () => {
    const userId = await world.user('役割 花子')
    await world.insert('programme.membership', { id: newId(), userId, role: 'sales', scopeKind: 'programme', scopeId: world.programmeId })
    const { membershipId } = await act('programme.grant-role', administrator, {
      userId,
      role: 'office',
      scopeKind: 'programme',
      scopeId: world.programmeId,
    })
    await act('programme.end-role', administrator, { membershipId })
    const [ended, granted] = await log('役割 花子')
    expect(granted).toMatchObject({
      action: 'programme.grant-role',
      facts: expect.arrayContaining([{ field: 'role', kind: 'choice', to: 'office' }]),
    })
    expect(ended?.facts).toContainEqual({ field: 'role', kind: 'choice', from: 'office', to: null })
    expect(ended?.names).toContainEqual({ id: userId, kind: 'account', name: '役割 花子', nameEn: '' })
  })

  it('人のことは変わったとだけ言い、名前と口座は読むときに引くので、消えた人には残らない', async () => {
    const { workerId, actor } = await world.worker({ name: '口座 太郎', displayName: 'たろう', kana: 'コウザ タロウ', state: 'active' })
    const account = { workerId, bankCode: '0143', branchCode: '433', accountType: 'ordinary', holderKana: 'コウザ タロウ' }
    await act('people.record-bank-account', actor, { ...account, accountNumber: '7654321' })
    await act('people.record-bank-account', actor, { ...account, accountNumber: '7654999' })
    await act('people.change-state', actor, { workerId, to: 'paused', note: '家族の看病のため' })
    const [paused, second] = await log('口座 太郎')
    expect(paused?.facts).toEqual([
      { field: 'workerId', kind: 'thing', to: workerId },
      { field: 'note', kind: 'hidden' },
      { field: 'to', kind: 'choice', from: 'active', to: 'paused' },
    ])
    const changed = second?.facts.find(({ field }) => field === 'accountId')
    const called = (id: unknown) => second?.names.find((named) => named.id === id)?.name
    expect([called(changed?.from), called(changed?.to)]).toEqual(['八十二長野 塩尻 …321', '八十二長野 塩尻 …999'])
    const kept = await world.inside((db) => db.selectFrom('platform.audit').select('entry').execute())
    for (const personal of ['口座', 'たろう', '7654', '看病', '321'])
      expect(kept.filter(({ entry }) => entry.includes(personal) && entry.includes(workerId))).toEqual([])
    await world.inside((db) =>
      db.updateTable('people.worker').set({ name: '', displayName: '', kana: '' }).where('id', '=', workerId).execute(),
    )
    expect(await log('口座 太郎')).toEqual([])
  })

  it('仕事、受注、発注企業は題名で見つかる', async () => {
    const director = await world.person('director')
    const packageId = await world.package({ title: '古地図の読み取り', state: 'ready' })
    await act('orders.close-package', director, { packageId })
    const [closed] = await log('古地図')
    expect(closed).toMatchObject({
      action: 'orders.close-package',
      facts: expect.arrayContaining([{ field: 'state', kind: 'choice', from: 'ready', to: 'closed' }]),
    })
    expect(closed?.names).toContainEqual({ id: packageId, kind: 'package', name: '古地図の読み取り', nameEn: '' })
    expect(await log('見当たらない題名')).toEqual([])
  })
})

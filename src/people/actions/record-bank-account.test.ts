import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import type { Actor } from '../../platform/access.ts'
import { currentBankAccount } from '../store/payment.ts'
import { recordBankAccount } from './record-bank-account.ts'

const fields = { bankCode: '0143', branchCode: '433', accountType: 'ordinary' as const, accountNumber: '12345', holderKana: 'わーかー' }

async function arranged(world: World, given = {}) {
  const { workerId, actor } = await world.worker()
  return { actor, input: { workerId, ...fields, ...given } }
}

actionSuite(recordBankAccount, {
  arrange: (world) => arranged(world),
  check: async (world, output, { workerId }) => {
    expect(output).toMatchObject({ bankName: '八十二長野', holderKana: 'ﾜ-ｶ-' })
    const row = await world.inside((db) => currentBankAccount(db, workerId))
    expect(row).toMatchObject({ bankCode: '0143', branchCode: '433', accountNumber: '0012345', holderKana: 'ﾜ-ｶ-', holderReason: '' })
  },
  refusals: {
    'bank-unknown': (world) => arranged(world, { bankCode: '9999' }),
    'branch-unknown': (world) => arranged(world, { branchCode: '999' }),
    'holder-is-another': (world) => arranged(world, { holderKana: 'デモ ハナコ' }),
  },
  invalid: [
    { input: { ...fields, holderKana: '山田花子' }, path: 'holderKana' },
    { input: { ...fields, holderKana: 'ヲガワ' }, path: 'holderKana' },
    { input: { ...fields, accountNumber: '0000000' }, path: 'accountNumber' },
    { input: { ...fields, bankCode: '143' }, path: 'bankCode' },
  ],
})

describe('who is told', () => {
  let world: World
  beforeAll(async () => {
    world = await createWorld()
  })
  afterAll(() => world.close())

  const record = (workerId: string, actor: Actor, given = {}) =>
    world.inside(async (db) => recordBankAccount.perform(world.context(db, actor), { workerId, ...fields, ...given }))
  const newsOf = (userId: string) =>
    world.inside((db) => db.selectFrom('platform.notification').select(['kind', 'data']).where('userId', '=', userId).execute())

  it('the person, when somebody else changes where they are paid; not by their own hand', async () => {
    const { workerId, actor } = await world.worker()
    await record(workerId, actor)
    expect(await newsOf(actor.userId)).toEqual([])
    await record(workerId, await world.person('office'))
    expect(await newsOf(actor.userId)).toEqual([
      { kind: 'people.account-changed', data: { by: 'office', bankName: '八十二長野', branchName: '塩尻', lastDigits: '345' } },
    ])
  })

  it('keeps who recorded it and why it is a stranger’s', async () => {
    const { workerId } = await world.worker({ kana: 'ヤマダ ハナコ' })
    const office = await world.person('office')
    expect(await record(workerId, office, { holderKana: 'ヤマダ　タロウ' })).toMatchObject({ code: 'holder-is-another' })
    await record(workerId, office, { holderKana: 'ヤマダ　タロウ', holderReason: '夫の口座' })
    const [row] = await world.inside((db) => db.selectFrom('people.bank_account').selectAll().where('workerId', '=', workerId).execute())
    expect(row).toMatchObject({ recordedBy: office.userId, holderReason: '夫の口座' })
    expect(await record(workerId, office, { holderKana: 'ハナコ ヤマダ' })).toMatchObject({ holderKana: 'ﾊﾅｺ ﾔﾏﾀﾞ' })
    expect(await record(workerId, office, { holderKana: 'ヤマダハナコ' })).toMatchObject({ holderKana: 'ﾔﾏﾀﾞﾊﾅｺ' })
  })
})

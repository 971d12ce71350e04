import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { currentBankAccount } from '../store/payment.ts'
import { recordBankAccount } from './record-bank-account.ts'

const fields = { bankCode: '0143', branchCode: '433', accountType: 'ordinary' as const, accountNumber: '12345', holderKana: 'デモ　はなこ' }

async function arranged(world: World, given = {}) {
  const { workerId, actor } = await world.worker()
  return { actor, input: { workerId, ...fields, ...given } }
}

actionSuite(recordBankAccount, {
  arrange: (world) => arranged(world),
  check: async (world, output, { workerId }) => {
    expect(output).toMatchObject({ bankName: '八十二長野', holderKana: 'ﾃﾞﾓ ﾊﾅｺ' })
    const row = await world.inside((db) => currentBankAccount(db, workerId))
    expect(row).toMatchObject({ bankCode: '0143', branchCode: '433', accountNumber: '0012345', holderKana: 'ﾃﾞﾓ ﾊﾅｺ' })
  },
  refusals: {
    'bank-unknown': (world) => arranged(world, { bankCode: '9999' }),
    'branch-unknown': (world) => arranged(world, { branchCode: '999' }),
  },
  invalid: [
    { input: { ...fields, holderKana: '山田花子' }, path: 'holderKana' },
    { input: { ...fields, holderKana: 'ヲガワ' }, path: 'holderKana' },
    { input: { ...fields, accountNumber: '0000000' }, path: 'accountNumber' },
    { input: { ...fields, bankCode: '143' }, path: 'bankCode' },
  ],
})

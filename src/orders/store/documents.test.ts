import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '../../../test/support/world.ts'
import { newId } from '../../platform/action.ts'
import { registerTemplate } from '../../platform/documents.ts'
import { listOwnDocuments, type DocumentQuestion } from './documents.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  registerTemplate({ name: 'test', allow: {}, isPersonal: true, pdf: async () => new Uint8Array() })
})
afterAll(() => world.close())

const everything: DocumentQuestion = { cursor: null, limit: 50, from: null, to: null, minYen: null, maxYen: null, party: '' }

it('自分の書類だけを、日付・金額・相手で探せる', async () => {
  const mine = await world.user()
  const other = await world.user()
  const add = (owner: string, transactionOn: string, amountYen: number, orderer: string) =>
    world.insert('platform.document', {
      id: newId(),
      kind: 'notice-of-terms',
      number: `N-${transactionOn}-${amountYen}`,
      template: 'test',
      transactionOn,
      amountYen,
      counterpartyName: 'Worker',
      ownerUserId: owner,
      data: JSON.stringify({ orderer: { name: orderer }, work: { title: '名刺' } }),
      sha256: Buffer.alloc(32),
      issuedAt: world.now.toISOString(),
      retainUntil: '2037-06-30',
    })
  await add(mine, '2026-11-01', 1_000, '見本振興公社')
  await add(mine, '2026-11-02', 2_000, '見本振興公社')
  await add(mine, '2026-11-03', 3_000, 'べつの公社')
  await add(other, '2026-11-04', 4_000, '見本振興公社')
  const amounts = async (asked: Partial<DocumentQuestion>) => {
    const { rows, total } = await world.inside((db) => listOwnDocuments(db, mine, { ...everything, ...asked }))
    expect(total).toBe(rows.length)
    return rows.map((row) => row.amountYen)
  }
  expect(await amounts({})).toEqual([3_000, 2_000, 1_000])
  expect(await amounts({ from: '2026-11-02', to: '2026-11-02' })).toEqual([2_000])
  expect(await amounts({ minYen: 2_000 })).toEqual([3_000, 2_000])
  expect(await amounts({ maxYen: 1_999 })).toEqual([1_000])
  expect(await amounts({ party: 'べつ' })).toEqual([3_000])
  expect(await amounts({ party: '%' })).toEqual([])
})

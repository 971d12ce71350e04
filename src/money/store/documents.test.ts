import { afterAll, beforeAll, expect, it } from 'vitest'
import { at, closeMonthOf, done, giveAccount, payable } from '../../../test/support/money.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { listOwnDocuments } from '../../orders/store/documents.ts'
import { contract as orders } from '../../orders/contract/index.ts'
import { issueStatements } from '../actions/issue-statements.ts'
import { registerTemplate } from '../../platform/documents.ts'
import { contract } from '../contract/index.ts'
import { templates } from '../documents/index.ts'
import { listDocuments } from './books.ts'

let world: World
beforeAll(async () => {
  for (const template of templates) registerTemplate(template)
  world = await createWorld({ today: '2026-11-20' })
})
afterAll(() => world.close())

const anything = { from: null, to: null, minYen: null, maxYen: null, party: '', kind: 'statement', cursor: null, limit: 50 }

it('書類は、取引金額（税込・源泉徴収の前）でも差引支払額でも見つかり、その間の額では見つからない', async () => {
  // 30,000 yen of writing: 33,000 yen with tax, 3,063 yen withheld, 29,937 yen paid (law.md §5.2).
  const { actor, workerId } = await world.worker()
  await payable(world, { workerId, withholding: 'subject', units: 250 })
  await giveAccount(world, workerId)
  const closeId = await closeMonthOf(world, '2026-10-01', '2026-11-20T03:00:00Z')
  await world.inside((db) => done(at(world, '2026-11-20T03:00:00Z')(db), issueStatements, { closeId }))
  const found = (minYen: number | null, maxYen: number | null) =>
    world.inside(async (db) => {
      const question = { ...anything, minYen, maxYen }
      const { rows } = await listDocuments(db, question)
      const own = await listOwnDocuments(db, actor.userId, question)
      expect(own.rows.filter((row) => row.kind === 'statement')).toHaveLength(rows.length)
      return rows.map((row) => [row.amountYen, row.netYen])
    })
  const it_ = [[33_000, 29_937]]
  expect(await found(33_000, 33_000)).toEqual(it_)
  expect(await found(29_937, 29_937)).toEqual(it_)
  expect(await found(32_000, null)).toEqual(it_)
  expect(await found(null, 30_000)).toEqual(it_)
  expect(await found(30_000, 32_000)).toEqual([])
  expect(await found(33_001, null)).toEqual([])
})

it.each([
  ['documents', contract.documents.input, { from: '2026-12-01', to: '2026-11-01' }, 'to'],
  ['documents', contract.documents.input, { minYen: 2, maxYen: 1 }, 'maxYen'],
  ['my-documents', orders['my-documents'].input, { from: '2026-12-01', to: '2026-11-01' }, 'to'],
  ['my-documents', orders['my-documents'].input, { minYen: 2, maxYen: 1 }, 'maxYen'],
  ['journal', contract.journal.input, { from: '2026-12-01', to: '2026-11-01' }, 'to'],
  ['journal-csv', contract['journal-csv'].input, { from: '2026-12-01', to: '2026-11-01' }, 'to'],
  ['trial-balance', contract['trial-balance'].input, { from: '2026-12-01', to: '2026-11-01' }, 'to'],
])('%s は、逆になった範囲を断る', (_, input, question, path) => {
  const result = input.safeParse(question)
  expect(result.error?.issues.map((issue) => [issue.path.join('.'), 'params' in issue && issue.params?.['code']])).toEqual([
    [path, 'range-reversed'],
  ])
  const [first = '', last = ''] = Object.keys(question)
  const inOrder = { [first]: Object.values(question)[1], [last]: Object.values(question)[0] }
  expect(input.safeParse(inOrder).success).toBe(true)
  expect(input.safeParse({ [first]: Object.values(question)[0], [last]: Object.values(question)[0] }).success).toBe(true)
})

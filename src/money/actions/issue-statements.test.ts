import { expect, it } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { at, closeMonthOf, done, giveAccount, payable } from '../../../test/support/money.ts'
import { createWorld } from '../../../test/support/world.ts'
import { readableDocument, registerTemplate, verifyDocuments } from '../../platform/documents.ts'
import { readPdf, withoutSpace } from '../../../test/support/read-pdf.ts'
import { templates } from '../documents/index.ts'
import { withoutDocument } from '../store/statement-documents.ts'
import { issueStatements } from './issue-statements.ts'

const instant = '2026-11-20T03:00:00Z'

actionSuite(issueStatements, {
  arrange: async (world) => {
    await payable(world)
    await payable(world)
    return { actor: await world.person('office'), input: { closeId: await closeMonthOf(world, '2026-10-01', instant), limit: 500 } }
  },
  check: async (world, output, input) => {
    expect(output.issuedCount).toBe(2)
    expect(await world.inside((db) => withoutDocument(db, input.closeId, 10))).toEqual([])
  },
  refusals: {},
})

it('登録事業者の明細書は登録番号を持ち、読み出せて、連鎖は壊れていない', async () => {
  for (const template of templates) registerTemplate(template)
  const world = await createWorld()
  const { workerId, actor } = await world.worker()
  await giveAccount(world, workerId)
  await world.insert('people.invoice_registration', {
    id: crypto.randomUUID(),
    workerId,
    number: 'T7000012050002',
    validFrom: '2026-01-01',
  })
  await payable(world, { workerId })
  const closeId = await closeMonthOf(world, '2026-10-01', instant)
  await world.inside((db) => done(at(world, instant)(db), issueStatements, { closeId }))
  const found = await world.inside(async (db) => {
    const { documentId } = await db.selectFrom('money.statement_document').select('documentId').executeTakeFirstOrThrow()
    const stranger = await readableDocument(db, { userId: 'stranger', grants: [], fresh: true }, documentId)
    return {
      stranger,
      own: await readableDocument(db, actor, documentId),
      broken: (await verifyDocuments(db)).broken.filter((each) => each.startsWith('statement')),
    }
  })
  expect(found.stranger).toBeNull()
  expect(found.broken).toEqual([])
  if (!found.own) throw new Error('the owner cannot read it')
  const { row, template } = found.own
  const bytes = await template.pdf(row.data, { number: row.number, issuedAt: row.issuedAt, sha256: row.sha256.toString('hex') })
  const text = withoutSpace(readPdf(bytes).text)
  for (const word of ['仕入明細書', 'T7000012050002', '1,320']) expect(text).toContain(word)
  await world.close()
})

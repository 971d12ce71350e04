import { beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '../support/world.ts'
import { loadAreas } from '../../src/main/areas.ts'
import type { Actor } from '../../src/platform/access.ts'
import { newId } from '../../src/platform/action.ts'
import { personalTemplates, readableDocument, storeDocument } from '../../src/platform/documents.ts'
import { readableFile } from '../../src/platform/files.ts'
import { setGrantSource } from '../../src/platform/grants.ts'
import { readGrants } from '../../src/programme/store/memberships.ts'
import { deliverOrder } from '../../src/delivery/actions/deliver-order.ts'

beforeAll(async () => {
  setGrantSource(readGrants)
  await loadAreas()
})

async function delivered(world: World) {
  const orderId = await world.order()
  const packageId = await world.package({ orderId })
  await world.acceptance(await world.submission({ assignmentId: await world.assignment({ packageId, units: 10 }) }))
  const director = await world.person('director', { kind: 'order', id: orderId })
  const fileId = newId()
  const about = { name: 'x.txt', mediaType: 'text/plain', byteCount: 1, receivedByteCount: 1, completedAt: world.now.toISOString() }
  await world.insert('platform.file', { id: fileId, uploadedBy: director.userId, ...about })
  const input = { orderId, message: '', lines: [{ packageId, units: 10 }], fileIds: [fileId] }
  const made = await world.inside((db) => deliverOrder.perform(world.context(db, director), input))
  if (!('documentId' in made)) throw new Error('not delivered')
  return { director, fileId, documentId: made.documentId }
}

it('受注の書類とファイルは、いまの役割で読める。役割が終わると、作った人も読めない', async () => {
  const world = await createWorld()
  const { director, fileId, documentId } = await delivered(world)
  const other = await world.person('director', { kind: 'order', id: await world.order() })
  const reads = (actor: Actor & { userId: string }) =>
    world.inside(async (db) => {
      const now = { ...actor, grants: await readGrants(db, actor.userId) }
      return [
        (await readableDocument(db, now, documentId)) !== null,
        (await readableFile(db, fileId, { userId: actor.userId, now: world.now })) !== null,
      ]
    })
  expect(await reads(director)).toEqual([true, true])
  expect(await reads(other)).toEqual([false, false])
  await world.inside((db) =>
    db.updateTable('programme.membership').set({ endedAt: world.now.toISOString() }).where('userId', '=', director.userId).execute(),
  )
  expect(await reads(director)).toEqual([false, false])
})

it('自分の契約条件と支払明細は、役割が終わっても読める', async () => {
  const world = await createWorld()
  const { workerId, actor } = await world.worker()
  const own = {
    transactionOn: '2026-11-20',
    amountYen: 1,
    counterpartyId: workerId,
    counterpartyName: 'W',
    ownerUserId: actor.userId,
    data: {},
  }
  const personal = personalTemplates()
  // A version that loses the mark would take the papers from whom they belong to.
  expect(personal).toEqual(
    expect.arrayContaining(['notice-of-terms/v1', 'statement/v1', 'statement/v2', 'payment-record/v1', 'payment-record/v2']),
  )
  for (const template of personal.filter((name) => /^(notice-of-terms|statement|payment-record)\/v/.test(name))) {
    const kind = template.replace(/\/.*/, '')
    const { id } = await world.inside((db) =>
      storeDocument(world.context(db), { kind, prefix: 'X-', template, retainUntil: '2037-06-30', ...own }),
    )
    expect(await world.inside((db) => readableDocument(db, { ...actor, grants: [] }, id)), template).not.toBeNull()
    expect(await world.inside((db) => readableDocument(db, { userId: 'stranger', grants: [], fresh: true }, id)), template).toBeNull()
  }
})

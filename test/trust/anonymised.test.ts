import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadAreas } from '../../src/main/areas.ts'
import { contract } from '../../src/people/contract/index.ts'
import { anonymisePerson } from '../../src/people/actions/anonymise-person.ts'
import { anonymiseLeavers } from '../../src/people/jobs.ts'
import { reads } from '../../src/people/routes.ts'
import { readableDocument, verifyDocuments } from '../../src/platform/documents.ts'
import { verifySeals } from '../../src/platform/proof/seals.ts'
import { query } from '../../src/platform/read.ts'
import { endClient } from '../../src/sales/actions/end-client.ts'
import { anonymiseClients } from '../../src/sales/jobs.ts'
import { listEndedClients } from '../../src/sales/store.ts'
import { newId } from '../../src/platform/action.ts'
import { left } from '../support/leaver.ts'
import { createWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  await loadAreas()
  world = await createWorld()
}, 60_000)
afterAll(() => world.close())

/** The tables of the programme in which a text still stands. */
async function placesOf(text: string): Promise<string[]> {
  return world.inside(async (db) => {
    const { rows } = await sql<{ name: string; schema: string }>`
      select c.table_schema as schema, c.table_name as name from information_schema.tables c
      where c.table_type = 'BASE TABLE' and c.table_name <> 'seal'
        and c.table_schema in ('platform', 'programme', 'people', 'sales', 'orders', 'matching', 'delivery', 'money', 'indicators')`.execute(
      db,
    )
    const found: string[] = []
    for (const { schema, name } of rows) {
      const hit = await sql`select from ${sql.id(schema, name)} t where t::text like ${`%${text}%`} limit 1`.execute(db)
      if (hit.rows.length > 0) found.push(`${schema}.${name}`)
    }
    return found.sort()
  })
}

it('期限が過ぎた人は夜に匿名になり、名前も口座もどの表にも残らない。期限前の書類はその日まで残る', async () => {
  const over = await left(world, '2026-11-19')
  const kept = await left(world, '2026-11-20')
  await world.inside((db) => anonymiseLeavers(world.context(db)))

  expect(await placesOf(over.secret)).toEqual([])
  // The account is gone; its id, which says nothing of the person, stays where it was written for good.
  expect(await placesOf(over.actor.userId)).toEqual(['platform.audit', 'programme.membership'])
  expect((await placesOf(kept.secret)).sort()).toEqual([
    'people.state_change',
    'people.worker',
    'platform.document',
    'platform.notification',
  ])
  const accounts = await world.inside((db) => db.selectFrom('people.bank_account').select(['workerId', 'accountNumber']).execute())
  expect(accounts.find((row) => row.workerId === over.workerId)?.accountNumber).toBe('0000000')
  expect(accounts.find((row) => row.workerId === kept.workerId)?.accountNumber).toBe('7654321')

  const paper = (id: string, userId: string) => world.inside((db) => readableDocument(db, { userId, grants: [], fresh: true }, id))
  expect(await paper(over.documentId, over.actor.userId)).toBeNull()
  expect(await paper(kept.documentId, kept.actor.userId)).not.toBeNull()
  expect((await world.inside(verifyDocuments)).broken).toEqual([])
  expect((await world.inside(verifySeals)).broken).toEqual([])

  const read = reads.find((each) => each.contract.name === contract.leavers.name)
  const administrator = await world.person('administrator')
  if (!read) throw new Error('no report')
  const ask = { programmeId: world.programmeId, input: {}, now: world.now }
  const report = contract.leavers.output.parse(await query(world.database, read, ask, async () => administrator, administrator.userId))
  const byId = new Map(report.rows.map((row) => [row.id, row]))
  expect(byId.get(over.workerId)).toMatchObject({ keptUntil: '2026-11-19', papers: 1, erasedPapers: 1, anonymisedOn: world.today })
  expect(byId.get(kept.workerId)).toMatchObject({ keptUntil: '2026-11-20', papers: 1, erasedPapers: 0, anonymisedOn: null })
})

/** What a person leaves behind beside the record: texts by and about them, texts of others that name them, a file. Answers what was counted. */
async function leavesTraces({ workerId, actor, secret, documentId }: Awaited<ReturnType<typeof left>>) {
  const reader = await world.user()
  const orderId = await world.order({ description: `担当は${secret}さん` })
  const packageId = await world.package({ orderId, summary: secret.replace(' ', '\u3000') })
  const offerId = await world.offer({ packageId, workerId, why: JSON.stringify([{ text: secret }]), state: 'accepted' })
  const assignmentId = await world.assignment({ packageId, workerId, offerId, noticeDocumentId: documentId })
  const submissionId = await world.submission({ assignmentId, note: secret })
  const day = '2015-05-01'
  const texts = { item: secret, reason: secret, evidence: secret, cause: 'orderer' as const, correctBy: day, returnedOn: day }
  await world.insert('delivery.rework', { submissionId, ...texts, returnedBy: reader })
  await world.acceptance(submissionId, { note: secret })
  await world.insert('orders.question', { id: newId(), packageId, workerId, text: secret, answer: `${secret}さんへ` })
  const asked = { id: newId(), assignmentId, workerId, wantedPriceYen: 150, reason: secret, requestedOn: day }
  await world.insert('orders.price_request', { ...asked, explanation: secret, answeredOn: day })
  await world.insert('orders.manual_version', {
    packageId,
    version: 1,
    steps: JSON.stringify([{ title: `${secret}さんに聞く`, body: '', check: true }]),
    publishedBy: reader,
  })
  await world.insert('money.operating_cost', {
    id: newId(),
    paidOn: day,
    amountYen: 777,
    description: `${secret}の交通費`,
    recordedBy: reader,
  })
  await world.insert('people.interview', { id: newId(), workerId, heldOn: day, heldBy: reader, note: secret, outcome: 'suitable' })
  const file = { name: `${secret} 履歴書.pdf`, mediaType: 'application/pdf', byteCount: 3, uploadedBy: actor.userId }
  const fileId = newId()
  await world.insert('platform.file', { id: fileId, ...file })
  const email = await world.inside((db) =>
    db.selectFrom('people.worker').select('email').where('id', '=', workerId).executeTakeFirstOrThrow(),
  )
  await world.insert('programme.invitation', {
    id: newId(),
    email: email.email.toUpperCase(),
    role: 'worker',
    scopeKind: 'self',
    scopeId: newId(),
    tokenSha256: Buffer.from(newId()),
    invitedBy: reader,
    expiresAt: '2015-06-01T00:00:00Z',
  })
  return { email: email.email, fileId, orderId, submissionId }
}

it('自由に書いた文、名前の出てくるほかの文、ファイルの名前、招待の宛先も消え、金額は残る', async () => {
  const over = await left(world, '2026-11-18')
  const { email, fileId, orderId, submissionId } = await leavesTraces(over)
  await world.inside((db) => anonymisePerson.perform(world.context(db), { workerId: over.workerId }))

  expect(await placesOf(over.secret)).toEqual([])
  expect(await placesOf(over.secret.replace(' ', '\u3000'))).toEqual([])
  expect([...(await placesOf(email)), ...(await placesOf(email.toUpperCase()))]).toEqual([])
  const { number } = await world.inside((db) =>
    db.selectFrom('people.worker').select('number').where('id', '=', over.workerId).executeTakeFirstOrThrow(),
  )
  const order = await world.inside((db) => db.selectFrom('orders.client_order').select('description').where('id', '=', orderId).execute())
  expect(order).toEqual([{ description: `担当はW-${String(number).padStart(5, '0')}さん` }])
  const file = await world.inside((db) => db.selectFrom('platform.file').select('name').where('id', '=', fileId).execute())
  expect(file).toEqual([{ name: 'file.pdf' }])
  const returned = await world.inside((db) =>
    db.selectFrom('delivery.rework').selectAll().where('submissionId', '=', submissionId).execute(),
  )
  expect(returned).toMatchObject([{ item: '―', reason: '―', evidence: '―', cause: 'orderer', returnedOn: '2015-05-01' }])
  const cost = await world.inside((db) => db.selectFrom('money.operating_cost').select('amountYen').execute())
  expect(cost).toEqual([{ amountYen: 777 }])
  expect((await world.inside(verifySeals)).broken).toEqual([])
  const rows = await world.inside((db) =>
    db.selectFrom('platform.erased_rows').select(['relation', 'rowCount']).where('partyId', '=', over.workerId).execute(),
  )
  expect(rows).toContainEqual({ relation: 'delivery.rework', rowCount: 1 })
  expect(rows).toContainEqual({ relation: 'orders.question', rowCount: 1 })
})

it('続いている人の文は、消えた人の名前のところだけが変わる', async () => {
  const stays = await world.worker({ name: '残る 人' })
  const packageId = await world.package({ summary: '山田太郎さんと海の仕事' })
  await world.insert('orders.question', { id: newId(), packageId, workerId: stays.workerId, text: '山田 太郎さんのかわりに受けます。' })
  const over = await world.worker({ name: '山田　太郎', displayName: '海', state: 'left', leftOn: '2016-03-31' })
  await world.inside((db) => anonymisePerson.perform(world.context(db), { workerId: over.workerId }))
  const texts = await world.inside((db) => db.selectFrom('orders.question').select('text').where('workerId', '=', stays.workerId).execute())
  expect(texts[0]?.text).toMatch(/^W-\d{5}さんのかわりに受けます。$/)
  const work = await world.inside((db) => db.selectFrom('orders.package').select('summary').where('id', '=', packageId).executeTakeFirst())
  expect(work?.summary).toMatch(/^W-\d{5}さんと海の仕事$/)
})

it('期限の前の人の文は、消すための入り口からも変えられない', async () => {
  const { workerId } = await left(world, '2099-06-30')
  const begin = world.inside((db) => sql`select platform.begin_erasing(${workerId}::uuid, 'people.state_change')`.execute(db))
  await expect(begin).rejects.toThrow(/may be erased yet/)
})

it('終わった発注企業の担当者は、期限の夜に、連絡先もアカウントも書類の中身も消える', async () => {
  const contact = { contactName: '窓口 花', contactEmail: 'hana@client.example', contactPhone: '0261-22-0420' }
  const clientId = await world.client({ ...contact, note: '花さんは午後だけ', endedOn: '2023-11-01' })
  const keptId = await world.client({ ...contact, contactName: '別の 窓口', contactEmail: 'b@client.example', endedOn: '2024-11-01' })
  const boundId = await world.client()
  await world.order({ clientId: boundId, state: 'running' })
  const end = await world.inside((db) => endClient.perform(world.context(db), { clientId: boundId }))
  expect(end).toMatchObject({ code: 'client-still-bound' })
  const person = await world.person('client', { kind: 'client', id: clientId })
  const orderId = await world.order({ clientId, description: '窓口花さんに送る', state: 'accepted' })
  const deliveryId = newId()
  const delivery = { number: 'D-1', unitsByPackage: '[]', deliveredOn: '2020-01-01', deliveredBy: 'somebody' }
  await world.insert('delivery.client_delivery', { id: deliveryId, orderId, ...delivery })
  await world.insert('delivery.client_return', { deliveryId, reason: '花の確認', returnedOn: '2020-01-02', returnedBy: person.userId })
  await world.inside((db) => anonymiseClients(world.context(db)))

  for (const text of ['窓口 花', '窓口花', '花さん', '花の確認', 'hana@client.example']) expect(await placesOf(text), text).toEqual([])
  expect(await placesOf('別の 窓口')).toEqual(['sales.client'])
  expect(await world.inside((db) => db.selectFrom('platform.user').select('id').where('id', '=', person.userId).execute())).toEqual([])
  const { rows } = await world.inside((db) => listEndedClients(db, { waiting: false, cursor: null, limit: 10 }))
  const byId = new Map(rows.map((row) => [row.id, row]))
  expect(byId.get(clientId)).toMatchObject({ keptUntil: '2026-11-01', erasedOn: world.today })
  expect(byId.get(keptId)).toMatchObject({ keptUntil: '2027-11-01', erasedOn: null, erasedRows: 0 })
})

it('書類は期限の前に消せず、ほかの列のためにも書きかえられない', async () => {
  const { workerId, documentId } = await left(world, '2099-06-30')
  await world.inside((db) => sql`select platform.erase_documents(${workerId}::uuid, '2100-01-01')`.execute(db))
  const row = await world.inside((db) => db.selectFrom('platform.document').select('data').where('id', '=', documentId).executeTakeFirst())
  expect(JSON.stringify(row)).toContain('消える')
  await expect(world.inside((db) => db.updateTable('platform.document').set({ amountYen: 1 }).execute())).rejects.toThrow(/append-only/)
})

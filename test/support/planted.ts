import type pg from 'pg'
import { newId } from '../../src/platform/action.ts'
import { tenantTables } from './tables.ts'
import type { Ids } from './sample-input.ts'
import { recordPayables } from '../../src/money/jobs.ts'
import { unposted } from '../../src/money/store/payables.ts'
import { acceptOffer } from '../../src/orders/actions/accept-offer.ts'
import { batchOf, closeMonthOf, done, giveAccount, setOperatorAccount } from './money.ts'
import type { World } from './world.ts'

/** What belongs together: a city, a site, a client, an order, a worker and all that hangs on them. */
export interface Half {
  municipality: string
  site: string
  client: string
  order: string
  self: string
  packageId: string
  workerUserId: string
}

/** Fills one half of a programme. Every text that is not for everybody begins with `planted-<label>-`. */
export async function plantHalf(world: World, label: string): Promise<Half> {
  const text = (what: string) => `planted-${label}-${what}`
  const municipality = await world.municipality({ name: `shown-${label}-city` })
  const site = await world.site({ municipality_id: municipality, name: `shown-${label}-site` })
  const client = await world.client({
    name: text('client'),
    contact_name: text('contact'),
    contact_email: `${text('mail')}@client.example`,
    note: text('client-note'),
    postal_address: text('address'),
  })
  const order = await world.order({
    client_id: client,
    title: text('order'),
    description: text('order-description'),
    municipality_id: municipality,
  })
  const workKind = await world.workKind()
  const packageId = await world.package({
    order_id: order,
    work_kind_id: workKind,
    title: text('package'),
    summary: text('summary'),
    specification: text('specification'),
    is_public: false,
    on_site_id: site,
    expenses: text('expenses'),
    intellectual_property: text('rights'),
    personal_data: text('personal'),
    work_place: text('place'),
    contact: text('asked-at'),
  })
  const worker = await world.worker({
    name: text('worker-name'),
    display_name: text('worker-shown'),
    phone: text('worker-phone'),
    postal_address: text('worker-address'),
    municipality_id: municipality,
    site_id: site,
    email: `${text('worker-mail')}@people.example`,
  })
  const { workerId } = worker
  await giveAccount(world, workerId)
  const accepted = await world.offer({ package_id: packageId, worker_id: workerId })
  const { assignmentId, noticeDocumentId } = await world.inside((db) =>
    done(world.context(db, worker.actor), acceptOffer, { offerId: accepted }),
  )
  await inspected(world, { workerId, packageId, noticeDocumentId, note: text('note') })
  const fileId = await file(world, worker.actor.userId, text('file'))
  const waiting = await world.submission({ assignment_id: assignmentId, note: text('waiting-note') })
  await world.insert('delivery.submission_file', { submission_id: waiting, file_id: fileId })
  await world.offer({ package_id: packageId, worker_id: workerId })
  await world.insert('orders.question', { id: newId(), package_id: packageId, worker_id: workerId, text: text('question') })
  const steps = JSON.stringify([{ title: text('step'), body: text('step-body'), check: true }])
  await world.insert('orders.manual_version', { package_id: packageId, version: 1, steps, published_by: 'somebody' })
  await world.insert('orders.manual_draft', { package_id: packageId, steps, saved_by: 'somebody' })
  await world.insert('delivery.client_delivery', {
    id: newId(),
    order_id: order,
    number: `D-${label}`,
    message: text('message'),
    units_by_package: JSON.stringify([{ packageId, units: 20 }]),
    delivered_on: world.today,
    delivered_by: 'somebody',
  })
  await world.insert('people.interview', {
    id: newId(),
    worker_id: workerId,
    held_on: world.today,
    held_by: 'somebody',
    note: text('interview'),
    outcome: 'suitable',
  })
  await world.insert('platform.notification', {
    id: newId(),
    user_id: worker.actor.userId,
    kind: 'offer.made',
    data: JSON.stringify({ text: text('notice') }),
  })
  await world.insert('money.operating_cost', {
    id: newId(),
    paid_on: world.today,
    amount_yen: 1_000,
    description: text('cost'),
    municipality_id: municipality,
    recorded_by: 'somebody',
  })
  return { municipality, site, client, order, self: workerId, packageId, workerUserId: worker.actor.userId }
}

/** One accepted hand-in of October with its payable. */
async function inspected(
  world: World,
  { workerId, packageId, noticeDocumentId, note }: { workerId: string; packageId: string; noticeDocumentId: string; note: string },
): Promise<void> {
  const assignmentId = await world.assignment({
    worker_id: workerId,
    package_id: packageId,
    units: 20,
    notice_document_id: noticeDocumentId,
  })
  const submissionId = await world.submission({
    assignment_id: assignmentId,
    received_on: '2026-10-15',
    received_at: '2026-10-15T03:00:00Z',
    note,
  })
  await world.acceptance(submissionId, { accepted_on: '2026-10-15' })
  await world.inside(async (db) => recordPayables(world.context(db), await unposted(db, submissionId)))
}

async function file(world: World, userId: string, name: string): Promise<string> {
  const id = newId()
  await world.insert('platform.file', {
    id,
    name: `${name}.txt`,
    media_type: 'text/plain',
    byte_count: 3,
    received_byte_count: 3,
    uploaded_by: userId,
    completed_at: world.now.toISOString(),
  })
  await world.insert('platform.file_chunk', { file_id: id, start_byte: 0, bytes: Buffer.from('abc') })
  return id
}

/** A month of the programme closed and its bank file made, so that money has rows too. */
export async function plantMoney(world: World): Promise<void> {
  await setOperatorAccount(world)
  const closeId = await closeMonthOf(world, '2026-10-01', '2026-11-16T03:00:00Z')
  await batchOf(world, closeId, 'exported')
}

/** One id of every tenant table, by the name that inputs use for it; of the given half where it has one. */
export async function idsOf(client: pg.Client, world: World, half: Half): Promise<Ids> {
  const ids: Record<string, string> = {}
  for (const { name, hasId } of await tenantTables(client)) {
    if (!hasId) continue
    const { rows } = await client.query<{ id: string }>(
      `select id from ${name} t where programme_id = $1 order by t::text like any ($2) desc, id limit 1`,
      [world.programmeId, [half.self, half.packageId, half.order, half.client].map((id) => `%${id}%`)],
    )
    const word = name.slice(name.indexOf('.') + 1).replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
    if (rows[0]) ids[`${word}Id`] = rows[0].id
  }
  const alias = (name: string, table: string) => (ids[table] === undefined ? {} : { [name]: ids[table] })
  return {
    ...ids,
    orderId: half.order,
    packageId: half.packageId,
    workerId: half.self,
    clientId: half.client,
    municipalityId: half.municipality,
    siteId: half.site,
    onSiteId: half.site,
    userId: half.workerUserId,
    scopeId: half.order,
    ...alias('deliveryId', 'clientDeliveryId'),
    ...alias('closeId', 'monthCloseId'),
    ...alias('batchId', 'transferBatchId'),
    ...alias('invoiceId', 'clientInvoiceId'),
    ...alias('registrationId', 'invoiceRegistrationId'),
    ...alias('fileId', 'fileId'),
    ...alias('evidenceFileId', 'fileId'),
    ...alias('replaces', 'submissionId'),
  }
}

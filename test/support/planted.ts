import type pg from 'pg'
import { newId } from '../../src/platform/action.ts'
import { idsNear } from './tables.ts'
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
  const site = await world.site({ municipalityId: municipality, name: `shown-${label}-site` })
  const client = await world.client({
    name: text('client'),
    contactName: text('contact'),
    contactEmail: `${text('mail')}@client.example`,
    note: text('client-note'),
    postalAddress: text('address'),
  })
  const order = await world.order({
    clientId: client,
    title: text('order'),
    description: text('order-description'),
    municipalityId: municipality,
  })
  const workKind = await world.workKind()
  const packageId = await world.package({
    orderId: order,
    workKindId: workKind,
    title: text('package'),
    summary: text('summary'),
    specification: text('specification'),
    isPublic: false,
    onSiteId: site,
    expenses: text('expenses'),
    intellectualProperty: text('rights'),
    personalData: text('personal'),
    workPlace: text('place'),
    contact: text('asked-at'),
  })
  const worker = await world.worker({
    name: text('worker-name'),
    displayName: text('worker-shown'),
    phone: text('worker-phone'),
    postalAddress: text('worker-address'),
    municipalityId: municipality,
    siteId: site,
    email: `${text('worker-mail')}@people.example`,
  })
  const { workerId } = worker
  await giveAccount(world, workerId)
  const accepted = await world.offer({ packageId, workerId })
  const { assignmentId, noticeDocumentId } = await world.inside((db) =>
    done(world.context(db, worker.actor), acceptOffer, { offerId: accepted }),
  )
  await inspected(world, { workerId, packageId, noticeDocumentId, note: text('note') })
  const fileId = await file(world, worker.actor.userId, text('file'))
  const waiting = await world.submission({ assignmentId, note: text('waiting-note') })
  await world.insert('delivery.submission_file', { submissionId: waiting, fileId })
  await world.offer({ packageId, workerId })
  await world.insert('orders.question', { id: newId(), packageId, workerId, text: text('question') })
  const steps = JSON.stringify([{ title: text('step'), body: text('step-body'), check: true }])
  await world.insert('orders.manual_version', { packageId, version: 1, steps, publishedBy: 'somebody' })
  await world.insert('orders.manual_draft', { packageId, steps, savedBy: 'somebody' })
  const message = { id: newId(), packageId, workerId, fromWorker: true, text: text('message-text'), sentBy: worker.actor.userId }
  await world.insert('orders.message', { ...message, sentAt: world.now.toISOString() })
  const handBack = { id: newId(), assignmentId, units: 1, reason: text('hand-back'), askedBy: 'somebody' }
  await world.insert('orders.hand_back', { ...handBack, askedAt: world.now.toISOString() })
  const material = { id: newId(), version: 1, packageId, title: text('material'), dataClass: 0, changes: text('material-changes') }
  await world.insert('orders.material', { ...material, fileId, addedBy: 'somebody', addedAt: world.now.toISOString() })
  await world.insert('delivery.client_delivery', {
    id: newId(),
    orderId: order,
    number: `D-${label}`,
    message: text('message'),
    unitsByPackage: JSON.stringify([{ packageId, units: 20 }]),
    deliveredOn: world.today,
    deliveredBy: 'somebody',
  })
  await world.insert('people.interview', {
    id: newId(),
    workerId,
    heldOn: world.today,
    heldBy: 'somebody',
    note: text('interview'),
    outcome: 'suitable',
  })
  await world.insert('platform.notification', {
    id: newId(),
    userId: worker.actor.userId,
    kind: 'offer.made',
    data: JSON.stringify({ text: text('notice') }),
  })
  await world.insert('money.operating_cost', {
    id: newId(),
    paidOn: world.today,
    amountYen: 1_000,
    description: text('cost'),
    municipalityId: municipality,
    recordedBy: 'somebody',
  })
  return { municipality, site, client, order, self: workerId, packageId, workerUserId: worker.actor.userId }
}

/** One accepted hand-in of October with its payable. */
async function inspected(
  world: World,
  { workerId, packageId, noticeDocumentId, note }: { workerId: string; packageId: string; noticeDocumentId: string; note: string },
): Promise<void> {
  const assignmentId = await world.assignment({
    workerId,
    packageId,
    units: 20,
    noticeDocumentId,
  })
  const submissionId = await world.submission({
    assignmentId,
    receivedOn: '2026-10-15',
    receivedAt: '2026-10-15T03:00:00Z',
    note,
  })
  await world.acceptance(submissionId, { acceptedOn: '2026-10-15' })
  await world.inside(async (db) => recordPayables(world.context(db), await unposted(db, submissionId)))
}

async function file(world: World, userId: string, name: string): Promise<string> {
  const id = newId()
  await world.insert('platform.file', {
    id,
    name: `${name}.txt`,
    mediaType: 'text/plain',
    byteCount: 3,
    receivedByteCount: 3,
    uploadedBy: userId,
    completedAt: world.now.toISOString(),
  })
  await world.insert('platform.file_chunk', { fileId: id, startByte: 0, bytes: Buffer.from('abc') })
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
  return {
    ...(await idsNear(client, world.programmeId, [half.self, half.packageId, half.order, half.client])),
    orderId: half.order,
    packageId: half.packageId,
    workerId: half.self,
    clientId: half.client,
    municipalityId: half.municipality,
    siteId: half.site,
    onSiteId: half.site,
    userId: half.workerUserId,
    scopeId: half.order,
  }
}

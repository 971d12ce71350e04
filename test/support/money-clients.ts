import { newId } from '../../src/platform/action.ts'
import { recordSale } from '../../src/money/jobs.ts'
import type { World } from './world.ts'

interface Given {
  orderId?: string
  packageId?: string
  amountYen?: number
  units?: number
  packageUnits?: number
  acceptedOn?: string
  /** False leaves the sale to the test. */
  isSale?: boolean
}

/** A delivery of an order that its client has accepted, with the sale that follows. */
export async function deliverAndAccept(
  world: World,
  given: Given = {},
): Promise<{ orderId: string; packageId: string; deliveryId: string }> {
  const units = given.units ?? 100
  const orderId = given.orderId ?? (await world.order({ amountYen: given.amountYen ?? 300_000 }))
  const packageId = given.packageId ?? (await world.package({ orderId, units: given.packageUnits ?? units }))
  const deliveryId = newId()
  await world.insert('delivery.client_delivery', {
    id: deliveryId,
    orderId,
    number: `D-${deliveryId}`,
    unitsByPackage: JSON.stringify([{ packageId, units }]),
    deliveredOn: world.today,
    deliveredBy: 'system',
  })
  const documentId = newId()
  await world.insert('platform.document', {
    id: documentId,
    kind: 'test-certificate',
    number: documentId,
    template: 'test',
    transactionOn: world.today,
    counterpartyName: 'Client',
    data: '{}',
    sha256: Buffer.alloc(32),
    issuedAt: world.now.toISOString(),
    retainUntil: '2037-06-30',
  })
  await world.insert('delivery.client_acceptance', {
    deliveryId,
    acceptedOn: given.acceptedOn ?? world.today,
    acceptedBy: 'system',
    documentId,
  })
  if (given.isSale !== false) await world.inside((db) => recordSale(world.context(db), deliveryId))
  return { orderId, packageId, deliveryId }
}

/** The invoice of a new accepted delivery. The operator's account must be set. */
export async function invoiceFor(world: World, given: Given = {}): Promise<string> {
  const { deliveryId } = await deliverAndAccept(world, given)
  const row = await world.inside((db) =>
    db.selectFrom('money.client_invoice').select('id').where('deliveryId', '=', deliveryId).executeTakeFirstOrThrow(),
  )
  return row.id
}

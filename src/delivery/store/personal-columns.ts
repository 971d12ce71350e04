import { sql } from 'kysely'
import { type Party, registerPersonalColumns } from '../../platform/erasing/personal-columns.ts'
import { ofWorker } from '../../people/store/personal-columns.ts'

const ofHandIn = ({ kind, id }: Party) =>
  kind === 'worker' ? sql`t.submission_id in (select s.id from delivery.submission s where s.worker_id = ${id}::uuid)` : null
const ofClient = ({ kind, id }: Party) =>
  kind === 'client'
    ? sql`t.delivery_id in (select d.id from delivery.client_delivery d
        join orders.client_order o on o.programme_id = d.programme_id and o.id = d.order_id where o.client_id = ${id}::uuid)`
    : null

registerPersonalColumns({
  'delivery.acceptance': { whose: ofHandIn, texts: ['note'], codes: ['acceptedBy'] },
  'delivery.client_acceptance': { whose: ofClient, texts: ['comment'], codes: ['acceptedBy'] },
  'delivery.client_delivery': { texts: ['message'], codes: ['number', 'unitsByPackage', 'deliveredBy'] },
  'delivery.client_return': { whose: ofClient, texts: ['reason'], codes: ['returnedBy'] },
  'delivery.rework': { whose: ofHandIn, texts: ['item', 'reason', 'evidence'], codes: ['cause', 'returnedBy'] },
  'delivery.submission': { whose: ofWorker, texts: ['note'] },
})

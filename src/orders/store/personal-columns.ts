import { sql } from 'kysely'
import { type Party, registerPersonalColumns } from '../../platform/erasing/personal-columns.ts'
import { ofWorker } from '../../people/store/personal-columns.ts'

const ofAssignment = ({ kind, id }: Party) =>
  kind === 'worker' ? sql`t.assignment_id in (select a.id from orders.assignment a where a.worker_id = ${id}::uuid)` : null

registerPersonalColumns({
  'orders.cancellation': { texts: ['note'], codes: ['reason', 'cancelledBy'] },
  'orders.client_order': { texts: ['title', 'description'], codes: ['number', 'state', 'directorUserId'] },
  'orders.hand_back': { whose: ofAssignment, texts: ['reason', 'answer'], codes: ['state', 'askedBy'] },
  'orders.manual_draft': { jsonTexts: ['steps'], codes: ['savedBy'] },
  'orders.manual_version': { jsonTexts: ['steps'], texts: ['changes'], codes: ['publishedBy'] },
  'orders.material': { texts: ['title', 'changes'], codes: ['addedBy'] },
  'orders.message': { whose: ofWorker, texts: ['text'], codes: ['sentBy'] },
  'orders.offer': { whose: ofWorker, blanked: () => ({ why: '[]' }), codes: ['state', 'offeredBy'] },
  'orders.order_change': { texts: ['reason'], codes: ['agreedBy'] },
  'orders.package': {
    texts: [
      'title',
      'summary',
      'specification',
      'priceRationale',
      'workPlace',
      'expenses',
      'intellectualProperty',
      'personalData',
      'contact',
    ],
    codes: ['unitName', 'equipment', 'state'],
  },
  'orders.paper_request': { codes: ['sentBy'] },
  'orders.price_request': { whose: ofWorker, texts: ['reason', 'explanation'], codes: ['answeredBy'] },
  'orders.question': { whose: ofWorker, texts: ['text', 'answer'], codes: ['answeredBy'] },
  'orders.readiness_check': { jsonTexts: ['findings'], codes: ['passedBy'] },
  'orders.terms_change': { whose: ofAssignment, texts: ['reason'], codes: ['state', 'proposedBy'] },
  'orders.work_kind': { codes: ['key', 'nameJa', 'nameEn', 'withholding', 'paymentCategory'] },
})

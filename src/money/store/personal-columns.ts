import { sql } from 'kysely'
import { type Party, registerPersonalColumns } from '../../platform/erasing/personal-columns.ts'
import { noAccount, ofWorker } from '../../people/store/personal-columns.ts'

const ofStatement = ({ kind, id }: Party) =>
  kind === 'worker' ? sql`t.statement_id in (select s.id from money.statement s where s.worker_id = ${id}::uuid)` : null
const ofTransfer = ({ kind, id }: Party) =>
  kind === 'worker' ? sql`t.transfer_id in (select s.id from money.transfer s where s.worker_id = ${id}::uuid)` : null
// The file for the bank names everybody who was paid that day, so it is kept for ten years from then, like what it pays.
const ofFile = ({ kind, id, keptUntil }: Party) =>
  kind === 'worker'
    ? sql`t.batch_id in (select s.batch_id from money.transfer s join money.transfer_batch b on b.programme_id = s.programme_id and b.id = s.batch_id
        where s.worker_id = ${id}::uuid and b.value_on + interval '10 years' < ${keptUntil}::date)`
    : null

registerPersonalColumns({
  'money.account_day': { codes: ['account'] },
  'money.batch_approval': { codes: ['approvedBy'] },
  'money.batch_download': { texts: ['reason'], codes: ['downloadedBy'] },
  'money.batch_export': { whose: ofFile, blanked: () => ({ bytes: Buffer.alloc(0) }), codes: ['sha256', 'exportedBy'] },
  'money.batch_rejection': { texts: ['reason'], codes: ['rejectedBy'] },
  'money.client_invoice': { codes: ['number'] },
  'money.client_receipt': { codes: ['recordedBy'] },
  'money.corrected_line': { codes: ['withholding'] },
  'money.entry': { texts: ['description'], codes: ['kind'] },
  'money.month_close': { texts: ['lateReason'], codes: ['closedBy'] },
  'money.objection_reply': { whose: ofStatement, texts: ['reply'], codes: ['repliedBy'] },
  'money.operating_cost': { texts: ['description', 'lateReason'], kept: { supplier: 'books' }, codes: ['kind', 'recordedBy'] },
  'money.payable': { texts: ['description'], codes: ['withholding'] },
  'money.posting': { codes: ['account'] },
  'money.reopening': { texts: ['reason'], codes: ['askedBy'] },
  'money.reopening_approval': { codes: ['approvedBy'] },
  'money.statement': {
    whose: ofWorker,
    blanked: () => ({ registrationNumber: null }),
    texts: ['correctionReason'],
    codes: ['kind'],
  },
  'money.statement_answer': { whose: ofStatement, texts: ['note'], codes: ['answer'] },
  'money.statement_line': { codes: ['withholding'] },
  'money.transfer': { whose: ofWorker, blanked: () => noAccount, codes: ['accountType', 'newCode'] },
  'money.transfer_batch': { texts: ['lateReason'], codes: ['madeBy'] },
  'money.transfer_result': { whose: ofTransfer, texts: ['note'], codes: ['result', 'recordedBy'] },
  'money.withholding_decision': { texts: ['basis'], codes: ['withholding', 'decidedBy'] },
  'money.withholding_payment': { codes: ['recordedBy'] },
})

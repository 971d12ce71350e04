import { action, newId, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { paperBy } from '../rules/terms-change.ts'
import { insertPaperRequest, noticeForPaper } from '../store/index.ts'

/** A worker asks for a notice of terms on paper; it is due once (フリーランス法3条2項). */
export const requestPaper = action(contract['request-paper'], {
  load: async ({ db }, { documentId }) => {
    const notice = await noticeForPaper(db, documentId)
    return notice ? { notice, scope: { self: [notice.worker_id] }, subject: documentId } : null
  },
  run: async ({ db, programmeId, today }, { documentId }, { notice }) => {
    if (notice.request_id !== null) return refuse('paper-requested')
    if (notice.postal_address.trim() === '') return refuse('address-missing')
    const requestId = newId()
    const sendBy = paperBy(today)
    await insertPaperRequest(db, {
      programme_id: programmeId,
      id: requestId,
      document_id: documentId,
      worker_id: notice.worker_id,
      requested_on: today,
      send_by: sendBy,
    })
    return { requestId, sendBy }
  },
})

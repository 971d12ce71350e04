import { action, newId, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { paperBy } from '../rules/terms-change.ts'
import { insertPaperRequest, noticeForPaper } from '../store/index.ts'

/** A worker asks for a notice of terms on paper; it is due once (フリーランス法3条2項). */
export const requestPaper = action(contract['request-paper'], {
  load: async ({ db }, { documentId }) => {
    const notice = await noticeForPaper(db, documentId)
    return notice ? { notice, scope: { self: [notice.workerId] }, subject: documentId } : null
  },
  run: async ({ db, programmeId, today }, { documentId }, { notice }) => {
    if (notice.requestId !== null) return refuse('paper-requested')
    if (notice.postalAddress.trim() === '') return refuse('address-missing')
    const requestId = newId()
    const sendBy = paperBy(today)
    await insertPaperRequest(db, {
      programmeId,
      id: requestId,
      documentId,
      workerId: notice.workerId,
      requestedOn: today,
      sendBy,
    })
    return { requestId, sendBy }
  },
})

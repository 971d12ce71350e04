import type { DocumentTemplate } from '../../platform/documents.ts'
import { documentTemplate } from '../../platform/pdf/document-template.ts'
import type {} from '../../programme/rules/roles.ts'
import { noticeOfTerms, renderNoticeOfTerms } from './notice-of-terms/notice-of-terms.ts'

const readers = { director: ['programme'], office: ['programme'], administrator: ['programme'] } as const

/** The worker it was given to reads it as its owner. */
export const templates: DocumentTemplate[] = [
  documentTemplate('notice-of-terms/v1', readers, noticeOfTerms, (notice, seal, options) => renderNoticeOfTerms(notice, seal, options, 1)),
]

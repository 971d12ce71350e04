import type { DocumentTemplate } from '../../platform/documents.ts'
import { documentTemplate } from '../../platform/pdf/document-template.ts'
import { running } from '../../programme/rules/who-may.ts'
import { noticeOfTerms } from './notice-of-terms/notice-of-terms.ts'
import { renderNoticeOfTerms } from './notice-of-terms/render.ts'

/** The worker it was given to reads it as its owner. */
export const templates: DocumentTemplate[] = [
  documentTemplate('notice-of-terms/v1', running, noticeOfTerms, (notice, seal, options) => renderNoticeOfTerms(notice, seal, options, 1), {
    isPersonal: true,
  }),
]

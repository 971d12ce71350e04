import { type DocumentSeal, type PaperLanguage, printedFoot } from '../../../platform/pdf/paper.ts'
import { type PdfOptions, renderPdf } from '../../../platform/pdf/pdf.ts'
import type { ComposedNotice, NoticeOfTerms } from './notice-of-terms.ts'
import { composeV1 } from './v1.ts'

/** Stored with the document as `notice-of-terms/v1`. Old versions stay, so that a notice looks for ever as it did. */
type NoticeVersion = 1
const currentNoticeVersion: NoticeVersion = 1

const versions = {
  1: { compose: composeV1, template: new URL('./v1.typ', import.meta.url) },
} as const

/** The notice in one language, for a page. */
export function composeNoticeOfTerms(
  notice: NoticeOfTerms,
  language: PaperLanguage,
  version: NoticeVersion = currentNoticeVersion,
): ComposedNotice {
  return versions[version].compose(notice, language)
}

/** The PDF/A file of a notice in its languages, one after the other. Rejects with a `PdfError`. */
export function renderNoticeOfTerms(
  notice: NoticeOfTerms,
  seal: DocumentSeal,
  options: Pick<PdfOptions, 'unprintable'> = {},
  version: NoticeVersion = currentNoticeVersion,
): Promise<Uint8Array> {
  const { compose, template } = versions[version]
  const parts = notice.languages.map((language) => ({
    language,
    addressee: { name: notice.worker.name, honorific: language === 'ja' ? (notice.worker.honorific ?? '') : '' },
    ...compose(notice, language),
  }))
  const [first = 'ja'] = notice.languages
  const data = { language: first, author: notice.orderer.name, foot: printedFoot(seal, first), title: parts[0]?.title ?? '', parts }
  return renderPdf(template, data, { createdAt: seal.issuedAt, ...options })
}

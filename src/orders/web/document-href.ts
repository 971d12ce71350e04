import { currentProgrammeId } from '../../ui/membership.ts'

/** Where the PDF of a stored document is. A link carries no headers, so the programme stands in the address. */
export const documentHref = (documentId: string): string =>
  `/api/platform/documents/${documentId}.pdf?programme=${currentProgrammeId() ?? ''}`

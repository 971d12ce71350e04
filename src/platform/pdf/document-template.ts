import type { z } from 'zod'
import type { RoleTable } from '../contract.ts'
import type { DocumentTemplate } from '../documents.ts'
import type { DocumentSeal } from './paper.ts'
import type { PdfOptions } from './pdf.ts'

type Render<Content> = (content: Content, seal: DocumentSeal, options: Pick<PdfOptions, 'unprintable'>) => Promise<Uint8Array>

/**
 * One version of one kind of document for the store: its data is checked against the schema when it is read back, and a
 * character that no font has is marked instead of refused, because the record is stored already.
 */
export function documentTemplate<Content>(
  name: string,
  allow: RoleTable,
  schema: z.ZodType<Content>,
  render: Render<Content>,
  { isPersonal = false }: { isPersonal?: boolean } = {},
): DocumentTemplate {
  return {
    name,
    allow,
    isPersonal,
    pdf(data, { issuedAt, ...about }) {
      return render(schema.parse(data), { ...about, issuedAt: new Date(issuedAt) }, { unprintable: 'mark' })
    },
  }
}

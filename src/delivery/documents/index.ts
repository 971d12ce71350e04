import type { DocumentTemplate } from '../../platform/documents.ts'
import { documentTemplate } from '../../platform/pdf/document-template.ts'
import type {} from '../../programme/rules/roles.ts'
import { acceptanceCertificate, renderAcceptanceCertificate } from './acceptance-certificate.ts'
import { deliveryNote, renderDeliveryNote } from './delivery-note.ts'

const readers = {
  director: ['programme'],
  sales: ['programme'],
  office: ['programme'],
  administrator: ['programme'],
  client: ['client'],
} as const

/** Both are papers between the operator and a client; the client is their counterparty. */
export const templates: DocumentTemplate[] = [
  documentTemplate('delivery-note/v1', readers, deliveryNote, renderDeliveryNote),
  documentTemplate('acceptance-certificate/v1', readers, acceptanceCertificate, renderAcceptanceCertificate),
]

import type { DocumentTemplate } from '../../platform/documents.ts'
import { documentTemplate } from '../../platform/pdf/document-template.ts'
import { knowingClients, receiving } from '../../sales/rules/who-may.ts'
import { acceptanceCertificate, renderAcceptanceCertificate } from './acceptance-certificate.ts'
import { deliveryNote, renderDeliveryNote } from './delivery-note.ts'

const readers = { ...knowingClients, ...receiving }

/** Both are papers between the operator and a client; the client is their counterparty. */
export const templates: DocumentTemplate[] = [
  documentTemplate('delivery-note/v1', readers, deliveryNote, renderDeliveryNote),
  documentTemplate('acceptance-certificate/v1', readers, acceptanceCertificate, renderAcceptanceCertificate),
]

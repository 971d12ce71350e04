import type { DocumentTemplate } from '../../platform/documents.ts'
import { documentTemplate } from '../../platform/pdf/document-template.ts'
import type {} from '../../programme/rules/roles.ts'
import { clientInvoice, renderClientInvoice } from './client-invoice.ts'
import { paymentRecord, renderPaymentRecord } from './payment-record.ts'
import { renderStatement, statement } from './statement.ts'

const office = { office: ['programme'], administrator: ['programme'] } as const

/** Statements and payment records belong to the worker; the counterparty of an invoice is the client. */
export const templates: DocumentTemplate[] = [
  documentTemplate('statement/v1', office, statement, renderStatement),
  documentTemplate('client-invoice/v1', { ...office, client: ['client'] }, clientInvoice, renderClientInvoice),
  documentTemplate('payment-record/v1', office, paymentRecord, renderPaymentRecord),
]

import type { DocumentTemplate } from '../../platform/documents.ts'
import { documentTemplate } from '../../platform/pdf/document-template.ts'
import { operating } from '../../programme/rules/who-may.ts'
import { receiving } from '../../sales/rules/who-may.ts'
import { clientInvoice, renderClientInvoice } from './client-invoice.ts'
import { paymentRecord, renderPaymentRecord, renderPaymentRecordV2 } from './payment-record.ts'
import { renderStatement, renderStatementV2, statement } from './statement.ts'

/** Statements and payment records belong to the worker; the counterparty of an invoice is the client. */
export const templates: DocumentTemplate[] = [
  documentTemplate('statement/v1', operating, statement, renderStatement, { isPersonal: true }),
  documentTemplate('statement/v2', operating, statement, renderStatementV2, { isPersonal: true }),
  documentTemplate('client-invoice/v1', { ...operating, ...receiving }, clientInvoice, renderClientInvoice),
  documentTemplate('payment-record/v1', operating, paymentRecord, renderPaymentRecord, { isPersonal: true }),
  documentTemplate('payment-record/v2', operating, paymentRecord, renderPaymentRecordV2, { isPersonal: true }),
]

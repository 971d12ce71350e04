import type { DocumentTemplate } from '../../platform/documents.ts'
import { documentTemplate } from '../../platform/pdf/document-template.ts'
import type {} from '../../programme/rules/roles.ts'
import { renderEvaluationSheet } from './evaluation-sheet.ts'
import { evaluationSheetOf, sheetRecord } from './evaluation-sheet-of.ts'
import { evaluationSheetXlsx } from './evaluation-sheet-xlsx.ts'

const readers = {
  officer: ['municipality'],
  committee: ['municipality'],
  director: ['programme'],
  coordinator: ['programme', 'municipality'],
  sales: ['programme'],
  office: ['programme'],
  administrator: ['programme'],
} as const

/** The counterparty of a sheet is its municipality. */
export const templates: DocumentTemplate[] = [
  {
    ...documentTemplate('evaluation-sheet/v1', readers, sheetRecord, (record, seal, options) =>
      renderEvaluationSheet(evaluationSheetOf(record), seal, options),
    ),
    xlsx: (data) => evaluationSheetXlsx(evaluationSheetOf(sheetRecord.parse(data))),
  },
]

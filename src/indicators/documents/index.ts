import type { DocumentTemplate } from '../../platform/documents.ts'
import { documentTemplate } from '../../platform/pdf/document-template.ts'
import { accounting } from '../../programme/rules/who-may.ts'
import { renderEvaluationSheet } from './evaluation-sheet.ts'
import { evaluationSheetOf, sheetRecord } from './evaluation-sheet-of.ts'
import { evaluationSheetXlsx } from './evaluation-sheet-xlsx.ts'

/** The counterparty of a sheet is its municipality. Version 2 is that of later editions. */
export const templates: DocumentTemplate[] = ['evaluation-sheet/v1', 'evaluation-sheet/v2'].map((name) => ({
  ...documentTemplate(name, accounting, sheetRecord, (record, seal, options) =>
    renderEvaluationSheet(evaluationSheetOf(record), seal, options),
  ),
  xlsx: (data) => evaluationSheetXlsx(evaluationSheetOf(sheetRecord.parse(data))),
}))

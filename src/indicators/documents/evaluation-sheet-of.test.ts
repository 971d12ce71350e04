import { afterAll, describe, expect, it } from 'vitest'
import { endPdfCompiler } from '../../platform/pdf/pdf.ts'
import { readPdf } from '../../../test/support/read-pdf.ts'
import { fiscalYear } from '../../units/fiscal-year.ts'
import { yen } from '../../units/yen.ts'
import { defaultDirections, defaultRatings } from './default-options.ts'
import { evaluationSheetOf, type SheetRecord } from './evaluation-sheet-of.ts'
import { exampleSheet } from './example.ts'
import { templates } from './index.ts'

const record: SheetRecord = {
  edition: null,
  municipality: { name: '見本市', department: '商工労政課' },
  fiscalYear: fiscalYear(2022),
  programme: {
    name: exampleSheet.title,
    outline: exampleSheet.basics.outline,
    grantName: exampleSheet.basics.grantName,
    leadName: '見本中央市',
    firstFiscalYear: fiscalYear(2021),
    lastFiscalYear: fiscalYear(2023),
  },
  yearOfProgramme: 2,
  yearOfMunicipality: 1,
  programmeCostYen: yen(17_000_000),
  costs: [
    { fiscalYear: fiscalYear(2022), costYen: yen(5_995_000), eligibleYen: yen(5_995_000), grantYen: yen(2_997_500) },
    { fiscalYear: fiscalYear(2023), costYen: null, eligibleYen: null, grantYen: null },
  ],
  kpi: { rows: exampleSheet.kpi.rows },
  typed: {
    positionOfYear: exampleSheet.year.position,
    content: exampleSheet.year.content,
    rating: 'C',
    effect: exampleSheet.evaluation.effect,
    answerToOpinions: '',
    direction: 'C',
    issues: exampleSheet.next.issues,
    nextSteps: exampleSheet.next.nextSteps,
    opinions: [...exampleSheet.committee.opinions, ' '],
  },
  ratings: defaultRatings,
  directions: defaultDirections,
}

afterAll(() => endPdfCompiler())

describe('公表された評価シートの記録から紙の欄を作る', () => {
  it('見本のシートと同じ欄になる', () => {
    expect(evaluationSheetOf(record)).toEqual({ ...exampleSheet, number: '' })
  })

  it('元号の変わり目の期間、1年目からの参加、費用のない年度', () => {
    const sheet = evaluationSheetOf({
      ...record,
      yearOfMunicipality: 2,
      programmeCostYen: null,
      costs: [],
      programme: { ...record.programme, leadName: '', firstFiscalYear: fiscalYear(2018), lastFiscalYear: fiscalYear(2020) },
      kpi: { rows: record.kpi.rows.slice(1) },
    })
    expect(sheet.basics.period).toBe('平成30～令和2年度（3年間）')
    expect(sheet.basics.department).toBe('商工労政課')
    expect(sheet.year.application).toBe('2年目')
    expect(sheet.year.contentNote).toBe('')
    expect(sheet.basics.costs).toEqual([])
    expect(sheet.year.costs[0]).toEqual({ label: '総事業費', amount: '円' })
    expect(sheet.kpi.note).toBe('')
  })

  it('保存された JSON から PDF ができる', async () => {
    const [template] = templates
    const stored: unknown = JSON.parse(JSON.stringify(record))
    const bytes = await template?.pdf(stored, { number: 'E2022-00001', issuedAt: '2023-08-01T01:00:00Z', sha256: 'ab'.repeat(32) })
    expect(readPdf(bytes ?? new Uint8Array()).text).toContain('33[21](36.7%)')
  })
})

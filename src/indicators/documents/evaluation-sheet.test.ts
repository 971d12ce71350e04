import { afterAll, describe, expect, it } from 'vitest'
import { endPdfCompiler } from '../../platform/pdf/pdf.ts'
import { isArchivePdf, type PdfReading, readPdf, withoutSpace } from '../../../test/support/read-pdf.ts'
import { type EvaluationSheet, evaluationSheet, renderEvaluationSheet } from './evaluation-sheet.ts'
import { exampleSeal, exampleSheet } from './example.ts'

async function read(sheet: EvaluationSheet): Promise<PdfReading> {
  return readPdf(await renderEvaluationSheet(sheet, exampleSeal))
}

afterAll(() => endPdfCompiler())

describe('評価シート', () => {
  it('六つの部が紙と同じ順に並び、すべての欄が読める', async () => {
    const reading = await read(exampleSheet)
    expect(reading.pages).toHaveLength(2)
    expect(isArchivePdf(reading)).toBe(true)
    expect(reading.title).toBe('見本市 令和4年度 事業評価シート')
    const parts = [
      '（1）基本情報',
      '（2）令和4年度事業概要',
      '（3）重要業績指標（KPI）',
      '（4）事業の評価',
      '（5）次年度以降の取り組み',
      '（6）総合戦略推進委員会からの意見',
    ]
    const places = parts.map((part) => reading.text.indexOf(part))
    expect(places).toEqual(places.toSorted((left, right) => left - right))
    expect(places).not.toContain(-1)
    const { basics, year, evaluation, next, committee } = exampleSheet
    const texts = [
      basics.grantName,
      basics.department,
      basics.period,
      basics.outline,
      year.application,
      year.position,
      year.content,
      year.contentCost,
      year.contentNote,
      evaluation.effect,
      next.issues,
      next.nextSteps,
      ...committee.opinions,
      ...evaluation.options.map((option) => option.label),
      ...next.options.map((option) => option.label),
    ]
    for (const text of texts) expect(reading.text).toContain(withoutSpace(text))
    for (const text of ['5,995,000円', '2,997,500円', '令和5年度円', '交付対象事業費']) expect(reading.text).toContain(text)
  })

  it('KPI の表は、渡された欄をそのまま印刷する', async () => {
    const { text } = await read(exampleSheet)
    expect(text).toContain('250(人)2709033[21](36.7%)140100[21](71.4%)')
    expect(text).toContain('250,000(千円)262,00086,00056,848(66.1%)136,00061,230(45.0%)')
    expect(text).toContain('0(千円)10,0000000')
    expect(text).toContain('5(自治体)510(0%)21(50%)')
    for (const heading of [
      '基準値（事業開始前）',
      '累積増加分（最終年度末）',
      '単年度増加分（R4年度分）',
      '累積増加分（R4年度末時点）',
      '実績値（達成率）',
      '※[]内は、見本市に関する実績額',
    ]) {
      expect(text).toContain(heading)
    }
  })

  it('選ばれた評価と方針だけに印がつき、何も選ばれていなければ印はない', async () => {
    const { text } = await read(exampleSheet)
    expect(text.split('●')).toHaveLength(3)
    expect(text).toContain('●C地方創生に効果があった')
    expect(text).toContain('●C事業の改善')
    const open = await read({
      ...exampleSheet,
      evaluation: { ...exampleSheet.evaluation, chosen: null },
      next: { ...exampleSheet.next, chosen: null },
    })
    expect(open.text).not.toContain('●')
  })

  it('同じ内容からは同じバイト列ができ、下書きには文書番号がない', async () => {
    const [first, again] = [
      await renderEvaluationSheet(exampleSheet, exampleSeal),
      await renderEvaluationSheet(structuredClone(exampleSheet), exampleSeal),
    ]
    expect(Buffer.compare(first, again)).toBe(0)
    const draft = readPdf(await renderEvaluationSheet(exampleSheet, { madeAt: exampleSeal.issuedAt }))
    expect(draft.text).not.toContain('文書番号')
    expect(draft.text).toContain('1/2')
  })

  it('空の欄ばかりでも、水準の指標でも、選択肢の多い市でも崩れない', async () => {
    const empty: EvaluationSheet = {
      ...exampleSheet,
      number: '',
      basics: { ...exampleSheet.basics, outline: '', costs: [{ label: '累計', totalLabel: '総事業費', total: '円', years: [] }] },
      year: { application: '', position: '', content: '', contentCost: '', contentNote: '', costs: [] },
      kpi: {
        ...exampleSheet.kpi,
        rows: [
          {
            name: '満足度',
            baseline: '3.8 (点)',
            finalTarget: '4.5',
            year: { target: '4.2', actual: '(集計中)', rate: '' },
            cumulative: null,
          },
        ],
        note: '',
      },
      evaluation: {
        options: Array.from({ length: 12 }, (_, at) => ({ key: String(at), label: `選択肢${at}` })),
        chosen: '11',
        effect: '',
        answerToOpinions: '',
      },
      committee: { name: '委員会', opinions: [] },
    }
    const { text } = await read(empty)
    expect(text).toContain('満足度3.8(点)4.54.2(集計中)')
    expect(text).toContain('●11選択肢11')
    expect(text).not.toContain('※')
  })

  it('200の指標では見出しが頁ごとに繰り返され、長い意見も記号も欠けない', async () => {
    const [row] = exampleSheet.kpi.rows
    if (row === undefined) throw new Error('the example has rows')
    const rows = Array.from({ length: 200 }, (_, at) => ({ ...row, name: `#指標${at + 1} *髙𠮷* $x$ @y \\z <b>` }))
    const opinion = `#import "x"\n${'鑾のとおりご検討いただきたい。'.repeat(120)}`
    const reading = await read({ ...exampleSheet, kpi: { ...exampleSheet.kpi, rows }, committee: { name: '委員会', opinions: [opinion] } })
    for (const page of reading.pages.filter((text) => text.includes('#指標'))) expect(withoutSpace(page)).toContain('単年度増加分')
    for (const each of rows) expect(reading.text).toContain(withoutSpace(each.name))
    expect(reading.text).toContain('#import"x"')
    expect(reading.text.split('鑾')).toHaveLength(121)
  })

  it('JSON にして読み戻しても同じ', () => {
    expect(evaluationSheet.parse(JSON.parse(JSON.stringify(exampleSheet)))).toEqual(exampleSheet)
    expect(evaluationSheet.safeParse({ ...exampleSheet, kpi: null }).success).toBe(false)
  })
})

it('訂正した評価シートは、第2版であることと理由を書く', async () => {
  const reading = await read({ ...exampleSheet, edition: { mark: '第2版', reason: '訂正の理由：実績の数え直し' } })
  expect(reading.title).toBe('見本市 令和4年度 事業評価シート（第2版）')
  expect(reading.text).toContain('第2版訂正の理由：実績の数え直し')
  expect((await read(exampleSheet)).text).not.toContain('第2版')
})

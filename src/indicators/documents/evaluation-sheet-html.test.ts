import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluationSheetHtml } from './evaluation-sheet-html.ts'
import { exampleSheet } from './example.ts'

const tagsOf = (html: string): string[] => [...html.matchAll(/<\/?[a-z0-9]+/g)].map(([tag]) => tag)

describe('評価シートの印刷用ページ', () => {
  it('六つの部の見出しと、KPI の欄がある', () => {
    const html = evaluationSheetHtml(exampleSheet)
    expect(html.match(/<h2>/g)).toHaveLength(6)
    for (const text of [
      '<html lang="ja">',
      '（6） 総合戦略推進委員会からの意見',
      '33 [21]<br>(36.7%)',
      '100 [21]<br>(71.4%)',
      '基準値<br>（事業開始前）',
      '● C　地方創生に効果があった',
    ]) {
      expect(html).toContain(text)
    }
    expect(html.match(/●/g)).toHaveLength(2)
  })

  it('開いた要素はすべて閉じられる', () => {
    const open: string[] = []
    for (const tag of tagsOf(evaluationSheetHtml(exampleSheet))) {
      if (['<meta', '<br'].includes(tag)) continue
      if (tag.startsWith('</')) expect(open.pop()).toBe(`<${tag.slice(2)}`)
      else open.push(tag)
    }
    expect(open).toEqual([])
  })

  it('どんな文字列も要素にならない', () => {
    const plain = tagsOf(evaluationSheetHtml({ ...exampleSheet, title: 'x' }))
    const hostile = fc
      .array(fc.constantFrom('<script>', '</td>', '"', "'", '&', '<', '>', '=', 'a', ' ', '-->'), { maxLength: 12 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(hostile, (text) => {
        const html = evaluationSheetHtml({
          ...exampleSheet,
          title: text,
          basics: { ...exampleSheet.basics, grantName: text },
          evaluation: { ...exampleSheet.evaluation, chosen: text },
          committee: { ...exampleSheet.committee, name: text },
        })
        expect(tagsOf(html).length).toBe(plain.length - (text === 'C' ? 0 : 2))
      }),
    )
  })

  it('空の欄は空のまま、水準の指標は累積の欄が空になる', () => {
    const html = evaluationSheetHtml({
      ...exampleSheet,
      number: '',
      year: { ...exampleSheet.year, costs: [], contentCost: '', contentNote: '' },
      committee: { name: '委員会', opinions: [] },
      basics: { ...exampleSheet.basics, costs: [{ label: '累計', totalLabel: '総事業費', total: '円', years: [] }] },
      kpi: {
        ...exampleSheet.kpi,
        note: '',
        rows: [{ name: '満足度', baseline: '3.8', finalTarget: '4.5', year: { target: '4.2', actual: '4.0', rate: '' }, cumulative: null }],
      },
    })
    expect(html).toContain('<td class="number">4.0</td><td class="number"></td><td class="number"></td></tr>')
    expect(html).not.toContain('※')
  })
})

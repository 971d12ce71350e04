import { afterAll, describe, expect, it } from 'vitest'
import { endPdfCompiler } from '../../platform/pdf/pdf.ts'
import { isArchivePdf, readPdf, withoutSpace } from '../../../test/support/read-pdf.ts'
import { renderAcceptanceCertificate } from './acceptance-certificate.ts'
import { exampleAcceptance, exampleSeal } from './example.ts'

afterAll(() => endPdfCompiler())

describe('検収書', () => {
  it('受領日と検収日が並び、品目ごとの結果と支払期日が読める', async () => {
    const reading = readPdf(await renderAcceptanceCertificate(exampleAcceptance, exampleSeal))
    expect(reading.pages).toHaveLength(1)
    expect(isArchivePdf(reading)).toBe(true)
    for (const item of [
      '検収書',
      '見本花子様',
      'D2026-00045',
      '受領日令和8年12月16日（水）',
      '検収日令和8年12月18日（金）',
      '納期令和8年12月18日（金）',
      '支払期日令和9年1月25日（月）',
      '300件300件合格',
      '200件188件一部合格',
      '12件は字数の不足により補修を依頼',
      '検査し、検収いたしました',
    ]) {
      expect(reading.text).toContain(item)
    }
  })

  it('同じ内容からは同じバイト列ができる', async () => {
    const [first, again] = [
      await renderAcceptanceCertificate(exampleAcceptance, exampleSeal),
      await renderAcceptanceCertificate(exampleAcceptance, exampleSeal),
    ]
    expect(Buffer.compare(first, again)).toBe(0)
  })

  it('連絡がないまま検査期間が過ぎた検収は、そう書かれる', async () => {
    const { text } = readPdf(
      await renderAcceptanceCertificate({ ...exampleAcceptance, manner: 'silent', inspector: null, payOn: null }, exampleSeal),
    )
    expect(text).toContain('検査期間内に連絡がなかったため')
    expect(text).not.toContain('検査し、検収いたしました')
    expect(text).not.toContain('支払期日')
  })

  it('200行と、記号・改行・珍しい漢字を含む長い品目でも欠けない', async () => {
    const lines = Array.from({ length: 200 }, (_, at) => ({
      description: `#品目${at + 1} *髙𠮷* $${'x'.repeat(at % 60)}$\n続き`,
      receivedCount: at,
      acceptedCount: 0,
      unit: '点',
      note: '@備考 \\',
    }))
    const reading = readPdf(await renderAcceptanceCertificate({ ...exampleAcceptance, lines }, exampleSeal))
    expect(reading.pages.length).toBeGreaterThan(4)
    for (const page of reading.pages.filter((text) => text.includes('#品目'))) expect(withoutSpace(page)).toContain('受領数検収数結果')
    for (const line of lines) expect(reading.text).toContain(withoutSpace(line.description))
  })

  it('一頁に収まらないほど長い品目は、次の頁へ続いて欠けない', async () => {
    const description = '鑾の長い説明。'.repeat(150)
    const line = { description, receivedCount: 1, acceptedCount: 1, unit: '式', note: null }
    const reading = readPdf(await renderAcceptanceCertificate({ ...exampleAcceptance, lines: [line] }, exampleSeal))
    expect(reading.text.split('鑾')).toHaveLength(151)
    expect(reading.pages.length).toBeGreaterThan(1)
  })
})

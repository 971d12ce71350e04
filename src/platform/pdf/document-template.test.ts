import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { documentTemplate } from './document-template.ts'
import { paperDate, printedFoot } from './paper.ts'
import { endPdfCompiler, renderPdf } from './pdf.ts'
import { readPdf } from '../../../test/support/read-pdf.ts'

const letter = z.object({ text: z.string(), on: paperDate })
const paper = `#import "/platform/pdf/paper-v1.typ": *
#show: paper.with(title: "手紙", seal: data.foot.seal, words: data.foot.words)
#data.text #data.on`
const template = documentTemplate('letter/v1', {}, letter, (content, seal, options) =>
  renderPdf(paper, { ...content, foot: printedFoot(seal, 'ja') }, { createdAt: seal.issuedAt, ...options }),
)
const about = { number: 'L2026-00001', issuedAt: '2026-11-22T05:04:59.999Z', sha256: '0f'.repeat(32) }

afterAll(() => endPdfCompiler())

describe('保存された文書のひな形', () => {
  it('保存されたデータと記録から、いつでも同じバイト列ができる', async () => {
    const stored: unknown = JSON.parse('{"text":"こんにちは","on":"2026-11-22"}')
    const first = await template.pdf(stored, about)
    endPdfCompiler()
    const again = await template.pdf(stored, about)
    expect(Buffer.compare(first, again)).toBe(0)
    const { text } = readPdf(first)
    for (const item of ['こんにちは2026-11-22', 'L2026-00001', '令和8年11月22日（日）14:04', '0f'.repeat(32)]) expect(text).toContain(item)
  })

  it('形の違うデータは断り、書体にない文字は印をつけて印刷する', async () => {
    expect(() => template.pdf({ text: 'あ', on: '2026-02-30' }, about)).toThrow(z.ZodError)
    const { text } = readPdf(await template.pdf({ text: '花😀', on: '2026-11-22' }, about))
    expect(text).toContain('花〓(U+1F600)')
  })
})

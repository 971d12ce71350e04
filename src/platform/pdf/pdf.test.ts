import { afterAll, describe, expect, it } from 'vitest'
import { endPdfCompiler, PdfError, renderPdf, unprintableCharacters } from './pdf.ts'
import { isArchivePdf, readPdf } from '../../../test/support/read-pdf.ts'

const createdAt = new Date('2026-11-22T05:00:00Z')
const template = `#import "/platform/pdf/paper-v1.typ": *
#show: paper.with(title: "試験", lang: "ja")
#data.text #strong(data.text)`

async function errorOf(work: Promise<unknown>): Promise<PdfError> {
  const error: unknown = await work.catch((caught: unknown) => caught)
  if (error instanceof PdfError) return error
  throw new Error('expected a PdfError')
}

afterAll(() => endPdfCompiler())

describe('文書をPDFにする', () => {
  it('同じデータからは、コンパイラを起動し直しても、同じバイト列ができる', async () => {
    const first = await renderPdf(template, { text: '令和8年' }, { createdAt })
    const second = await renderPdf(template, { text: '令和8年' }, { createdAt })
    endPdfCompiler()
    const third = await renderPdf(template, { text: '令和8年' }, { createdAt })
    expect(Buffer.compare(first, second)).toBe(0)
    expect(Buffer.compare(first, third)).toBe(0)
    const other = await renderPdf(template, { text: '令和9年' }, { createdAt })
    expect(Buffer.compare(first, other)).not.toBe(0)
  })

  it('PDF/A-2a と名乗り、作成日時は渡した時刻になる', async () => {
    const bytes = await renderPdf(template, { text: 'あ' }, { createdAt })
    const reading = readPdf(bytes)
    expect(isArchivePdf(reading)).toBe(true)
    expect(reading.metadata).toContain('2026-11-22T05:00:00')
  })

  it('マークアップの記号は文字のまま印刷される', async () => {
    const text = '#set $x$ *b* _i_ @ref `raw` <lab> [c] \\n // -- "q" ~'
    expect(readPdf(await renderPdf(template, { text }, { createdAt })).text).toContain('#set$x$*b*_i_@ref`raw`<lab>[c]\\n//--')
  })

  it('𠮷 や 髙、濁点の結合文字、異体字選択子のある字は印刷できる', async () => {
    const printed = readPdf(await renderPdf(template, { text: '𠮷野 髙﨑 彅 が 辻\u{E0100}' }, { createdAt })).text
    for (const character of ['𠮷', '髙', '﨑', '彅', '辻']) expect(printed).toContain(character)
  })

  it('どの書体にもない文字は、場所とともに断る', async () => {
    const error = await errorOf(renderPdf(template, { text: 'a', people: [{ name: '山\u{E000}😀' }] }, { createdAt }))
    expect(error.code).toBe('unprintable-character')
    expect(error.unprintable).toEqual([
      { character: '\u{E000}', codePoint: 'U+E000', path: '$.people[0].name' },
      { character: '😀', codePoint: 'U+1F600', path: '$.people[0].name' },
    ])
    expect(unprintableCharacters('\u0001')).toHaveLength(1)
    expect(unprintableCharacters('改行\r\nタブ\tよし')).toEqual([])
  })

  it('すでに保存された記録では、ない文字の場所に印と符号位置が残る', async () => {
    const bytes = await renderPdf(template, { text: '花子😀です' }, { createdAt, unprintable: 'mark' })
    expect(readPdf(bytes).text).toContain('花子〓(U+1F600)です')
  })

  it('大きすぎるデータと深すぎるデータは断る', async () => {
    expect((await errorOf(renderPdf(template, { text: 'あ'.repeat(700_000) }, { createdAt }))).code).toBe('data-too-large')
    let deep: readonly unknown[] = []
    for (let level = 0; level < 40; level += 1) deep = [deep]
    expect((await errorOf(renderPdf(template, JSON.parse(JSON.stringify(deep)), { createdAt }))).code).toBe('data-too-large')
  })

  it('ひな形の誤りは断られ、次の文書は作れる', async () => {
    expect((await errorOf(renderPdf('#data.missing', {}, { createdAt }))).code).toBe('template-failed')
    expect((await errorOf(renderPdf('#read("/../package.json")', {}, { createdAt }))).code).toBe('template-failed')
    expect(readPdf(await renderPdf(template, { text: '次' }, { createdAt })).text).toContain('次')
  })

  it('作っている最中にコンパイラが終わると、その文書だけが断られる', async () => {
    const broken = errorOf(renderPdf(template, { text: '一' }, { createdAt }))
    const kept = renderPdf(template, { text: '二' }, { createdAt })
    endPdfCompiler()
    expect((await broken).code).toBe('compiler-failed')
    expect(readPdf(await kept).text).toContain('二')
  })

  it('項目の順や改行の書き方が違っても、同じ内容からは同じバイト列ができる', async () => {
    const left = await renderPdf(template, { text: 'x\r\ny', other: 1 }, { createdAt })
    const right = await renderPdf(template, { other: 1, text: 'x\ny' }, { createdAt })
    expect(Buffer.compare(left, right)).toBe(0)
  })
})

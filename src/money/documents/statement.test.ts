import { afterAll, describe, expect, it } from 'vitest'
import { endPdfCompiler } from '../../platform/pdf/pdf.ts'
import { isArchivePdf, type PdfReading, readPdf, withoutSpace } from '../../../test/support/read-pdf.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { yen } from '../../units/yen.ts'
import { exampleStatement, exampleSeal } from './example.ts'
import { renderStatement, renderStatementV2, statement, type Statement } from './statement.ts'

async function read(content: Statement): Promise<PdfReading> {
  return readPdf(await renderStatement(content, exampleSeal))
}

const noticeOf = (content: Statement): Statement => ({ ...content, registration: { kind: 'payment-notice' } })

afterAll(() => endPdfCompiler())

describe('仕入明細書（登録を受けた受託者）', () => {
  it('仕入明細書の記載事項と、源泉徴収、差引支払額、支払日、確認の文言がある', async () => {
    const reading = await read(exampleStatement)
    expect(reading.pages).toHaveLength(1)
    expect(isArchivePdf(reading)).toBe(true)
    expect(reading.title).toBe('仕入明細書')
    for (const item of [
      '一般財団法人サンプル振興公社',
      '見本花子様',
      '登録番号T8810000000000',
      '令和8年11月1日〜令和8年11月30日',
      'R8.11.10商品説明文の原稿源',
      'N-2026-000101',
      '30,000円',
      '20,005円',
      '50,005円',
      '消費税等10%（対象50,005円）5,000円',
      '合計（税込）55,005円',
      '源泉徴収税額（所得税及び復興特別所得税）△3,063円',
      '差引支払額51,942円',
      '支払日令和8年12月25日（金）',
      '源泉徴収の対象額30,000円',
      '送付後一定期間内（7日）に誤りのある旨の連絡がない場合には記載内容のとおり確認があったものとする。',
      '確認の期限令和8年12月8日（火）',
    ])
      expect(reading.text).toContain(item)
  })

  it('口座番号は下3桁だけが印刷され、全桁の番号は保存も断られる', async () => {
    const { text } = await read(exampleStatement)
    expect(text).toContain('普通****567')
    expect(statement.safeParse(exampleStatement).success).toBe(true)
    const whole = { ...exampleStatement, account: { ...exampleStatement.account, accountNumber: '1234567' } }
    expect(statement.safeParse(whole).success).toBe(false)
  })

  it('同じ内容からは同じバイト列ができる', async () => {
    const [first, again] = [await renderStatement(exampleStatement, exampleSeal), await renderStatement(exampleStatement, exampleSeal)]
    expect(Buffer.compare(first, again)).toBe(0)
  })

  it('2027年の支払からは、防衛特別所得税を含む名称になる', async () => {
    const { text } = await read({ ...exampleStatement, payOn: calendarDate('2027-01-01') })
    expect(text).toContain('源泉徴収税額（所得税、防衛特別所得税及び復興特別所得税）')
    const { text: before } = await read({ ...exampleStatement, payOn: calendarDate('2026-12-31') })
    expect(before).not.toContain('防衛特別所得税')
  })

  it('合わない合計、合わない差引額、登録番号の形でない番号は断る', () => {
    const { sums } = exampleStatement
    expect(() => renderStatement({ ...exampleStatement, sums: { ...sums, subtotalYen: yen(50_006) } }, exampleSeal)).toThrow(RangeError)
    expect(() => renderStatement({ ...exampleStatement, sums: { ...sums, totalYen: yen(55_006) } }, exampleSeal)).toThrow(RangeError)
    expect(() => renderStatement({ ...exampleStatement, netYen: yen(55_005) }, exampleSeal)).toThrow(RangeError)
    expect(() =>
      renderStatement({ ...exampleStatement, registration: { kind: 'purchase-statement', registrationNumber: 'T0' } }, exampleSeal),
    ).toThrow(RangeError)
  })

  it('0円で明細がなくても一枚になり、源泉徴収の行は出ない', async () => {
    const reading = await read({
      ...exampleStatement,
      lines: [],
      sums: { subtotalYen: yen(0), taxes: [], totalYen: yen(0) },
      withholding: null,
      netYen: yen(0),
    })
    expect(reading.pages).toHaveLength(1)
    expect(reading.text).toContain('お支払額支払日令和8年12月25日（金）0円')
    expect(reading.text).not.toContain('源泉徴収税額')
  })

  it('200行では見出しが頁ごとに繰り返され、記号・改行・珍しい漢字・長い名前が欠けない', async () => {
    const lines: Statement['lines'] = Array.from({ length: 200 }, (_, at) => ({
      suppliedOn: calendarDate('2026-11-30'),
      description: `#明細${at + 1} *髙𠮷* $x$ @y \\z\n${'長い名前'.repeat(at % 9)}`,
      orderNumber: null,
      quantity: null,
      amountYen: yen(100),
      taxRatePercent: 8,
      reducedRate: true,
      withholding: 'not-subject',
    }))
    const reading = await read({
      ...exampleStatement,
      lines,
      withholding: null,
      netYen: yen(21_600),
      sums: { subtotalYen: yen(20_000), taxes: [{ ratePercent: 8, baseYen: yen(20_000), taxYen: yen(1_600) }], totalYen: yen(21_600) },
      worker: { ...exampleStatement.worker, name: `𠮷﨑${'長'.repeat(80)}` },
    })
    expect(reading.pages.length).toBeGreaterThan(4)
    for (const page of reading.pages.filter((text) => text.includes('#明細'))) expect(withoutSpace(page)).toContain('受領日内容数量単価')
    for (const line of lines) expect(reading.text).toContain(withoutSpace(line.description))
    expect(reading.text).toContain('※は軽減税率の対象です')
    expect(reading.text).toContain(`𠮷﨑${'長'.repeat(80)}様`)
  })
})

describe('支払通知書（登録を受けていない受託者）', () => {
  it('登録番号も、請求書と見まがう語もない', async () => {
    const { text, title } = await read(noticeOf(exampleStatement))
    expect(title).toBe('支払通知書')
    expect(text).toContain('消費税相当額10%')
    expect(text).toContain('消費税の請求書ではありません')
    for (const word of ['登録番号', '適格', 'インボイス', '仕入明細書', '消費税等']) expect(text).not.toContain(word)
    expect(text).not.toMatch(/T\d{13}/)
  })

  it('明細や備考に登録番号が紛れていれば、全角でも断る', () => {
    const remarks = '登録番号はＴ８８１００００００００００です'
    expect(() => renderStatement(noticeOf({ ...exampleStatement, remarks }), exampleSeal)).toThrow(RangeError)
  })

  it('訂正した通知は、元の番号を示す', async () => {
    const { text } = await read(
      noticeOf({ ...exampleStatement, corrects: { number: 'S-2026-10-00042', issuedOn: calendarDate('2026-11-01') } }),
    )
    expect(text).toContain('令和8年11月1日（日）付けS-2026-10-00042を訂正したものです')
  })
})

describe('訂正した明細の紙（第2版）', () => {
  const revised = async (given: Partial<Statement>) => readPdf(await renderStatementV2({ ...exampleStatement, ...given }, exampleSeal))
  const edition = { version: 2, reason: '数量の誤り', paidYen: yen(40_631), dueYen: yen(11_311) }

  it('第2版であること、理由、支払済みの額、今回の額を書き、見出しの額は今回の額になる', async () => {
    const reading = await revised({ edition, corrects: { number: 'S2026-00042', issuedOn: calendarDate('2026-11-27') } })
    expect(reading.title).toBe('仕入明細書（第2版）')
    for (const item of [
      '第2版令和8年11月27日（金）付けS2026-00042を訂正したものです。',
      '訂正の理由数量の誤り',
      '今回お支払額支払日令和8年12月25日（金）11,311円',
      '差引支払額51,942円',
      '既にお支払いした額△40,631円',
    ])
      expect(reading.text).toContain(item)
    expect(reading.text).not.toContain('お支払額支払日令和8年12月25日（金）51,942円')
  })

  it('第3版は第3版と名乗り、初めての紙は版を書かない', async () => {
    expect((await revised({ edition: { ...edition, version: 3 } })).title).toBe('仕入明細書（第3版）')
    const first = await revised({})
    expect([first.title, first.text.includes('版')]).toEqual(['仕入明細書', false])
    expect(first.text).toContain('お支払額支払日令和8年12月25日（金）51,942円')
  })

  it('支払済みと今回の額が差引支払額にならなければ断る', () => {
    expect(() => renderStatementV2({ ...exampleStatement, edition: { ...edition, dueYen: yen(11_312) } }, exampleSeal)).toThrow(RangeError)
  })

  it('同じ日のほかの書面と合わせて計算した税は、そう書く', async () => {
    const { text } = await revised({ togetherBaseYen: yen(699_999) })
    expect(text).toContain('同じ日にお支払いする他の書面の対象額699,999円と合わせた1回の支払として計算し')
  })
})

import { afterAll, describe, expect, it } from 'vitest'
import { endPdfCompiler } from '../../../platform/pdf/pdf.ts'
import { isArchivePdf, type PdfReading, readPdf, withoutSpace } from '../../../../test/support/read-pdf.ts'
import { calendarDate } from '../../../units/calendar-date.ts'
import { yen } from '../../../units/yen.ts'
import { exampleNotice, exampleSeal } from './example.ts'
import type { NoticeOfTerms } from './notice-of-terms.ts'
import { composeNoticeOfTerms, renderNoticeOfTerms } from './render.ts'

async function read(notice: NoticeOfTerms): Promise<PdfReading> {
  return readPdf(await renderNoticeOfTerms(notice, exampleSeal))
}

afterAll(() => endPdfCompiler())

describe('取引条件明示書', () => {
  it('フリーランス法3条と規則1条の事項、ガイドラインの12事項がすべて読める', async () => {
    const { text, pages } = await read(exampleNotice)
    expect(pages).toHaveLength(1)
    const items = [
      '一般財団法人サンプル振興公社',
      '長野県見本市大門一番町1番1号',
      '0263-00-0000',
      '見本花子',
      'W-00042',
      '業務委託をした日',
      '令和8年11月22日（日）',
      '商品画像の説明文の作成',
      '500件',
      '第3版のとおり',
      '納期',
      '令和8年12月18日（金）',
      '納品」画面',
      '検査完了期日',
      '令和8年12月25日（金）',
      '30,000円',
      '消費税等（10%）',
      '3,000円',
      '33,000円',
      '1件60円×500件',
      '支払期日',
      '令和9年1月25日（月）',
      '毎月末日納品締切、翌月25日支払',
      '銀行振込（振込手数料は委託者の負担）',
      '諸経費の取扱い',
      '通信費・電気代',
      '知的財産権の取扱い',
      '検査の完了時に委託者へ移転',
      '契約条件を変更する場合',
      'あらかじめ協議',
      '成果物が不完全な場合・納入が遅れた場合',
      '補修を求める',
      '第三者に開示しない',
      '個人情報を取り扱わない',
      '令和8年4月1日（水）付け業務委託基本契約書による',
      '問合せ先',
      '見本次郎',
      'N2026-00123',
      '取適法',
    ]
    for (const item of items) expect(text).toContain(withoutSpace(item))
  })

  it('PDF/A-2a で、同じ内容からは同じバイト列ができ、足もとに保存記録の SHA-256 がある', async () => {
    const first = await renderNoticeOfTerms(exampleNotice, exampleSeal)
    const again = await renderNoticeOfTerms(structuredClone(exampleNotice), exampleSeal)
    expect(Buffer.compare(first, again)).toBe(0)
    const reading = readPdf(first)
    expect(isArchivePdf(reading)).toBe(true)
    expect(reading.title).toBe('取引条件明示書')
    expect(reading.text).toContain(`保存記録のSHA-256${'ab'.repeat(32)}`)
  })

  it('英訳を添えると、日本語の後に同じ事項が並び、正文は日本語だと書かれる', async () => {
    const { text, title } = await read({ ...exampleNotice, languages: ['ja', 'en'] })
    expect(title).toBe('取引条件明示書')
    expect(text.indexOf('取引条件明示書')).toBeLessThan(text.indexOf('Noticeoftermsofwork'))
    for (const item of ['Sun,22November2026', '¥33,000', 'Mon,25January2027', 'TheJapanesedocument', 'theordererbearsthetransferfee']) {
      expect(text).toContain(item)
    }
    const ja = composeNoticeOfTerms(exampleNotice, 'ja').rows
    const en = composeNoticeOfTerms(exampleNotice, 'en').rows
    expect(en.map((row) => row.entries.length)).toEqual(ja.map((row) => row.entries.length))
  })

  it('未定事項は理由と予定の期日、再委託は元委託者とその支払期日を示す', async () => {
    const notice: NoticeOfTerms = {
      ...exampleNotice,
      due: null,
      fee: { kind: 'formula', formula: '1文字0.8円 × 検収した文字数', reason: '原稿の文字数が着手時に確定しないため' },
      pendingItems: [{ item: '納期', reason: '元委託者の撮影日が決まらないため', expectedOn: calendarDate('2026-11-30') }],
      resubcontract: { clientName: '見本通販株式会社', clientPayOn: calendarDate('2026-12-31') },
    }
    const { text } = await read(notice)
    for (const item of [
      '未定（理由と定める予定の期日は14に記載）',
      '撮影日が決まらないため',
      '令和8年11月30日（月）',
      '1文字0.8円×検収した文字数',
      '原稿の文字数が着手時に確定しないため',
      '再委託です',
      '見本通販株式会社',
      '令和8年12月31日（木）',
    ])
      expect(text).toContain(item)
    const pending = composeNoticeOfTerms(notice, 'ja').rows.find((row) => row.label === '未定事項')
    expect(pending?.number).toBe(14)
  })

  it('補充の明示は、元の明示の番号と日付を示す', async () => {
    const notice = { ...exampleNotice, supplements: { number: 'N-2026-000100', issuedOn: calendarDate('2026-11-01') } }
    const { text, title } = await read(notice)
    expect(title).toBe('取引条件明示書（補充）')
    expect(text).toContain('令和8年11月1日（日）付け文書番号N-2026-000100で未定としていた事項')
  })

  it('0円、任意項目の空、期間の納期、検査なしでも崩れない', async () => {
    const { text } = await read({
      ...exampleNotice,
      work: { ...exampleNotice.work, description: null, quantity: null },
      due: { kind: 'period', from: calendarDate('2026-12-01'), to: calendarDate('2026-12-18') },
      inspectionCompleteOn: null,
      deliveryMethod: null,
      fee: { kind: 'amount', exTaxYen: yen(0), taxRatePercent: 10, taxYen: yen(0), inTaxYen: yen(0), formula: null },
      masterAgreement: null,
      personalData: null,
    })
    expect(text).toContain('合計（税込）0円')
    expect(text).toContain('検査は行いません')
    expect(text).toContain('令和8年12月1日（火）–令和8年12月18日（金）')
    expect(text).not.toContain('個人情報を')
    expect(text).not.toContain('共通事項')
  })

  it('長い名前、改行、珍しい漢字、マークアップの記号がそのまま残り、長文は次の頁へ続く', async () => {
    const name = `𠮷﨑髙${'あ'.repeat(200)}`
    const specification = `#let x = 1 *太字* $E=mc^2$ @fn \\ _下線_\n二行目\n${'https://example.jp/'.padEnd(300, 'a')}\n${'鑾の長い説明。'.repeat(600)}`
    const { text, pages } = await read({
      ...exampleNotice,
      worker: { ...exampleNotice.worker, name },
      work: { ...exampleNotice.work, specification },
    })
    expect(text).toContain(withoutSpace(name))
    expect(text).toContain('#letx=1*太字*$E=mc^2$@fn\\_下線_二行目')
    expect(text).toContain('https://example.jp/'.padEnd(300, 'a'))
    expect(text.split('鑾')).toHaveLength(601)
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) expect(page).toContain('N2026-00123')
  })
})

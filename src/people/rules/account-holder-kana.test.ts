import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toAccountHolderKana, toZenginKana } from './account-holder-kana.ts'

describe('口座名義のカナを全銀の半角に直す', () => {
  test.each([
    ['ヤマダ　ハナコ', 'ﾔﾏﾀﾞ ﾊﾅｺ'],
    ['やまだ　はなこ', 'ﾔﾏﾀﾞ ﾊﾅｺ'],
    ['ﾔﾏﾀﾞ ﾀﾛｳ', 'ﾔﾏﾀﾞ ﾀﾛｳ'],
    ['キャノン ショウジ', 'ｷﾔﾉﾝ ｼﾖｳｼﾞ'],
    ['ヨーコ・スミス', 'ﾖ-ｺ.ｽﾐｽ'],
    ['ガギグゲゴ パピプペポ ヴ', 'ｶﾞｷﾞｸﾞｹﾞｺﾞ ﾊﾟﾋﾟﾌﾟﾍﾟﾎﾟ ｳﾞ'],
    ['カ）シンシュウ', 'ｶ)ｼﾝｼﾕｳ'],
    ['Ａｂｃ１２３', 'ABC123'],
    ['ザイ）サンプルシンコウコウシャ', 'ｻﾞｲ)ｻﾝﾌﾟﾙｼﾝｺｳｺｳｼﾔ'],
    ['カ゛ンバ゜', null],
    ['カ゛ ハ゜', 'ｶﾞ ﾊﾟ'],
    ['ヰヱヮヵヶ', 'ｲｴﾜｶｹ'],
    ['－ー―−‐–ｰ', '-------'],
    ['  ヤマダ 　 ハナコ  ', 'ﾔﾏﾀﾞ ﾊﾅｺ'],
  ])('%s → %s', (text, kana) => {
    const result = toAccountHolderKana(text)
    expect(result.ok ? result.kana : null).toBe(kana)
  })
})

test('直せない文字は推測せず、どの文字かを言う', () => {
  const faultsOf = (text: string) => {
    const result = toAccountHolderKana(text)
    return result.ok ? [] : result.faults
  }
  expect(faultsOf('佐藤')).toEqual([
    { code: 'kanji', character: '佐' },
    { code: 'kanji', character: '藤' },
  ])
  expect(faultsOf('㈱シンシュウ')).toEqual([{ code: 'kanji', character: '株' }])
  expect(faultsOf('ヲガワ')).toEqual([{ code: 'wo', character: 'ヲ' }])
  expect(faultsOf('ｦｶﾞﾜ')).toEqual([{ code: 'wo', character: 'ヲ' }])
  expect(faultsOf('ﾞアン')).toEqual([{ code: 'mark', character: '゛' }])
  expect(faultsOf('ア゛')).toEqual([{ code: 'mark', character: '゛' }])
  expect(faultsOf('カﾞﾞ')).toEqual([{ code: 'mark', character: '゛' }])
  expect(faultsOf('ヷ')).toEqual([{ code: 'mark', character: '゛' }])
  expect(faultsOf('ヤマダ,ハナコ,')).toEqual([{ code: 'symbol', character: ',' }])
  expect(faultsOf('ヤマダ\nハナコ')).toEqual([{ code: 'symbol', character: '\n' }])
  expect(faultsOf('😀')).toEqual([{ code: 'symbol', character: '😀' }])
  expect(faultsOf(' 　 ')).toEqual([{ code: 'empty' }])
  expect(faultsOf('')).toEqual([{ code: 'empty' }])
})

test('濁点も1バイトに数え、30バイトを超えたら切らずに断る', () => {
  expect(toAccountHolderKana('ガ'.repeat(15)).ok).toBe(true)
  expect(toAccountHolderKana('ガ'.repeat(15) + 'ア')).toEqual({ ok: false, faults: [{ code: 'too-long', length: 31, limit: 30 }] })
})

test('使える記号は欄によって違う', () => {
  expect(toZenginKana('ﾐﾂﾋﾞｼ(ﾕｰ.ｴﾌ)', 'bank', 15)).toEqual({
    ok: false,
    faults: [
      { code: 'symbol', character: '(' },
      { code: 'symbol', character: ')' },
    ],
  })
  // As the table of banks writes some foreign ones.
  expect(toZenginKana('クレデイ．アグリコル', 'bank', 15)).toEqual({ ok: true, kana: 'ｸﾚﾃﾞｲ.ｱｸﾞﾘｺﾙ' })
  expect(toZenginKana('ｦ「A/B」¥100', 'edi', 20)).toEqual({ ok: true, kana: 'ｦ｢A/B｣\\100' })
  expect(toZenginKana('A,B', 'edi', 20).ok).toBe(false)
})

test('性質: どんな文字列でも、断るか、1文字1バイトの許された文字だけにし、もう一度直しても変わらない', () => {
  const kanaLike = fc.string({ unit: fc.constantFrom(...'アイウカガパヴーっャ・ ゛゜ﾞﾟｶ-()あが漢A1ヲヰ'), maxLength: 40 })
  fc.assert(
    fc.property(fc.oneof(kanaLike, fc.string({ unit: 'binary', maxLength: 40 })), (text) => {
      const result = toAccountHolderKana(text)
      if (!result.ok) {
        expect(result.faults.length).toBeGreaterThan(0)
        return
      }
      expect(result.kana).toMatch(/^[A-Z0-9 ().\-ｱ-ﾝﾞﾟ]{1,30}$/)
      expect(toAccountHolderKana(result.kana)).toEqual(result)
    }),
    { numRuns: 600 },
  )
})

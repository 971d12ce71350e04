import { expect, it } from 'vitest'
import { searchBanks, searchBranches } from './bank-search.ts'

it('番号、名前、かなのどれからでも銀行が見つかる', () => {
  for (const text of ['0143', '八十二', 'はちじゅうに', 'ハチジュウニ', 'ﾊﾁｼﾞﾕｳﾆ']) {
    expect(
      searchBanks(text).map((bank) => bank.code),
      text,
    ).toContain('0143')
  }
})

it('長音のある名前も、かなで見つかる', () => {
  expect(searchBanks('らくてん').map((bank) => bank.code)).toContain('0036')
  expect(searchBranches('9900', 'いちいちはち').map((branch) => branch.code)).toContain('118')
})

it('何も書かなければ、何も出さない。知らない銀行に支店はない', () => {
  expect(searchBanks('  ')).toEqual([])
  expect(searchBranches('constructor', '1')).toEqual([])
})

it('通帳に印刷されている名前でも、人が縮めた名前でも、銀行が先頭に見つかる', () => {
  const asked = {
    みずほ銀行: '0001',
    みずほぎんこう: '0001',
    ゆうちょ銀行: '9900',
    ゆうちょ: '9900',
    郵貯: '9900',
    三菱UFJ: '0005',
    三菱ＵＦＪ銀行: '0005',
    UFJ: '0005',
    ufj: '0005',
    PayPay: '0033',
    'paypay 銀行': '0033',
    auじぶん: '0039',
    ａｕじぶん銀行: '0039',
    楽天銀行: '0036',
    rakuten: '0036',
    長野県信用組合: '2390',
    ながのけんしんようくみあい: '2390',
    長野県労働金庫: '2966',
    JA大北: '5470',
    ＪＡ大北: '5470',
    大北農業協同組合: '5470',
    農林中央金庫: '3000',
    株式会社みずほ銀行: '0001',
  }
  for (const [text, code] of Object.entries(asked)) expect(searchBanks(text)[0]?.code, text).toBe(code)
  expect(searchBanks('松本信用金庫')[0]?.name).toBe('松本信金')
  expect(searchBanks('信用金庫')).toHaveLength(20)
  expect(searchBanks('銀座の銀行')).toEqual([])
})

it('支店は「支店」を付けても、ヶの書き方が違っても見つかる', () => {
  const codes = (bank: string, text: string): string[] => searchBranches(bank, text).map(({ code }) => code)
  expect(codes('0143', '塩尻支店')[0]).toBe('433')
  expect(codes('0143', 'しおじり')[0]).toBe('433')
  for (const text of ['阿佐ヶ谷', '阿佐ケ谷', '阿佐ヶ谷支店', '阿佐が谷', '阿佐谷', 'あさがや'])
    expect(codes('0001', text), text).toContain('529')
})

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

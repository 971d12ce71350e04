import { expect, test } from 'vitest'
import { toAccountHolderKana } from '../../people/rules/account-holder-kana.ts'
import { isNameKana } from '../../people/rules/kana.ts'
import { words } from './messages.ja.ts'

test('デモの人は、読みも口座名義も、自分で保存し直せる', () => {
  expect(words.worker(470).kana).toBe('デモ ワーカーヨンナナゼロ')
  for (let number = 1; number <= 1_000; number++) {
    const { kana, holder } = words.worker(number)
    expect([number, isNameKana(kana), toAccountHolderKana(holder).ok, holder === kana]).toEqual([number, true, true, true])
  }
})

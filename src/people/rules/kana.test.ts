import { expect, it } from 'vitest'
import { isNameKana, toKatakana } from './kana.ts'

it('ひらがなと半角カナを全角カタカナにそろえる', () => {
  expect(toKatakana('やまだ　はなこ')).toBe('ヤマダ ハナコ')
  expect(toKatakana('ﾔﾏﾀﾞ  ﾊﾅｺ')).toBe('ヤマダ ハナコ')
})

it('漢字とローマ字は、ふりがなではない', () => {
  expect(isNameKana('やまだ はなこ')).toBe(true)
  expect(isNameKana('マリー・スミス')).toBe(true)
  expect(isNameKana('山田 花子')).toBe(false)
  expect(isNameKana('Hanako')).toBe(false)
})

import { expect, test } from 'vitest'
import { paymentCategoryJa } from './payment-category.ts'

test.each([
  ['', '記事の作成', '原稿料'],
  ['', 'Webデザイン', 'デザイン料'],
  ['', 'イラスト制作', 'さし絵料'],
  ['', '挿絵', 'さし絵料'],
  ['', '英日翻訳', '翻訳料'],
  ['', 'セミナーの講師', '講演料'],
  ['manuscript', 'SNS運用', '原稿料'],
  ['design', '記事の作成', 'デザイン料'],
  ['', 'その他の仕事', 'その他の仕事'],
])('選んだ区分 %o、名前 %s: %s', (paymentCategory, nameJa, category) => {
  expect(paymentCategoryJa({ paymentCategory, nameJa })).toBe(category)
})

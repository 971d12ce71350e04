import { expect, test } from 'vitest'
import { defineMessages } from './messages.ts'

const ja = { title: '注文', states: { open: '募集中', done: '検収済み' }, left: (days: number) => `あと${days}日` }
const en: typeof ja = { title: 'Order', states: { open: 'Open', done: 'Accepted' }, left: (days) => `${days} days left` }

test('やさしい日本語にない言葉は日本語になる', () => {
  const words = defineMessages({ ja, en, easy: { states: { open: '人を さがして います' } } }).in('easy')
  expect(words.states).toEqual({ open: '人を さがして います', done: '検収済み' })
  expect(words.left(3)).toBe('あと3日')
})

test('日本語と英語はそのまま返る', () => {
  const use = defineMessages({ ja, en, easy: {} })
  expect(use.in('ja')).toEqual(ja)
  expect(use.in('en').left(3)).toBe('3 days left')
})

test('やさしい日本語は引数のある言葉も置き換えられる', () => {
  const words = defineMessages({ ja, en, easy: { left: (days: number) => `${days}日 のこって います` } }).in('easy')
  expect(words.left(2)).toBe('2日 のこって います')
  expect(words.title).toBe('注文')
})

test('領域の言葉の下には、皆の言葉がある。同じ名の言葉は領域のものが勝つ', () => {
  const below = defineMessages({ ja: { save: '保存する', title: '題' }, en: { save: 'Save', title: 'Title' }, easy: { save: 'のこす' } })
  const use = defineMessages({ ja, en, easy: {} }, below)
  expect(use.in('en')).toEqual({ ...en, save: 'Save' })
  expect(use.in('easy').save).toBe('のこす')
  expect(use.in('easy').title).toBe('注文')
})

test('並んだ言葉は並びのまま残り、やさしい日本語では文の数が違ってよい', () => {
  const steps = { ja: { flow: ['申し込む', '待つ'] }, en: { flow: ['Apply', 'Wait'] } }
  expect(defineMessages({ ...steps, easy: {} }).in('easy').flow).toEqual(['申し込む', '待つ'])
  expect(
    defineMessages({ ...steps, easy: { flow: ['もうしこみます', '3日 まちます', 'へんじが きます'] } })
      .in('easy')
      .flow.map(String),
  ).toEqual(['もうしこみます', '3日 まちます', 'へんじが きます'])
})

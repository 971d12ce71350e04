import { expect, test } from 'vitest'
import { defineMessages, loadLanguage } from './messages.ts'

const ja = { title: '注文', states: { open: '募集中', done: '検収済み' }, left: (days: number) => `あと${days}日` }
const en: typeof ja = { title: 'Order', states: { open: 'Open', done: 'Accepted' }, left: (days) => `${days} days left` }
const english = () => Promise.resolve(en)
const nothing = () => Promise.resolve({})

test('やさしい日本語にない言葉は日本語になる', async () => {
  const use = defineMessages({ ja, en: english, easy: () => Promise.resolve({ states: { open: '人を さがして います' } }) })
  const words = await use.load('easy')
  expect(words.states).toEqual({ open: '人を さがして います', done: '検収済み' })
  expect(words.left(3)).toBe('あと3日')
})

test('日本語はすぐに、英語は読む人がいるときに読み込まれ、それまでは日本語で言う', async () => {
  let fetched = 0
  const use = defineMessages({ ja, en: () => Promise.resolve(en).finally(() => fetched++), easy: nothing })
  expect(use.in('ja')).toEqual(ja)
  expect(use.in('en').left(3)).toBe('あと3日')
  expect(fetched).toBe(0)
  await loadLanguage('en')
  expect(use.in('en').left(3)).toBe('3 days left')
  expect(use.in('ja')).toEqual(ja)
  await loadLanguage('en')
  expect(fetched).toBe(1)
})

test('やさしい日本語は引数のある言葉も置き換えられる', async () => {
  const easy = { left: (days: number) => `${days}日 のこって います` }
  const words = await defineMessages({ ja, en: english, easy: () => Promise.resolve(easy) }).load('easy')
  expect(words.left(2)).toBe('2日 のこって います')
  expect(words.title).toBe('注文')
})

test('領域の言葉の下には、皆の言葉がある。同じ名の言葉は領域のものが勝つ', async () => {
  const below = defineMessages({
    ja: { save: '保存する', title: '題' },
    en: () => Promise.resolve({ save: 'Save', title: 'Title' }),
    easy: () => Promise.resolve({ save: 'のこす' }),
  })
  const use = defineMessages({ ja, en: english, easy: nothing }, below)
  expect(await use.load('en')).toEqual({ ...en, save: 'Save' })
  expect((await use.load('easy')).save).toBe('のこす')
  expect((await use.load('easy')).title).toBe('注文')
})

test('並んだ言葉は並びのまま残り、やさしい日本語では文の数が違ってよい', async () => {
  const steps = { ja: { flow: ['申し込む', '待つ'] }, en: () => Promise.resolve({ flow: ['Apply', 'Wait'] }) }
  expect((await defineMessages({ ...steps, easy: nothing }).load('easy')).flow).toEqual(['申し込む', '待つ'])
  const flow = ['もうしこみます', '3日 まちます', 'へんじが きます']
  const easier = await defineMessages({ ...steps, easy: () => Promise.resolve({ flow }) }).load('easy')
  expect(easier.flow.map(String)).toEqual(flow)
})

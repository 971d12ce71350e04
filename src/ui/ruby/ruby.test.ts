import { createElement, type ElementType, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { defineMessages } from '../messages.ts'
import { jsx, jsxs } from './jsx-runtime.ts'
import { rubyParts, setRuby, withoutReadings, withReadingsBehind, withReadingsBeside } from './marks.ts'
import { type Easy, easyWords } from './written.ts'

const text = setRuby('お金を ｜払《はら》います')
const ruby = '<span>お金を <ruby>払<rt aria-hidden="true">はら</rt></ruby>います</span>'
const draw = (type: ElementType, props: Record<string, unknown>): string => renderToStaticMarkup(jsx(type, props))

test('ルビは、子なら ruby になり、読みは声に出ない', () => {
  expect(draw('p', { children: text })).toBe(`<p>${ruby}</p>`)
  expect(renderToStaticMarkup(jsxs('p', { children: ['1. ', text, null, [text, 'と']] }))).toBe(
    `<p>${ruby.replace('お金', '1. お金')}${ruby.replace('</span>', 'と</span>')}</p>`,
  )
})

test('属性になるときは、読みがない。見える属性では後ろの括弧に入る', () => {
  expect(draw('button', { 'aria-label': text, title: text, children: '×' })).toBe(
    '<button aria-label="お金を 払います" title="お金を 払います">×</button>',
  )
  expect(draw('input', { placeholder: text })).toBe('<input placeholder="お金を 払（はら）います"/>')
  expect(draw('option', { children: text })).toBe('<option>お金を 払（はら）います</option>')
})

test('自分の部品は文字列のまま受け取り、見せるところでルビになる', () => {
  const Named = ({ label, children }: { label: string; children: string }): ReactElement =>
    jsxs('section', { 'aria-label': label, children: [children.length, jsx('h2', { children })] })
  expect(draw(Named, { label: text, children: text })).toBe(
    `<section aria-label="お金を 払います">${text.length}<h2>${ruby}</h2></section>`,
  )
})

test('ルビのない文字と、人が打った《》は、そのまま', () => {
  expect(draw('p', { children: '《重要》｜確認' })).toBe('<p>《重要》｜確認</p>')
  const children = [createElement('b', { key: 'a' }, 'x')]
  expect(draw('p', { children })).toBe('<p><b>x</b></p>')
})

test('印は部分に分けられ、読みを除くことも、後ろに置くこともできる', () => {
  expect(rubyParts(text)).toEqual([
    { base: 'お金を ', reading: null },
    { base: '払', reading: 'はら' },
    { base: 'います', reading: null },
  ])
  expect(withoutReadings(text)).toBe('お金を 払います')
  expect(withReadingsBehind(text)).toBe('お金を 払（はら）います')
  expect(withReadingsBeside(text)).toContain('払います')
  expect(setRuby('｜《》 ｜漢《カン》 ｜漢《》')).toBe('｜《》 ｜漢《カン》 ｜漢《》')
})

const ja = { pay: '支払', count: (n: number) => `${n}件`, flow: ['一', '二'], by: { whom: (who: { name: string }) => who.name } }

test('引数のある言葉、並んだ言葉、深い言葉にもルビが付く', async () => {
  const easy = easyWords<typeof ja>()({
    pay: '｜払《はら》う',
    count: (n) => (n > 1 ? `${n}の ｜件《けん》` : '｜件《けん》'),
    flow: ['｜払《はら》う'],
    by: { whom: ({ name }) => `${name}が ｜払《はら》う` },
  })
  const words = await defineMessages({ ja, en: () => Promise.resolve(ja), easy: () => Promise.resolve(easy) }).load('easy')
  expect([words.pay, words.count(2), ...words.flow, words.by.whom({ name: '山' })].map(withReadingsBehind)).toEqual([
    '払（はら）う',
    '2の 件（けん）',
    '払（はら）う',
    '山が 払（はら）う',
  ])
})

test('壊れたルビと、日本語にない言葉は、型が断る', () => {
  const write = easyWords<typeof ja>()
  // @ts-expect-error The mark has no end.
  const endless: Easy<typeof ja> = write({ pay: '｜払《はら' })
  // @ts-expect-error The mark has no beginning.
  const headless: Easy<typeof ja> = write({ pay: '払《はら》う' })
  // @ts-expect-error The reading is no hiragana.
  const katakana: Easy<typeof ja> = write({ count: (n) => `${n}の ｜件《ケン》` })
  // @ts-expect-error One of two branches is broken.
  const branch: Easy<typeof ja> = write({ count: (n) => (n > 1 ? '｜件《けん》' : `｜件《》${n}`) })
  // @ts-expect-error A sentence of a list.
  const listed: Easy<typeof ja> = write({ flow: ['｜一《いち》', '｜二'] })
  // @ts-expect-error Deep down.
  const deep: Easy<typeof ja> = write({ by: { whom: () => '｜｜人《ひと》' } })
  // @ts-expect-error No such word.
  const unknown: Easy<typeof ja> = write({ by: { who: '' } })
  expect([endless, headless, katakana, branch, listed, deep, unknown]).toHaveLength(7)
})

import { expect, test } from 'vitest'
import { z } from 'zod'
import { faultsOf } from '../platform/faults.ts'
import { faultText } from './fault-text.ts'
import { useWords } from './words.ts'

const words = useWords.in('ja').faults
const schema = z.strictObject({
  name: z.string().min(2).max(5),
  units: z.int().min(1).max(10),
  dueOn: z.iso.date(),
  mail: z.email(),
  kind: z.enum(['a', 'b']),
  skills: z.array(z.string()).min(1).max(2),
})
const right = { name: '見本', units: 3, dueOn: '2026-11-22', mail: 'a@example.jp', kind: 'a', skills: ['1'] }

function textFor(change: Record<string, unknown>): string[] {
  const input: Record<string, unknown> = { ...right, ...change }
  const { error } = schema.safeParse(input)
  return error ? faultsOf(error).map((fault) => faultText(words, fault, input[fault.path])) : []
}

test('正しい入力には何も言わない', () => {
  expect(textFor({})).toEqual([])
})

test.each([
  [
    '空の欄',
    { name: '', units: null, dueOn: '', skills: [] },
    ['入力してください。', '入力してください。', '入力してください。', '入力してください。'],
  ],
  ['短い言葉', { name: '見' }, ['2文字以上で入力してください。']],
  ['長い言葉', { name: '見本見本見本' }, ['5文字以内で入力してください。']],
  ['小さい数', { units: 0 }, ['1以上の数を入力してください。']],
  ['大きい数', { units: 11 }, ['10以下の数を入力してください。']],
  ['小数', { units: 1.5 }, ['小数点のない数で入力してください。']],
  ['数でないもの', { units: 'x' }, ['数字で入力してください。']],
  ['存在しない日付', { dueOn: '2026-02-30' }, ['実在する日付を入力してください。']],
  ['メールでないもの', { mail: 'a' }, ['メールアドレスの形で入力してください（例 name@example.jp）。']],
  ['選択肢にないもの', { kind: 'c' }, ['選択肢の中から選んでください。']],
  ['多すぎる選択', { skills: ['1', '2', '3'] }, ['2件以内にしてください。']],
])('%sには原因と直し方を言う', (_, change, expected) => {
  expect(textFor(change)).toEqual(expected)
})

test('分野の言葉が先に使われる', () => {
  const fault = { path: 'code', code: 'check-digit', params: { digit: 7 } }
  expect(faultText(words, fault, '123', { 'check-digit': ({ digit }) => `検査数字は${digit}です。` })).toBe('検査数字は7です。')
})

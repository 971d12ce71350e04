import { expect, test } from 'vitest'
import { contract } from './contract/index.ts'
import { en } from './messages.en.ts'
import { ja } from './messages.ja.ts'

function leaves(tree: object, path = ''): { path: string; value: unknown }[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? leaves(value, `${path}${key}.`) : [{ path: path + key, value }],
  )
}
const text = (value: unknown): unknown => (typeof value === 'function' ? value('1', '2', '3', '4') : value)

test('断りの言葉は、契約にあるすべてのコードにある', () => {
  const codes = Object.values(contract).flatMap((entry) => (entry.kind === 'write' ? [...entry.refusals] : []))
  expect(Object.keys(ja.refusals).sort()).toEqual([...new Set<string>(codes)].sort())
})

test('どの言葉も空でなく、英語に日本語が混じらない', () => {
  for (const { path, value } of leaves(ja)) expect(text(value), path).toMatch(/\S/)
  for (const { path, value } of leaves(en)) {
    expect(text(value), path).toMatch(/\S/)
    expect(text(value), path).not.toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/)
  }
})

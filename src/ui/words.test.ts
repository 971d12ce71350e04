import { expect, test } from 'vitest'
import { languages } from './language.ts'
import { useWords } from './words.ts'

function leaves(tree: object, path = ''): { path: string; value: unknown }[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? leaves(value, `${path}${key}.`) : [{ path: path + key, value }],
  )
}

test('部品の言葉は3つの言語すべてで空でない', async () => {
  for (const language of languages) {
    for (const { path, value } of leaves(await useWords.load(language))) {
      const text = typeof value === 'function' ? value('1', '2') : value
      expect(text, `${language} ${path}`).toMatch(/\S/)
    }
  }
})

test('英語の言葉に日本語が混じらない', async () => {
  for (const { path, value } of leaves(await useWords.load('en'))) {
    const text = typeof value === 'function' ? value('1', '2') : value
    expect(text, path).not.toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/)
  }
})

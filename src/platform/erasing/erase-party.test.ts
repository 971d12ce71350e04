import { describe, expect, it } from 'vitest'
import { patternOf } from './erase-party.ts'

/** PostgreSQL and JavaScript read what the pattern is made of alike. */
const replaced = (text: string, ...names: string[]): string => {
  const pattern = patternOf(names)
  return pattern === null ? text : text.replaceAll(new RegExp(pattern, 'gu'), '#')
}

describe('文の中の名前', () => {
  it.each([
    ['山田 太郎さんへ', ['山田太郎'], '山田 太郎さんへ'],
    ['山田太郎さんへ', ['山田 太郎'], '#さんへ'],
    ['山田\u3000太郎さんへ', ['山田 太郎'], '#さんへ'],
    ['Ann Leeさんへ', ['Ann Lee'], '#さんへ'],
    ['Annabelle', ['Ann'], 'Annabelle'],
    ['a+b@x.example に送る', ['a+b@x.example'], '# に送る'],
    ['森に行く', ['森'], '森に行く'],
    ['山田太郎と山田', ['山田', '山田太郎'], '#と#'],
    ['文', [], '文'],
    ['(株) 山', ['(株) 山'], '#'],
  ])('%s から %j を外すと %s', (text, names, expected) => expect(replaced(text, ...names)).toBe(expected))
})

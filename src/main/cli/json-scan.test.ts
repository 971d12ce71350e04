import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scanJson } from './json-scan.ts'

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

test('最初の誤りの場所', () => {
  const badAt = (text: string) => scanJson(text).badAt
  expect(badAt('{"a":b}')).toBe(5)
  expect(badAt('{"a":1,}')).toBe(7)
  expect(badAt('[1 2]')).toBe(3)
  expect(badAt('{"a" 1}')).toBe(5)
  expect(badAt('[1]]')).toBe(3)
  expect(badAt('{"a":[1,2}')).toBe(9)
  expect(badAt('{"a":01}')).toBe(6)
  expect(badAt('{"a":"x\ny"}')).toBe(5)
  expect(badAt('{"a":')).toBe(5)
  expect(badAt("{'a':1}")).toBe(1)
  expect(badAt(' \n[1, {"a": null}] ')).toBeNull()
})

test('二度書かれた項目の場所', () => {
  const text = '[{"a":1}, {"a":{"b":[0,{"c":1,"\\u0063":2}]},"a":3}]'
  expect(scanJson(text).duplicates).toEqual([
    [1, 'a', 'b', 1, 'c'],
    [1, 'a'],
  ])
})

test('深い入れ子と長い文字列でも止まらない', () => {
  const depth = 200_000
  expect(scanJson('['.repeat(depth) + ']'.repeat(depth)).badAt).toBeNull()
  expect(scanJson(`"${'あ'.repeat(5_000_000)}"`).badAt).toBeNull()
  expect(scanJson(`"${'\\n'.repeat(2_000_000)}"`).badAt).toBeNull()
  expect(scanJson(`"${'\\nx'.repeat(2_000_000)}`).badAt).toBe(0)
})

test('性質: JSON.parse が読めるものだけを読めると言う', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"b"',
    '1',
    '-',
    '.5',
    'e3',
    'true',
    'nul',
    ' ',
    '\n',
    '"\\',
    '"',
    '01',
    '\u00a0',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json(),
        fc.array(pieces, { maxLength: 12 }).map((list) => list.join('')),
        fc.string(),
      ),
      (text) => {
        expect(scanJson(text).badAt === null).toBe(parses(text))
      },
    ),
    { numRuns: 5000 },
  )
})

test('性質: JSONの途中を切っても、挿し込んでも、JSON.parse と同じ判断をする', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', '0', '\\', ' '), (text, at, piece) => {
      const place = at % (text.length + 1)
      for (const changed of [text.slice(0, place) + piece, text.slice(0, place) + piece + text.slice(place)]) {
        expect(scanJson(changed).badAt === null).toBe(parses(changed))
      }
    }),
    { numRuns: 2000 },
  )
})

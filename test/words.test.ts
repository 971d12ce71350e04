import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { areaOrder } from '../src/main/area-order.ts'
import { load } from '../src/main/areas.ts'
import type { AnyContract } from '../src/platform/contract.ts'
import { terms } from '../src/programme/messages.ja/terms.ts'
import { common, ja as ui } from '../src/ui/messages.ja.ts'
import { en as uiEn } from '../src/ui/messages.en.ts'

interface Word {
  home: string
  path: string
  ja: unknown
  en: unknown
}

function leaves(tree: object, path = ''): [string, unknown][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? leaves(value, `${path}${key}.`) : [[path + key, value] satisfies [string, unknown]],
  )
}
const wordsOf = (home: string, ja: object, en: object): Word[] => {
  const english = new Map(leaves(en))
  return leaves(ja).map(([path, word]) => ({ home, path, ja: word, en: english.get(path) }))
}

const areas = await Promise.all(
  areaOrder.map(async (area) => {
    const { ja = {} } = await load<{ ja: { refusals?: object } }>(area, 'messages.ja/index.ts')
    const { en = {} } = await load<{ en: object }>(area, 'messages.en/index.ts')
    const { contract = {} } = {
      ...(await load<{ contract: Record<string, AnyContract> }>(area, 'contract.ts')),
      ...(await load<{ contract: Record<string, AnyContract> }>(area, 'contract/index.ts')),
    }
    return { area, refusals: ja.refusals ?? {}, contract: Object.values(contract), words: wordsOf(area, ja, en) }
  }),
)
const words = areas.flatMap((each) => each.words)
const said = (word: unknown): string => String(typeof word === 'function' ? word('2026', '2', '3', '4') : (word ?? ''))
const nameOf = ({ home, path }: Word): string => `${home} ${path}`

const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/
/** English counts days and seats without a unit. */
const unitless = /^(operator\.day|sites\.seats)Unit$/
/** A language is named in itself; the sentences about kana show them. */
const quoting = /^account\.languages\.|^faults\.kana-/

test('どの言葉も空でなく、英語に日本語が混じらない', () => {
  expect(words.length).toBeGreaterThan(2_000)
  expect(words.filter(({ path, ja, en }) => (!/\S/.test(said(ja)) || !/\S/.test(said(en))) && !unitless.test(path)).map(nameOf)).toEqual([])
  expect(words.filter(({ path, en }) => japanese.test(said(en)) && !quoting.test(path)).map(nameOf)).toEqual([])
})

test('断りの言葉は、契約にあるすべてのコードにあり、ほかにはない', () => {
  for (const { area, refusals, contract } of areas) {
    const codes = contract.flatMap((entry) => (entry.kind === 'write' ? [...entry.refusals] : []))
    expect(Object.keys(refusals).sort(), area).toEqual([...new Set<string>(codes)].sort())
  }
})

test('3つ以上の領域が同じ意味で言う言葉は、皆の言葉として一度だけ書かれている', () => {
  const same = Map.groupBy(
    [...words, ...wordsOf('ui', ui, uiEn)].filter(({ ja }) => typeof ja === 'string'),
    ({ ja, en }) => `${String(ja)} | ${String(en)}`,
  )
  const scattered = [...same].filter(([, each]) => new Set(each.map(({ home }) => home)).size >= 3)
  expect(scattered.map(([word, each]) => `${word}: ${each.map(nameOf).join(', ')}`)).toEqual([])
})

test('皆の言葉を、領域は同じ名で言い直さない', () => {
  const shared: Record<string, string> = { ...common, ...terms }
  expect(words.filter(({ path, ja }) => shared[path] === ja).map(nameOf)).toEqual([])
})

test('用語集が「と言わない」とする言葉は、どの文にもない', () => {
  const unsaid = [...readFileSync('GLOSSARY.md', 'utf8').matchAll(/「([^」]+)」と言わない/g)].map(([, word = '']) => word)
  expect(unsaid).toEqual(expect.arrayContaining(['技能', '段階', '可能時間']))
  const saying = words.flatMap((word) => unsaid.filter((each) => said(word.ja).includes(each)).map((each) => `${nameOf(word)}: ${each}`))
  expect(saying).toEqual([])
})

import { Buffer } from 'node:buffer'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kado, line, problem, refusedAt, statement, table, transfers } from '../../../test/support/kado.ts'
import { runCli } from './main.ts'

describe('入力と命令', () => {
  test('JSON でないもの', async () => {
    expect(refusedAt(await kado(['kpi'], ''))).toEqual(['$'])
    expect((await kado(['kpi'], '{\n "fiscalYear": x }')).stderr).toContain('2行 16文字目')
    expect(refusedAt(await kado(['kpi'], Buffer.from([0x7b, 0xff, 0x7d])))).toEqual(['$'])
    expect(refusedAt(await kado(['kpi'], '{"fiscalYear":2022,"fiscalYear":2023,"indicators":[]}'))).toEqual(['$.fiscalYear'])
    expect(refusedAt(await kado(['kpi'], '['.repeat(100_000) + ']'.repeat(100_000)))).toEqual(['$'])
    expect((await kado(['kpi'], `\ufeff${JSON.stringify(table)}`)).code).toBe(0)
    const packed = gzipSync(JSON.stringify(table))
    expect((await kado(['kpi'], packed)).code).toBe(0)
    expect(refusedAt(await kado(['kpi'], packed.subarray(0, 20)))).toEqual(['$'])
  })

  test('知らない命令と、使い方', async () => {
    expect(refusedAt(await kado(['constructor'], ''))).toEqual(['constructor'])
    expect((await kado(['--help'], '')).stdout.toString()).toContain('kado 命令')
    expect((await kado([], '')).code).toBe(0)
    expect((await kado(['zengin', '--help'], '')).stdout.toString()).toContain('payments')
    expect((await kado(['help', 'plan'], '', { LANG: 'en_US.UTF-8' })).stdout.toString()).toContain('--verify')
  })

  test('LANG=en なら英語で、場所は同じ', async () => {
    const run = await kado(['statement'], { ...statement, lines: [{ ...line, withholding: 'undecided' }] }, { LANG: 'en' })
    expect(run.stderr).toBe('$.lines[0].withholding: it is undecided whether tax is withheld. Decide for subject or not-subject first.\n')
  })

  test('誤りの行は1,000行までで、残りの数を言う', async () => {
    const run = await kado(['statement'], { ...statement, lines: Array.from({ length: 1200 }, () => ({ ...line, amountYen: -1 })) })
    expect(run.stderr.trimEnd().split('\n').slice(-1)).toEqual(['ほかに 200 件の誤りがあります。'])
  })

  test('書き込めない出力は内部の失敗', async () => {
    const broken = { write: (_: string | Uint8Array, done: (error?: Error | null) => void) => done(new Error('closed pipe')) }
    const lines: string[] = []
    const stderr = { write: (chunk: string | Uint8Array, done: () => void) => (lines.push(String(chunk)), done()) }
    expect(await runCli(['check', 'bank-day', '2026-12-25'], Readable.from([]), broken, stderr, {})).toBe(1)
    expect(lines.join('')).toContain('closed pipe')
  })
})

describe('性質: どんなに壊れた入力でも、0か2で終わり、2なら標準出力は空', () => {
  const documents = { kpi: table, statement, zengin: transfers, plan: problem } as const
  const junk = fc.oneof(
    fc.json().map((text): unknown => JSON.parse(text)),
    fc.constantFrom<unknown>(null, -0, 1e308, '', '2026-13-01', [], {}, 'pending', 2 ** 53, '\u0000', '\ud800'),
  )

  test.each(Object.entries(documents))('%s', async (verb, document) => {
    const places = placesOf(document)
    await fc.assert(
      fc.asyncProperty(fc.nat(places.length - 1), fc.option(junk, { nil: undefined }), async (index, value) => {
        const run = await kado([verb], replacedAt(document, places[index] ?? [], value))
        expect(run.code === 0 || run.code === 2, run.stderr).toBe(true)
        if (run.code === 2) expect(refusedAt(run).length).toBeGreaterThan(0)
      }),
      { numRuns: 300 },
    )
  })

  function placesOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
    const inner =
      typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, item]) => placesOf(item, [...path, key])) : []
    return [path, ...inner]
  }

  /** A copy with one value replaced, or left out where the replacement is undefined. */
  function replacedAt(document: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
    if (key === undefined) return value === undefined ? {} : value
    if (Array.isArray(document))
      return document.map((item: unknown, index) => (String(index) === key ? replacedAt(item, rest, value) : item))
    return Object.fromEntries(
      Object.entries(document ?? {}).map(([name, item]) => [
        name,
        name === key ? (rest.length === 0 ? value : replacedAt(item, rest, value)) : item,
      ]),
    )
  }
})

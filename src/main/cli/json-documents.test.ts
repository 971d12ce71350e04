import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pathText } from './faults.ts'
import { JsonDocuments } from './json-documents.ts'
import { parseDocument } from './input.ts'

const lists = [['workers'], ['plan', 'offers']] as const

/** Everything that is heard of some bytes when they come in chunks of a length. */
function heard(text: string | Uint8Array, chunk = 1 << 16) {
  const rows: [string, number, unknown][] = []
  const documents: [unknown, number][] = []
  const faults: string[] = []
  const reader = new JsonDocuments(lists, {
    onRow: (list, index, value) => rows.push([list.join('.'), index, value]),
    onDocument: (value, line) => documents.push([value, line]),
    onFault: ({ fault, ...place }) => {
      const where = 'path' in place && typeof place.path !== 'string' ? pathText(place.path) : ''
      faults.push(fault.code === 'not-json' ? `${where} ${fault.code} ${fault.line}:${fault.column}` : `${where} ${fault.code}`)
    },
  })
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += chunk) reader.push(Buffer.from(bytes.subarray(at, at + chunk)))
  reader.end()
  return { rows, documents, faults }
}

describe('行ごとに読む', () => {
  test('指された配列の中身を1つずつ渡し、残りを最後に渡す', () => {
    const { rows, documents } = heard(
      '{"days":3,"workers":[{"id":"a]"}, {"id":"\\"b","x":[1,{"y":[2]}]}],"plan":{"offers":[ ],"workers":[5]},"workersX":[6]}',
    )
    expect(rows).toEqual([
      ['workers', 0, { id: 'a]' }],
      ['workers', 1, { id: '"b', x: [1, { y: [2] }] }],
    ])
    expect(documents).toEqual([[{ days: 3, workers: [], plan: { offers: [], workers: [5] }, workersX: [6] }, 1]])
  })

  test('文書はいくつ続いてもよく、何行目かがわかる', () => {
    expect(heard('\ufeff{"a":1}\n\n{"b":2}{"workers":[1]}\n7\n').documents).toEqual([
      [{ a: 1 }, 1],
      [{ b: 2 }, 3],
      [{ workers: [] }, 3],
      [7, 4],
    ])
    expect(heard(' \n').documents).toEqual([])
  })

  test('誤りの場所', () => {
    const faults = (text: string | Uint8Array) => heard(text).faults
    expect(faults('{"workers":[{"id":"あ"},\n {"id" 1}]}')).toEqual(['$ not-json 2:8'])
    expect(faults('{"workers":[1,]}')).toEqual(['$ not-json 1:15'])
    expect(faults('{"workers":[,1]}')).toEqual(['$ not-json 1:13'])
    expect(faults('{"workers":[{"id":"w1"')).toEqual(['$ not-json 1:23'])
    expect(faults('{"workers":[{"id":"w1"}')).toEqual(['$ not-json 1:24'])
    expect(faults('{"workers":[1}')).toEqual(['$ not-json 1:14'])
    expect(faults('{"workers":[1],\n"days" 3}')).toEqual(['$ not-json 2:8'])
    expect(faults('{"workers":[1]} ]')).toEqual(['$ not-json 1:17'])
    expect(faults('nonsense')).toEqual(['$ not-json 1:2'])
    expect(faults(Buffer.from([0x7b, 0xff, 0x7d]))).toEqual(['$ not-utf8'])
    expect(faults('{"workers":[{"id":1,"id":1}],"workers":[]}')).toEqual(['$.workers[0].id duplicate-key', '$.workers duplicate-key'])
  })

  test('性質: どこで切れて届いても、JSON.parse と同じものになる', () => {
    const document = fc.record(
      {
        days: fc.json(),
        workers: fc.array(fc.jsonValue()),
        plan: fc.dictionary(fc.constantFrom('offers', 'x', '"\\', 'あ'), fc.array(fc.jsonValue())),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(document, fc.integer({ min: 1, max: 7 }), fc.constantFrom(undefined, 1, '\t'), (value, chunk, indent) => {
        const { rows, documents, faults } = heard(JSON.stringify(value, null, indent), chunk)
        const listed = (list: string) => rows.filter(([name]) => name === list).map(([, , row]) => row)
        const [[found] = []] = documents
        const whole = structuredClone(Object(found))
        if (value.workers) whole.workers = listed('workers')
        if (value.plan?.['offers']) whole.plan.offers = listed('plan.offers')
        expect({ faults, whole }).toEqual({ faults: [], whole: JSON.parse(JSON.stringify(value)) })
      }),
      { numRuns: 500 },
    )
  })

  test('性質: 壊れた入力では、全部を一度に読むときと同じく断る', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('{', '}', '[', ']', ',', ':', '"workers"', '"a"', '1', 'nul', ' ', '"\\', '"'), { maxLength: 14 }),
        fc.integer({ min: 1, max: 5 }),
        (pieces, chunk) => {
          const text = `{"workers":[${pieces.join('')}]}`
          const parsed = parseDocument(Buffer.from(text))
          const { faults, documents } = heard(text, chunk)
          expect(faults.length === 0 && documents.length === 1).toBe(parsed.ok)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

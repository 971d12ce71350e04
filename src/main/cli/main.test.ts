import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runCli } from './main.ts'

type Run = { readonly code: number; readonly stdout: Buffer; readonly stderr: string }

/** Calls a verb as the program does, with streams that collect what is written. */
async function kado(argv: readonly string[], stdin: unknown, env: Readonly<Record<string, string>> = {}): Promise<Run> {
  const out: Buffer[] = []
  const err: Buffer[] = []
  const collect = (chunks: Buffer[]) => ({
    write(chunk: string | Uint8Array, done: (error?: Error | null) => void) {
      chunks.push(Buffer.from(chunk))
      done()
    },
  })
  const bytes = stdin instanceof Uint8Array ? Buffer.from(stdin) : Buffer.from(typeof stdin === 'string' ? stdin : JSON.stringify(stdin))
  const code = await runCli(argv, Readable.from([bytes]), collect(out), collect(err), env)
  return { code, stdout: Buffer.concat(out), stderr: Buffer.concat(err).toString() }
}

const printed = (run: Run): unknown => JSON.parse(run.stdout.toString())

/** The places of the faults; a refusal writes nothing to standard output and one line for each fault. */
function refusedAt(run: Run): readonly string[] {
  expect({ code: run.code, stdout: run.stdout.length }).toEqual({ code: 2, stdout: 0 })
  const lines = run.stderr.trimEnd().split('\n')
  for (const line of lines) expect(line).toMatch(/^.+: .+。.+。$/)
  return lines.map((line) => line.slice(0, line.indexOf(': ')))
}

const table = {
  fiscalYear: 2022,
  print: { decimals: 1, wholeRates: 'bare', negative: '△', none: '', rate: '()', local: '[]' },
  indicators: [
    {
      name: '収入を得た人数',
      unit: '人',
      direction: 'up',
      mode: 'increment',
      baseline: { fiscalYear: 2020, value: 250 },
      targets: { 2021: 50, 2022: 90, 2023: 130 },
      values: { 2021: 317, 2022: 350 },
      local: { 2020: 0, 2021: 0, 2022: 21 },
    },
  ],
}
const [indicator] = table.indicators

const statement = {
  paidOn: '2026-12-25',
  taxRounding: 'floor',
  worker: { kind: 'individual', invoiceRegistration: { number: 'T8810000000000', from: '2023-10-01', to: null } },
  lines: [
    { description: '原稿', suppliedOn: '2026-11-10', amountYen: 30000, taxRatePercent: 10, withholding: 'subject' },
    { description: 'データ入力', suppliedOn: '2026-11-12', amountYen: 20005, taxRatePercent: 10, withholding: 'not-subject' },
  ],
}
const [line] = statement.lines

const payment = {
  bank: { code: '0143', name: 'ハチジュウニナガノ' },
  branch: { code: '483', name: 'ホタカ' },
  accountType: 'ordinary',
  accountNumber: '1234567',
  holder: 'ヤマダ　ハナコ',
  amountYen: 49895,
  newCode: '0',
  customerCode1: '10001',
  customerCode2: '202611',
  edi: null,
}
const transfers = {
  valueOn: '2026-12-25',
  separator: 'crlf',
  requester: {
    code: '1234567890',
    name: 'ザイ）サンプルシンコウコウシャ',
    bank: { code: '0143', name: 'ハチジュウニナガノ' },
    branch: { code: '433', name: 'シオジリ' },
    accountType: 'ordinary',
    accountNumber: '7654321',
  },
  payments: [
    payment,
    { ...payment, bank: { code: '9900', name: 'ユウチョ' }, branch: { code: '118', name: 'イチイチハチ' }, accountNumber: '7654321', holder: 'サトウ　キョウコ', amountYen: 11000, customerCode1: '10002' },
    { ...payment, bank: { code: '0001', name: 'ミズホ' }, branch: { code: '001', name: 'トウキョウ' }, accountNumber: '123', holder: 'ヨーコ・スミス', amountYen: 7340, edi: 'KADO202611-10003' },
  ],
}

describe('kado kpi', () => {
  test('見本の出力', async () => {
    expect(printed(await kado(['kpi'], table))).toEqual({
      fiscalYear: 2022,
      label: '令和4年度',
      rows: [
        {
          name: '収入を得た人数',
          baseline: '250 (人)',
          finalTarget: '270',
          year: { target: '90', actual: '33 [21]', rate: '(36.7%)', exact: [33, 90] },
          cumulative: { target: '140', actual: '100 [21]', rate: '(71.4%)', exact: [100, 140] },
        },
      ],
    })
  })

  test('書式と自治体の値は省ける', async () => {
    const { local: _, ...regional } = { ...indicator }
    expect(printed(await kado(['kpi'], { fiscalYear: 2022, indicators: [regional] }))).toMatchObject({ rows: [{ year: { actual: '33', rate: '(36.7%)' } }] })
  })

  test('すべての誤りを、別の指標のものも一度に言う', async () => {
    const { unit: _, ...unitless } = { ...indicator }
    const indicators = [unitless, { ...indicator, local: { 2020: 0, 2021: 0, 2022: 351 } }, { ...indicator, values: { 2021: 317, 2022: 'soon', twenty: 3 }, goal: 1 }]
    expect(refusedAt(await kado(['kpi'], { ...table, indicators }))).toEqual([
      '$.indicators[0].unit', '$.indicators[1].local.2022', '$.indicators[2].goal', '$.indicators[2].values.2022', '$.indicators[2].values.twenty',
    ])
  })

  test('単位のない指標でも、ほかの検査はする', async () => {
    const { unit: _, ...unitless } = { ...indicator, local: { 2020: 0, 2021: 0, 2022: 351 } }
    expect(refusedAt(await kado(['kpi'], { ...table, indicators: [unitless] }))).toEqual(['$.indicators[0].unit', '$.indicators[0].local.2022'])
  })

  test('書式の誤り', async () => {
    const print = { decimals: 1.5, wholeRates: 'round', negative: '-', none: '―', rate: '(', local: '', color: 'red' }
    expect(refusedAt(await kado(['kpi'], { ...table, print }))).toEqual(['$.print.color', '$.print.decimals', '$.print.wholeRates', '$.print.rate'])
  })

  test('大きすぎる数、小数の桁、年度', async () => {
    const values = { 2021: 1e300, 2022: 0.12345678 }
    const run = await kado(['kpi'], { ...table, fiscalYear: 2022, indicators: [{ ...indicator, values }] })
    expect(refusedAt(run)).toEqual(['$.indicators[0].values.2021', '$.indicators[0].values.2022'])
    expect(refusedAt(await kado(['kpi'], { ...table, fiscalYear: '2022' }))).toEqual(['$.fiscalYear'])
    expect(refusedAt(await kado(['kpi'], '{"fiscalYear":1e999,"indicators":[]}'))).toEqual(['$.fiscalYear'])
  })
})

describe('kado statement', () => {
  test('見本の出力', async () => {
    expect(printed(await kado(['statement'], statement))).toEqual({
      kind: 'purchase-statement',
      subtotalYen: 50005,
      tax: [{ ratePercent: 10, baseYen: 50005, taxYen: 5000 }],
      totalYen: 55005,
      withholdingBaseYen: 30000,
      withholdingYen: 3063,
      netYen: 51942,
      credit: { ratePercent: 100, creditableYen: 5000, notCreditableYen: 0 },
    })
  })

  test('読めない行があっても、ほかの行の中身まで調べる', async () => {
    const lines = [
      { ...line, amountYen: '30000', withholding: 'undecided' },
      { ...line, amountYen: -1 },
      { ...line, amountYen: 0.5 },
      { ...line, amountYen: 2 ** 53 },
      { ...line, suppliedOn: '2026-02-30', taxRatePercent: 11 },
      { ...line, taxRatePercent: 11 },
      null,
    ]
    const run = await kado(['statement'], { ...statement, lines })
    expect(refusedAt(run)).toEqual([
      '$.lines[0].amountYen', '$.lines[2].amountYen', '$.lines[3].amountYen', '$.lines[4].suppliedOn', '$.lines[6]',
      '$.lines[0].withholding', '$.lines[1].amountYen', '$.lines[5].taxRatePercent',
    ])
  })

  test('登録と経過措置の変わり目', async () => {
    const across = [{ ...line, suppliedOn: '2026-09-30' }, { ...line, suppliedOn: '2026-10-01' }]
    const unregistered = { kind: 'individual', invoiceRegistration: null }
    expect(refusedAt(await kado(['statement'], { ...statement, worker: unregistered, lines: across }))).toEqual(['$.lines[1].suppliedOn'])
    const { code } = await kado(['statement'], { ...statement, lines: across })
    expect(code).toBe(0)
    expect(printed(await kado(['statement'], { ...statement, worker: unregistered }))).toMatchObject({
      kind: 'payment-notice', netYen: 51942, credit: { ratePercent: 70, creditableYen: 3500, notCreditableYen: 1500 },
    })
  })
})

describe('kado zengin', () => {
  const fixture = (name: string) => readFileSync(new URL(`../../money/rules/fixtures/${name}`, import.meta.url))

  test('見本の3件は1バイトも違わない', async () => {
    expect((await kado(['zengin'], transfers)).stdout.equals(fixture('zengin-sougou-crlf.dat'))).toBe(true)
    expect((await kado(['zengin'], { ...transfers, separator: 'none' })).stdout.equals(fixture('zengin-sougou-nosep.dat'))).toBe(true)
  })

  test('漢字、ない銀行、閉まっている日、同じ振込を、まとめて断る', async () => {
    const payments = [payment, { ...payment, holder: '山田' }, { ...payment, bank: { code: '9998', name: '' }, amountYen: 0 }, { ...payment, edi: 5 }]
    expect(refusedAt(await kado(['zengin'], { ...transfers, valueOn: '2026-12-31', payments }))).toEqual([
      '$.payments[3].edi', '$.valueOn', '$.payments[1].holder', '$.payments[1].holder', '$.payments[2].bank.code', '$.payments[2].amountYen',
      '$.payments[1]', '$.payments[3]',
    ])
  })
})

describe('kado check', () => {
  test.each([
    [['municipality-code', '202126'], { valid: true }],
    [['municipality-code', '202125'], { valid: false, expected: '202126' }],
    [['municipality-code', '2021'], { valid: false }],
    [['invoice-number', 'T7000012050002', '--kind', 'corporation'], { valid: true, checkDigit: 'ok' }],
    [['invoice-number', 'T8810000000000', '--kind=corporation'], { valid: false, checkDigit: 'error' }],
    [['invoice-number', 'T8810000000000', '--kind', 'individual'], { valid: true, checkDigit: 'warning' }],
    [['invoice-number', '7000012050002', '--kind', 'individual'], { valid: false }],
    [['kana', 'ヤマダ　ハナコ'], { valid: true, kana: 'ﾔﾏﾀﾞ ﾊﾅｺ' }],
    [['kana', '佐藤'], { valid: false, kana: null }],
    [['pay-date', '--received', '2026-07-01', '--pay', '2026-08-31'], { valid: false, limitOn: '2026-08-29', strict: false, twoMonth: true }],
    [['pay-date', '--received', '2026-07-01', '--pay', '2026-08-25'], { valid: true, limitOn: '2026-08-29', strict: true, twoMonth: true }],
    [['bank-day', '2027-01-03'], { valid: false, previous: '2026-12-30', next: '2027-01-04' }],
    [['bank-day', '2026-12-25'], { valid: true, previous: '2026-12-25', next: '2026-12-25' }],
    [['fiscal-year', '2023-03-31'], { valid: true, fiscalYear: 2022, label: '令和4年度' }],
  ])('%j', async (argv, expected) => {
    const run = await kado(['check', ...argv], '')
    expect(printed(run)).toMatchObject(expected)
    expect({ code: run.code, stderr: run.stderr }).toEqual({ code: expected.valid ? 0 : 1, stderr: '' })
  })

  test('引数の誤り', async () => {
    const refused = async (...argv: readonly string[]) => refusedAt(await kado(['check', ...argv], ''))
    expect(await refused()).toEqual(['WHAT'])
    expect(await refused('constructor')).toEqual(['constructor'])
    expect(await refused('bank-day')).toEqual(['DATE'])
    expect(await refused('bank-day', '2026-02-30')).toEqual(['DATE'])
    expect(await refused('bank-day', '2050-12-31')).toEqual(['DATE'])
    expect(await refused('fiscal-year', '1868-03-31')).toEqual(['DATE'])
    expect(await refused('pay-date', '--pay')).toEqual(['--pay', '--received'])
    expect(await refused('pay-date', '--pay', '2026-01-01', '--received=x', '--fast', 'now')).toEqual(['--fast', 'now', '--received'])
    expect(await refused('invoice-number', 'T7000012050002', '--kind', 'shop')).toEqual(['--kind'])
  })
})

describe('入力と命令', () => {
  test('JSON でないもの', async () => {
    expect(refusedAt(await kado(['kpi'], ''))).toEqual(['$'])
    expect((await kado(['kpi'], '{\n "fiscalYear": x }')).stderr).toContain('2行 16文字目')
    expect(refusedAt(await kado(['kpi'], Buffer.from([0x7b, 0xff, 0x7d])))).toEqual(['$'])
    expect(refusedAt(await kado(['kpi'], '{"fiscalYear":2022,"fiscalYear":2023,"indicators":[]}'))).toEqual(['$.fiscalYear'])
    expect(refusedAt(await kado(['kpi'], '['.repeat(100_000) + ']'.repeat(100_000)))).toEqual(['$'])
    expect((await kado(['kpi'], `\ufeff${JSON.stringify(table)}`)).code).toBe(0)
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
  const documents = { kpi: table, statement, zengin: transfers } as const
  const junk = fc.oneof(fc.json().map((text): unknown => JSON.parse(text)), fc.constantFrom<unknown>(null, -0, 1e308, '', '2026-13-01', [], {}, 'pending', 2 ** 53, '\u0000', '\ud800'))

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
    const inner = typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, item]) => placesOf(item, [...path, key])) : []
    return [path, ...inner]
  }

  /** A copy with one value replaced, or left out where the replacement is undefined. */
  function replacedAt(document: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
    if (key === undefined) return value === undefined ? {} : value
    if (Array.isArray(document)) return document.map((item: unknown, index) => (String(index) === key ? replacedAt(item, rest, value) : item))
    return Object.fromEntries(Object.entries(document ?? {}).map(([name, item]) => [name, name === key ? (rest.length === 0 ? value : replacedAt(item, rest, value)) : item]))
  }
})

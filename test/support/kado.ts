import { Buffer } from 'node:buffer'
import { Readable } from 'node:stream'
import { expect } from 'vitest'
import { runCli } from '../../src/main/cli/main.ts'

/** What a call wrote and how it ended. */
export type Run = { readonly code: number; readonly stdout: Buffer; readonly stderr: string }

/** Calls a verb as the program does, with streams that collect what is written. */
export async function kado(argv: readonly string[], stdin: unknown, env: Readonly<Record<string, string>> = {}): Promise<Run> {
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

export const printed = (run: Run): unknown => JSON.parse(run.stdout.toString())

/** The places of the faults; a refusal writes nothing to standard output and one line for each fault. */
export function refusedAt(run: Run): readonly string[] {
  expect({ code: run.code, stdout: run.stdout.length }).toEqual({ code: 2, stdout: 0 })
  const lines = run.stderr.trimEnd().split('\n')
  for (const line of lines) expect(line).toMatch(/^.+: .+。.+。$/)
  return lines.map((line) => line.slice(0, line.indexOf(': ')))
}

/** The sample documents of the verbs. */
export const table = {
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
export const [indicator] = table.indicators

export const statement = {
  paidOn: '2026-12-25',
  taxRounding: 'floor',
  worker: { kind: 'individual', invoiceRegistration: { number: 'T8810000000000', from: '2023-10-01', to: null } },
  lines: [
    { description: '原稿', suppliedOn: '2026-11-10', amountYen: 30000, taxRatePercent: 10, withholding: 'subject' },
    { description: 'データ入力', suppliedOn: '2026-11-12', amountYen: 20005, taxRatePercent: 10, withholding: 'not-subject' },
  ],
}
export const [line] = statement.lines

export const payment = {
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
export const transfers = {
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
    {
      ...payment,
      bank: { code: '9900', name: 'ユウチョ' },
      branch: { code: '118', name: 'イチイチハチ' },
      accountNumber: '7654321',
      holder: 'サトウ　キョウコ',
      amountYen: 11000,
      customerCode1: '10002',
    },
    {
      ...payment,
      bank: { code: '0001', name: 'ミズホ' },
      branch: { code: '001', name: 'トウキョウ' },
      accountNumber: '123',
      holder: 'ヨーコ・スミス',
      amountYen: 7340,
      edi: 'KADO202611-10003',
    },
  ],
}

export const problem = {
  from: '2026-12-01',
  days: 28,
  workers: [
    {
      id: 'w1',
      municipality: '202151',
      site: 'shiojiri',
      minutesByDay: [120, 0, 90],
      wantedMinutes: 1200,
      maxMinutes: 2400,
      skills: { 'data-entry': 2 },
      equipment: ['pc'],
      acceptProbability: 0.8,
    },
  ],
  packages: [
    {
      id: 'p1',
      units: 400,
      unitMinutes: 6,
      releaseDay: 0,
      dueDay: 12,
      skills: { 'data-entry': 2 },
      equipment: ['pc'],
      onSite: null,
      minUnits: 5,
      maxShare: 0.35,
      indivisible: false,
      priority: 1,
      review: null,
    },
  ],
  sites: [{ id: 'shiojiri', seatMinutesByDay: [4800, 0, 4800] }],
  municipalities: [{ id: '202151', fairShare: 0.5 }],
  pairs: [{ worker: 'w1', package: 'p1', unitMinutes: 7, value: 1, forbidden: false }],
  accepted: [],
  declined: [],
  objective: 'programme',
}

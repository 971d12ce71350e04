import { expect, it } from 'vitest'
import { journalCsv, type CsvRow } from './journal-csv.ts'

const row: CsvRow = {
  entryOn: '2026-11-20',
  entryId: 'e',
  kind: 'payable',
  description: '入力 10件',
  account: 'outsourcing',
  debitYen: 1_200,
  creditYen: 0,
  party: null,
  orderNumber: 'J-1',
  municipality: '大町市',
}
const lines = (rows: CsvRow[]) => journalCsv(rows).split('\r\n')

it('見出しと、仕訳の一行ごとに一行', () => {
  expect(lines([row])).toEqual([
    '\uFEFFentryOn,entryId,kind,accountCode,account,debitYen,creditYen,party,orderNumber,municipality,description',
    '2026-11-20,e,payable,outsourcing,外注費,1200,0,,J-1,大町市,入力 10件',
    '',
  ])
})

it('式として読まれる文字で始まるセルは、文字になる', () => {
  for (const start of ['=', '+', '-', '@']) expect(lines([{ ...row, description: `${start}cmd()` }])[1]).toContain(`,"'${start}cmd()"`)
})

it('カンマ、引用符、改行を含むセルは引用される', () => {
  expect(journalCsv([{ ...row, description: 'a,"b"\nc' }])).toContain(',"a,""b""\nc"\r\n')
})

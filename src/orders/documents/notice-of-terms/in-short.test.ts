import { expect, test } from 'vitest'
import { calendarDate } from '../../../units/calendar-date.ts'
import { exampleNotice } from './example.ts'
import { noticeInShort } from './in-short.ts'
import { composeNoticeOfTerms } from './render.ts'

test('要点は、文書と同じ仕事・量・期日・額・支払日・聞く人を言う', () => {
  const short = noticeInShort(exampleNotice)
  const rows = composeNoticeOfTerms(exampleNotice, 'ja').rows.flatMap(({ entries }) =>
    entries.flatMap((entry) => (entry.kind === 'amounts' ? entry.amounts.map(({ amount }) => amount) : [entry.text])),
  )
  const paper = rows.join(' ').replaceAll(',', '')
  for (const said of [short.work, `${short.units}${short.unitName}`, short.deliveryPlace, `${short.feeYen}円`, `${short.totalYen}円`])
    expect(paper).toContain(said)
  for (const part of short.contact.split(' ')) expect(paper).toContain(part)
  expect(short.payOn).toBe(exampleNotice.payment.payOn)
  expect(short.totalYen).toBe((short.feeYen ?? 0) + short.taxYen)
})

test('期間の仕事は終わりの日、決まっていないことは空', () => {
  const due = { kind: 'period', from: calendarDate('2026-12-01'), to: calendarDate('2026-12-20') } as const
  expect(noticeInShort({ ...exampleNotice, due }).dueOn).toBe('2026-12-20')
  const open = noticeInShort({ ...exampleNotice, due: null, fee: null, payment: { payOn: null, closingRule: null } })
  expect([open.dueOn, open.feeYen, open.payOn]).toEqual([null, null, null])
  const formula = { kind: 'formula', formula: '1件12円', reason: '件数が決まらない' } as const
  expect(noticeInShort({ ...exampleNotice, fee: formula }).feeYen).toBeNull()
})

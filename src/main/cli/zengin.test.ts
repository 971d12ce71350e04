import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { kado, payment, refusedAt, transfers } from '../../../test/support/kado.ts'

describe('kado zengin', () => {
  const fixture = (name: string) => readFileSync(new URL(`../../money/rules/fixtures/${name}`, import.meta.url))

  test('見本の3件は1バイトも違わない', async () => {
    expect((await kado(['zengin'], transfers)).stdout.equals(fixture('zengin-sougou-crlf.dat'))).toBe(true)
    expect((await kado(['zengin'], { ...transfers, separator: 'none' })).stdout.equals(fixture('zengin-sougou-nosep.dat'))).toBe(true)
  })

  test('漢字、ない銀行、閉まっている日、同じ振込を、まとめて断る', async () => {
    const payments = [
      payment,
      { ...payment, holder: '山田' },
      { ...payment, bank: { code: '9998', name: '' }, amountYen: 0 },
      { ...payment, edi: 5 },
    ]
    expect(refusedAt(await kado(['zengin'], { ...transfers, valueOn: '2026-12-31', payments }))).toEqual([
      '$.payments[3].edi',
      '$.valueOn',
      '$.payments[1].holder',
      '$.payments[1].holder',
      '$.payments[2].bank.code',
      '$.payments[2].amountYen',
      '$.payments[1]',
      '$.payments[3]',
    ])
  })
})

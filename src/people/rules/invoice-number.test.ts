import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkInvoiceNumber, corporateCheckDigit, formatInvoiceNumber } from './invoice-number.ts'

const anyBase = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 }).map((digits) => digits.join(''))

test('法人番号の検査用数字', () => {
  expect(corporateCheckDigit('000012050002')).toBe(7)
  expect(corporateCheckDigit('011001098993')).toBe(4)
  expect(corporateCheckDigit('123456789012')).toBe(7)
  expect(() => corporateCheckDigit('12345678901')).toThrow(RangeError)
})

test('検査用数字の誤りは法人では誤り、個人では注意', () => {
  expect(checkInvoiceNumber('T7000012050002', 'corporation')).toBe('ok')
  expect(checkInvoiceNumber('T4011001098993', 'individual')).toBe('ok')
  expect(checkInvoiceNumber('T8810000000000', 'corporation')).toBe('error')
  expect(checkInvoiceNumber('T8810000000000', 'individual')).toBe('warning')
})

test('Tと13桁の半角数字でなければ登録番号ではない', () => {
  for (const bad of [
    '7000012050002',
    'T700001205000',
    'T70000120500020',
    't7000012050002',
    'T0000012050002',
    'Ｔ7000012050002',
    'T７000012050002',
    'T7000012050002\n',
    '',
  ]) {
    expect(checkInvoiceNumber(bad, 'corporation')).toBe('format')
    expect(checkInvoiceNumber(bad, 'individual')).toBe('format')
  }
})

test('4桁ごとに区切って読める', () => {
  expect(formatInvoiceNumber('T7000012050002')).toBe('T7-0000-1205-0002')
  expect(formatInvoiceNumber('T70')).toBe('T70')
})

test('性質: 検査用数字を付けた番号は通り、1桁の写し間違いは9と0の取り違えのほかすべて見つかる', () => {
  fc.assert(
    fc.property(anyBase, fc.integer({ min: 0, max: 11 }), fc.integer({ min: 1, max: 9 }), (base, place, step) => {
      const digit = corporateCheckDigit(base)
      expect(digit >= 1 && digit <= 9).toBe(true)
      expect(checkInvoiceNumber(`T${digit}${base}`, 'corporation')).toBe('ok')
      const changed = (Number(base[place]) + step) % 10
      const copied = `${base.slice(0, place)}${changed}${base.slice(place + 1)}`
      // The remainder by nine cannot tell 0 from 9; no other single slip passes.
      const blind = Math.abs(Number(base[place]) - changed) === 9
      expect(checkInvoiceNumber(`T${digit}${copied}`, 'corporation')).toBe(blind ? 'ok' : 'error')
    }),
  )
})

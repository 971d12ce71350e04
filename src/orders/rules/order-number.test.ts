import { expect, test } from 'vitest'
import { orderNumber } from './order-number.ts'

test('年と4桁の番号', () => {
  expect(orderNumber(2026, 1)).toBe('J2026-0001')
  expect(orderNumber(2026, 12_345)).toBe('J2026-12345')
})

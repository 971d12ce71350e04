import { expect, it } from 'vitest'
import '../../programme/rules/roles.ts'
import { visibleParts } from './visibility.ts'

const worker = { id: 'worker-1', municipalityId: 'omachi' }

it('自治体担当には、連絡先も口座も面談の記録も見せない', () => {
  expect(visibleParts([{ role: 'officer', scopeKind: 'municipality', scopeId: 'omachi' }], worker)).toEqual({
    self: false,
    contact: false,
    payment: false,
    interviews: false,
  })
})

it('自治体のコーディネーターは連絡先と面談を見るが、口座は見ない', () => {
  expect(visibleParts([{ role: 'coordinator', scopeKind: 'municipality', scopeId: 'omachi' }], worker)).toMatchObject({
    contact: true,
    interviews: true,
    payment: false,
  })
  expect(visibleParts([{ role: 'coordinator', scopeKind: 'municipality', scopeId: 'shiojiri' }], worker)).toMatchObject({
    contact: false,
    interviews: false,
  })
})

it('発注を決めるディレクターは、インボイス登録の有無を見ない', () => {
  expect(visibleParts([{ role: 'director', scopeKind: 'programme', scopeId: 'p' }], worker)).toMatchObject({
    contact: true,
    payment: false,
  })
})

it('本人は口座を見るが、面談の記録は見ない。ほかの人の口座は見ない', () => {
  expect(visibleParts([{ role: 'worker', scopeKind: 'self', scopeId: 'worker-1' }], worker)).toMatchObject({
    self: true,
    payment: true,
    interviews: false,
  })
  expect(visibleParts([{ role: 'worker', scopeKind: 'self', scopeId: 'worker-2' }], worker)).toMatchObject({ self: false, payment: false })
})

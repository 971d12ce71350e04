import { describe, expect, it } from 'vitest'
import { type BatchFacts, batchStateOf, whyNotApproved } from './batch.ts'

const batch: BatchFacts = { madeBy: 'a', approvedBy: [], rejected: false, exported: false, recorded: false }

describe('振込の承認', () => {
  it('作った人は承認できず、別の一人の承認で足りる', () => {
    expect(whyNotApproved(batch, 'a')).toBe('own-batch')
    expect(whyNotApproved(batch, 'b')).toBeNull()
    expect(batchStateOf({ ...batch, approvedBy: ['a'] })).toBe('made')
    expect(batchStateOf({ ...batch, approvedBy: ['b'] })).toBe('approved')
    expect(whyNotApproved({ ...batch, approvedBy: ['b'] }, 'c')).toBe('already-approved')
  })
  it('差し戻したものは承認できない', () => {
    expect(whyNotApproved({ ...batch, rejected: true }, 'b')).toBe('batch-refused')
    expect(batchStateOf({ ...batch, rejected: true, approvedBy: ['b'] })).toBe('refused')
  })
  it('出力、結果の順に進む', () => {
    expect(batchStateOf({ ...batch, approvedBy: ['b'], exported: true })).toBe('exported')
    expect(batchStateOf({ ...batch, approvedBy: ['b'], exported: true, recorded: true })).toBe('recorded')
  })
})

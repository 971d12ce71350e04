import { expect, it } from 'vitest'
import { blockersOf, type BlockerFacts } from './blockers.ts'

const ready: BlockerFacts = { state: 'active', skillCount: 2, weekMinutes: 600, equipment: ['pc'], usesEmployeesDeclaredOn: '2026-04-01' }

it('足りないものがない人には、理由がない', () => {
  expect(blockersOf(ready)).toEqual([])
})

it('スキルがない、時間がない、パソコンがない、の順に示す', () => {
  expect(blockersOf({ ...ready, skillCount: 0, weekMinutes: 0, equipment: ['tablet'], usesEmployeesDeclaredOn: null })).toEqual([
    'no-skill',
    'no-free-minutes',
    'no-pc',
    'declaration-missing',
  ])
})

it('休止中の人には、休止だけを示す', () => {
  expect(blockersOf({ ...ready, state: 'paused', skillCount: 0 })).toEqual(['paused'])
})

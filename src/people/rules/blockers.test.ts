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

it('仕事の側から見た理由が、記録の空欄より先に立つ', () => {
  const view = { hasWork: false, hasTime: true, title: null } as const
  const empty = { ...ready, skillCount: 0, equipment: [] }
  expect(blockersOf(empty, { ...view, blocker: 'skill' })).toEqual(['skill'])
  expect(blockersOf(empty, { ...view, blocker: 'could-be-offered' })).toEqual(['could-be-offered'])
  expect(blockersOf(empty, { ...view, blocker: 'no-work-left' })).toEqual(['no-skill', 'no-pc'])
  expect(blockersOf(ready, { ...view, blocker: 'no-work-left' })).toEqual(['no-work-left'])
  expect(blockersOf({ ...ready, weekMinutes: 0 }, { ...view, blocker: 'site' })).toEqual(['site'])
  expect(blockersOf(ready, { ...view, hasTime: false, blocker: null })).toEqual(['no-free-minutes'])
  expect(blockersOf({ ...ready, usesEmployeesDeclaredOn: null }, { ...view, blocker: null })).toEqual(['declaration-missing'])
})

it('休止中の人には、休止だけを示す', () => {
  expect(blockersOf({ ...ready, state: 'paused', skillCount: 0 })).toEqual(['paused'])
})

import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '../../test/support/world.ts'
import { calendarDate } from '../units/calendar-date.ts'
import { listClients, readCapacity } from './store.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

it('ページをたどると、かな順にすべての発注者が一度ずつ出る', async () => {
  for (const kana of ['ウ', 'ア', 'イ', 'ア', 'エ']) await world.client({ nameKana: kana })
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page = await world.inside((db) => listClients(db, { cursor, limit: 2, search: '', kind: 'all' }))
    expect(page.total).toBe(5)
    seen.push(...page.rows.map((row) => row.nameKana))
    cursor = page.next
  } while (cursor !== null)
  expect(seen).toEqual(['ア', 'ア', 'イ', 'ウ', 'エ'])
})

it('検索の記号は文字として扱う', async () => {
  await world.client({ name: '100%見本' })
  const page = await world.inside((db) => listClients(db, { cursor: null, limit: 50, search: '%', kind: 'all' }))
  expect(page.rows.map((row) => row.name)).toEqual(['100%見本'])
})

it('壊れた続きの印は入力の誤りになる', async () => {
  const asked = world.inside((db) => listClients(db, { cursor: '{', limit: 50, search: '', kind: 'all' }))
  await expect(asked).rejects.toMatchObject({ code: 'invalid-input' })
})

it('4週間の作業可能時間は、例外の日を入れ替えて、働ける人だけを足す', async () => {
  const skill = await world.skill()
  const { workerId } = await world.worker({ freeMinutes: 60 })
  await world.worker({ freeMinutes: 60, state: 'paused' })
  await world.insert('people.worker_skill', {
    workerId,
    skillId: skill,
    level: 1,
    evidence: 'declared',
    evidencedOn: '2026-01-01',
  })
  await world.insert('people.free_minutes_exception', { workerId, onDate: '2026-11-21', minutes: 0 })
  const capacity = await world.inside((db) => readCapacity(db, calendarDate('2026-11-20')))
  expect(capacity.workerCount).toBe(1)
  expect(capacity.weeks.map((week) => week.freeMinutes)).toEqual([360, 420, 420, 420])
  expect(capacity.weeks[0]).toMatchObject({ from: '2026-11-20', to: '2026-11-26' })
  expect(capacity.skills).toEqual([{ id: skill, nameJa: 'Skill', nameEn: 'Skill', workerCount: 1, freeMinutes: 1620 }])
})

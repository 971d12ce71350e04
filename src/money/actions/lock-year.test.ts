import { expect, test } from 'vitest'
import { createWorld } from '../../../test/support/world.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { readLock } from '../store/period-locks.ts'
import { lockYear } from './lock-year.ts'

test('an evaluated year locks the books up to its end, and a second evaluation changes nothing', async () => {
  const world = await createWorld()
  const municipalityId = await world.municipality()
  expect(await world.inside((db) => readLock(db, calendarDate(world.today)))).toEqual({
    lockedOn: null,
    firstOn: '2024-04-01',
    reopened: [],
  })
  for (const _ of [1, 2]) await world.inside((db) => lockYear(world.context(db), 2025, municipalityId))
  expect(await world.inside((db) => readLock(db, calendarDate(world.today)))).toEqual({
    lockedOn: '2026-03-31',
    firstOn: '2024-04-01',
    reopened: [],
  })
  expect(await world.count('money.evaluated_year')).toBe(1)
  await world.close()
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { overflow } from './overflow.ts'

test('納期の早い約束から空き時間に入れ、入らない数だけを言う', () => {
  const promised = [
    { id: 'late', units: 10, unitMinutes: 10, dueDay: 2 },
    { id: 'early', units: 6, unitMinutes: 10, dueDay: 0 },
  ]
  expect(overflow([60, 0, 40], promised)).toEqual([{ id: 'late', units: 6 }])
  expect(overflow([30, 0, 40], promised)).toEqual([
    { id: 'early', units: 3 },
    { id: 'late', units: 6 },
  ])
  expect(overflow([60, 60, 40], promised)).toEqual([])
})

const work = fc.record({
  id: fc.uuid(),
  units: fc.integer({ min: 1, max: 30 }),
  unitMinutes: fc.integer({ min: 1, max: 60 }),
  dueDay: fc.integer({ min: 0, max: 9 }),
})
const days = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 7 })

test('残した分は、どの納期までにも空き時間に収まり、もう1つは収まらない', () => {
  fc.assert(
    fc.property(days, fc.uniqueArray(work, { selector: (each) => each.id, maxLength: 6 }), (minutesByDay, promised) => {
      const over = new Map(overflow(minutesByDay, promised).map((each) => [each.id, each.units]))
      const kept = (until: number) =>
        promised
          .filter((each) => each.dueDay <= until)
          .reduce((sum, each) => sum + (each.units - (over.get(each.id) ?? 0)) * each.unitMinutes, 0)
      const free = (until: number) => minutesByDay.slice(0, until + 1).reduce((sum, each) => sum + each, 0)
      for (const { id, unitMinutes, dueDay } of promised) {
        expect(kept(dueDay)).toBeLessThanOrEqual(free(dueDay))
        if (over.has(id)) expect(kept(dueDay) + unitMinutes).toBeGreaterThan(free(dueDay))
      }
    }),
  )
})

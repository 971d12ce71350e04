import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '../../../test/support/world.ts'
import { handedInUnits } from './handed-in.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

it('受領した数と検収した数を、引き受けごとに数える', async () => {
  const busy = await world.assignment({ units: 10 })
  const idle = await world.assignment({ units: 5 })
  await world.acceptance(await world.submission({ assignmentId: busy, units: 3 }))
  await world.submission({ assignmentId: busy, units: 4 })
  const units = await world.inside((db) => handedInUnits(db, [busy, idle]))
  expect(units.get(busy)).toEqual({ receivedUnits: 7, acceptedUnits: 3 })
  expect(units.get(idle)).toEqual({ receivedUnits: 0, acceptedUnits: 0 })
})

import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { lastInterview } from '../store/interviews.ts'
import { recordInterview } from './record-interview.ts'

async function arranged(world: World, heldOn: string) {
  const { workerId } = await world.worker({ state: 'applicant', registeredOn: null })
  return { actor: await world.person('coordinator'), input: { workerId, heldOn, note: '午前に2時間', outcome: 'suitable' as const } }
}

actionSuite(recordInterview, {
  arrange: (world) => arranged(world, world.today),
  check: async (world, { interviewId }, { workerId }) => {
    expect(await world.inside((db) => lastInterview(db, workerId))).toMatchObject({
      id: interviewId,
      outcome: 'suitable',
      note: '午前に2時間',
    })
  },
  refusals: { 'interview-in-the-future': (world) => arranged(world, '2026-11-21') },
})

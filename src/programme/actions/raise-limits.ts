import { isIP } from 'node:net'
import { action, refuse } from '../../platform/action.ts'
import { raiseLimitsOf } from '../../platform/auth/raised-limits.ts'
import { contract } from '../contract/index.ts'
import { findProgramme } from '../store/programme.ts'

/** Lets many people sign up and in behind one address for a day: a briefing room, a school. */
export const raiseLimits = action(contract['raise-limits'], {
  load: async ({ db, programmeId }) => ((await findProgramme(db, programmeId)) ? {} : null),
  run: async ({ db, actor, now }, { address }) =>
    isIP(address) === 0 ? refuse('no-network-address') : raiseLimitsOf(db, address, actor.userId ?? '', now),
})

import { randomBytes } from 'node:crypto'
import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { createProgramme, type World } from '../../../test/support/world.ts'
import { newId } from '../../platform/action.ts'
import { resetIdentifier } from '../../platform/auth/reset-link.ts'
import { makeResetLink } from './make-reset-link.ts'

const token = () => randomBytes(32).toString('base64url')
const arranged = async (world: World, given = {}) => ({
  actor: await world.person('administrator'),
  input: { userId: (await world.person('sales')).userId, token: token(), ...given },
})

actionSuite(makeResetLink, {
  arrange: (world) => arranged(world),
  check: async (world, { expiresAt }, input) => {
    const row = await world.inside((db) =>
      db.selectFrom('platform.verification').selectAll().where('identifier', '=', resetIdentifier(input.token)).executeTakeFirst(),
    )
    expect(row).toMatchObject({ value: input.userId, expiresAt })
    expect(Date.parse(expiresAt) - world.now.getTime()).toBe(3_600_000)
  },
  refusals: {
    'person-of-other-programmes': async (world) => {
      const given = await arranged(world)
      const other = await createProgramme(world.database)
      await other.insert('programme.membership', {
        id: newId(),
        userId: given.input.userId,
        role: 'office',
        scopeKind: 'programme',
        scopeId: other.programmeId,
      })
      return given
    },
    'token-used': async (world) => {
      const used = token()
      await world.inside((db) =>
        db
          .insertInto('platform.verification')
          .values({ id: newId(), identifier: resetIdentifier(used), value: 'x', expiresAt: world.now.toISOString() })
          .execute(),
      )
      return arranged(world, { token: used })
    },
  },
})

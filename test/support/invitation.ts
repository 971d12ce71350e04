import { createHash, randomBytes } from 'node:crypto'
import { newId } from '../../src/platform/action.ts'
import type { Insertable } from 'kysely'
import type { DB } from '../../src/platform/db/schema.generated.ts'
import type { World } from './world.ts'

/** An open invitation to sales, with the secret of its link. */
export async function invitation(
  world: World,
  given: Partial<Insertable<DB['programme.invitation']>> = {},
): Promise<{ invitationId: string; token: string }> {
  const token = randomBytes(32).toString('base64url')
  const id = newId()
  await world.insert('programme.invitation', {
    id,
    email: 'invited@people.example',
    role: 'sales',
    scopeKind: 'programme',
    scopeId: world.programmeId,
    tokenSha256: createHash('sha256').update(token).digest(),
    invitedBy: 'somebody',
    expiresAt: '2026-12-01T00:00:00Z',
    ...given,
  })
  return { invitationId: id, token }
}

import { createHash } from 'node:crypto'
import { newId, type ActionContext } from '../../platform/action.ts'
import type { Db } from '../../platform/db/db.ts'
import { keyset, readPortion, sameTenant } from '../../platform/db/listing.ts'
import type { Paging } from '../../platform/shapes.ts'
import { invitationDays } from '../rules/memberships.ts'
import type { NewRole } from './memberships.ts'

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Null when the token was used before. */
export async function insertInvitation(context: ActionContext, invitation: Omit<NewRole, 'userId'> & { email: string; token: string }) {
  const id = newId(context.now.getTime())
  const expiresAt = new Date(context.now.getTime() + invitationDays * 86_400_000).toISOString()
  const inserted = await context.db
    .insertInto('programme.invitation')
    .values({
      programmeId: context.programmeId,
      id,
      email: invitation.email,
      role: invitation.role,
      scopeKind: invitation.scopeKind,
      scopeId: invitation.scopeId,
      tokenSha256: hashOf(invitation.token),
      invitedBy: context.actor.userId ?? '',
      createdAt: context.now.toISOString(),
      expiresAt,
    })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return Number(inserted.numInsertedOrUpdatedRows) === 1 ? { id, expiresAt } : null
}

const withNames = (db: Db) =>
  db
    .selectFrom('programme.invitation as i')
    .innerJoin('programme.programme as p', 'p.programmeId', 'i.programmeId')
    .leftJoin('programme.municipality as c', (join) => sameTenant(join, 'c.id', 'i.scopeId'))
    .leftJoin('programme.site as s', (join) => sameTenant(join, 's.id', 'i.scopeId'))
    .select(['i.id', 'i.email', 'i.role', 'i.scopeKind', 'i.createdAt', 'i.expiresAt', 'i.acceptedAt', 'i.withdrawnAt'])
    .select((e) => e.fn.coalesce('c.name', 's.name').as('scopeName'))

export const findInvitation = (db: Db, token: string) =>
  withNames(db).select(['p.name as programmeName', 'p.operatorName']).where('i.tokenSha256', '=', hashOf(token)).executeTakeFirst()

export const lockInvitationByToken = (db: Db, token: string) =>
  db.selectFrom('programme.invitation').selectAll().where('tokenSha256', '=', hashOf(token)).forUpdate().executeTakeFirst()

export const lockInvitation = (db: Db, id: string) =>
  db.selectFrom('programme.invitation').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const listInvitations = (db: Db, page: Paging) =>
  readPortion(withNames(db), keyset(page, { 'i.created_at': 'timestamptz', 'i.id': 'uuid' }, 'desc'))

/** One conditional update decides between two who use the link at once. */
export async function markAccepted(context: ActionContext, id: string): Promise<boolean> {
  const updated = await context.db
    .updateTable('programme.invitation')
    .set({ acceptedAt: context.now.toISOString(), acceptedBy: context.actor.userId })
    .where('id', '=', id)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  return updated.numUpdatedRows === 1n
}

export async function markWithdrawn(context: ActionContext, id: string): Promise<boolean> {
  const updated = await context.db
    .updateTable('programme.invitation')
    .set({ withdrawnAt: context.now.toISOString() })
    .where('id', '=', id)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  return updated.numUpdatedRows === 1n
}

import { z } from 'zod'
import { area, read, write } from '../contract.ts'
import { paging, portionOf } from '../shapes.ts'

/** A page of news is small: it is read on a phone. */
const newsOnPage = 20

const logged = { area: 'platform', fields: { ids: 'never', read: 'flag', changedCount: 'never' } } as const

/** What the platform itself answers. Everybody asks for their own news only, so no role is needed. */
export const contract = area(logged, {
  notifications: read({
    input: z.strictObject({
      cursor: paging.cursor,
      limit: z.int().min(1).max(100).default(newsOnPage),
      unreadOnly: z.boolean().default(false),
    }),
    output: portionOf(
      z.object({
        id: z.uuid(),
        kind: z.string(),
        link: z.string().nullable(),
        facts: z.record(z.string(), z.unknown()),
        createdAt: z.string(),
        isRead: z.boolean(),
      }),
    ).extend({ unreadCount: z.int() }),
    allow: 'signed-in',
  }),
  'mark-notifications': write({
    /** `ids` null means all. */
    input: z.strictObject({ ids: z.array(z.uuid()).max(100).nullable(), read: z.boolean() }),
    output: z.object({ changedCount: z.int() }),
    allow: 'signed-in',
  }),
})

import { sql } from 'kysely'
import { ownRows } from '../../platform/own-data.ts'

// People see their roles of all programmes when they sign in; here only those of this one.
export const ownData = [
  ownRows('programme.membership', (userId) => sql`t.user_id = ${userId} and t.programme_id = platform.tenant()`, ['grantedBy', 'endedBy']),
]

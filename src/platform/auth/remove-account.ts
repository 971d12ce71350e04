import type { Db } from '../db/db.ts'

/** Removes a person's account with all ways to sign in; sessions, passwords and keys hang on it and go with it. */
export async function removeAccount(db: Db, userId: string): Promise<void> {
  await db.deleteFrom('platform.user').where('id', '=', userId).execute()
}

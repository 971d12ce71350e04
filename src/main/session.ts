import type { TakeableChange } from '../platform/auth/door.ts'
import type { SignedIn } from '../platform/auth/session.ts'
import type { Database } from '../platform/db/db.ts'
import { proofOf } from '../platform/http/request.ts'
import { programmesOf, tellOffice } from '../programme/store/access-changes.ts'
import { readMemberships } from '../programme/store/memberships.ts'
import { isInvited, isOpenTo } from '../programme/store/opening.ts'
import { readEntrances } from '../programme/store/programme.ts'
import type { SignUp } from './settings.ts'
import { demoAccounts } from './demo/accounts.ts'

/** The answer of `GET /api/session`: who is signed in, what they hold, and in a demo whom one may sign in as. */
export async function sessionAnswer(database: Database, signedIn: SignedIn | null, signUp: SignUp = 'open', address = '', mail = false) {
  const userId = signedIn?.userId ?? null
  return database.transaction(
    { programmeId: null, userId },
    async (db) => {
      const user =
        userId === null
          ? null
          : await db
              .selectFrom('platform.user')
              .select(['id', 'name', 'email', 'twoFactorEnabled', 'language'])
              .where('id', '=', userId)
              .executeTakeFirst()
      const memberships = userId === null ? [] : await readMemberships(db, userId, signedIn ? proofOf(signedIn) : undefined)
      return {
        account: user
          ? { id: user.id, name: user.name, email: user.email, secondFactor: user.twoFactorEnabled ?? false, language: user.language }
          : null,
        memberships,
        /** From where it is asked: what the limits of a room are raised by. */
        address,
        // Whoever holds no role yet is shown where to apply.
        /** What somebody may do here whom nobody has invited. */
        doors: { signUp: signUp === 'open', opening: memberships.length === 0 && (await isOpenTo(db)) },
        /** Whether letters go out from here. */
        mail,
        entrances: memberships.length === 0 ? await readEntrances(db) : [],
        demo: await demoAccounts(db),
      }
    },
    { readOnly: true },
  )
}

/** Who may make an account, by the setting of whoever keeps the server. */
export const signUpRule =
  (signUp: SignUp, database: Database) =>
  async (email: string): Promise<boolean> =>
    signUp === 'open' ||
    (signUp === 'invited' &&
      (await database.transaction({ programmeId: null, userId: null }, (db) => isInvited(db, email, new Date()), { readOnly: true })))

/** Tells the office of each programme in which the person moves money or rights that somebody else may have changed the account. */
export const tellOfChange =
  (database: Database) =>
  async (userId: string, change: TakeableChange): Promise<void> => {
    const act = { actor: { userId: null, grants: [], fresh: false }, now: new Date() }
    for (const programmeId of await database.transaction({ programmeId: null, userId }, programmesOf, { readOnly: true }))
      await database.transaction({ programmeId, userId: null }, (db) => tellOffice({ db, programmeId, ...act }, userId, change))
  }

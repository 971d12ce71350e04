import { setGrantSource } from '../../platform/grants.ts'
import { createAuth, type AuthSettings } from '../../platform/auth/auth.ts'
import { openDatabase } from '../../platform/db/db.ts'
import { readGrants } from '../../programme/store/memberships.ts'
import { loadDemo } from './demo.ts'

// A process of its own: what loading the demo needs in memory is given back before the server serves.
process.once('message', (settings: AuthSettings) => {
  void load(settings).then(
    () => process.send?.('done', () => process.exit(0)),
    (error: unknown) => process.send?.(error instanceof Error ? (error.stack ?? error.message) : String(error), () => process.exit(1)),
  )
})

// Nothing is left half-loaded by an orphan: its transaction ends with it.
process.once('disconnect', () => process.exit(1))

async function load(settings: AuthSettings): Promise<void> {
  const database = await openDatabase(settings.database)
  const auth = createAuth(settings)
  setGrantSource(readGrants)
  await loadDemo(database, auth)
  await auth.close()
  await database.close()
}

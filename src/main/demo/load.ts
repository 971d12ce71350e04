import { fork } from 'node:child_process'
import type { AuthSettings } from '../../platform/auth/auth.ts'
import type { Database } from '../../platform/db/db.ts'
import { readHeads } from '../../platform/proof/head.ts'
import { listTenants } from '../../platform/tenants.ts'

/**
 * Loads the demo, in a process of its own, into a database that holds no programme yet. One that has been in use, as its heads tell, gets
 * none unless it is `asked`: the demo may have been removed from it. Throws with that process's words.
 */
export async function loadDemoOnce(database: Database, settings: AuthSettings, asked: boolean, onLoad: () => void): Promise<void> {
  if ((await listTenants(database)).length > 0) return
  if (!asked && (await database.transaction({ programmeId: null, userId: null }, (db) => readHeads(db, 1))).length > 0) return
  onLoad()
  const child = fork(new URL('./program.ts', import.meta.url), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  await new Promise<void>((resolve, reject) => {
    child.once('message', (words) =>
      words === 'done' ? resolve() : reject(new Error(typeof words === 'string' ? words : 'The demo was not loaded.')),
    )
    child.once('exit', (code) => reject(new Error(`The demo was not loaded (${code}).`)))
    child.send(settings)
  })
}

import { randomBytes } from 'node:crypto'
import type { Database } from '../platform/db/db.ts'
import { emailAddress } from '../platform/typed-text.ts'
import { insertOpeningInvitation, setEntrance } from '../programme/store/opening.ts'
import { readEntrances } from '../programme/store/programme.ts'
import { sentences } from './sentences.ts'
import type { Settings } from './settings.ts'

const outside = { programmeId: null, userId: null }
const say = (answer: object) => process.stdout.write(`${JSON.stringify(answer)}\n`)

/** `kado entrance [ID…]`: shows what stands at the entrance, or puts exactly these programmes there in this order. */
export async function arrangeEntrance(database: Database, ids: readonly string[]): Promise<number> {
  const { rows } = await database.pool.query<{ id: string }>('select id from platform.tenant_list')
  const unknown = ids.filter((id, index) => ids.indexOf(id) !== index || !rows.some((row) => row.id === id))
  if (unknown.length > 0) {
    process.stderr.write(`${sentences.unknownProgramme(unknown.join(', '))}\n`)
    return 2
  }
  if (ids.length > 0) await database.transaction(outside, (db) => setEntrance(db, ids))
  for (const entrance of await database.transaction(outside, readEntrances, { readOnly: true })) say(entrance)
  return 0
}

/** `kado invite EMAIL`: prints the link by which the person of this address may open a programme, once. */
export async function inviteToOpen(database: Database, settings: Settings, [typed]: readonly string[]): Promise<number> {
  const email = emailAddress.safeParse(typed).data
  if (email === undefined) {
    process.stderr.write(`${sentences.inviteUsage}\n`)
    return 2
  }
  const token = randomBytes(32).toString('base64url')
  const { expiresAt } = await database.transaction(outside, (db) => insertOpeningInvitation(db, email, token, new Date()))
  say({ email, link: `${settings.baseUrl}/programmes/new#${token}`, expiresAt })
  return 0
}

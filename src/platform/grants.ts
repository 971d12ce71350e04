import type { Grant } from './access.ts'
import type { Db } from './db/db.ts'

/** What the session of a person has proved. Absent where somebody acts without one, on the command line. */
export interface Proof {
  secondFactor: boolean
}
type GrantSource = (db: Db, userId: string, proof?: Proof) => Promise<Grant[]>
let source: GrantSource = async () => []
/** The area that keeps the roles sets where they are read from. */
export const setGrantSource = (read: GrantSource): void => void (source = read)
/** The roles a person holds now in the programme of the transaction. */
export const grantsOf: GrantSource = (db, userId, proof) => source(db, userId, proof)

const rememberMilliseconds = 2_000
const rememberedLimit = 10_000
const remembered = new Map<string, { until: number; grants: Grant[] }>()
/** The same for reads: an ended role may still show a page for two seconds. Writes always ask. */
export async function rememberedGrants(db: Db, programmeId: string, userId: string, proof: Proof): Promise<Grant[]> {
  const key = `${programmeId} ${userId} ${proof.secondFactor}`
  const known = remembered.get(key)
  if (known && known.until > Date.now()) return known.grants
  const grants = await source(db, userId, proof)
  if (remembered.size >= rememberedLimit) remembered.clear()
  remembered.set(key, { until: Date.now() + rememberMilliseconds, grants })
  return grants
}

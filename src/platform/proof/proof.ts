import type { Db } from '../db/db.ts'

/** What an area recomputes of its own figures when the whole is verified. */
export interface Proof {
  name: string
  /** The places that differ; none when all is as it should be. */
  find(db: Db): Promise<{ place: string }[]>
}

import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '../../test/support/database.ts'
import { createProgramme, type World } from '../../test/support/world.ts'
import { appendAudit, verifyAudit } from './audit.ts'
import { openDatabase, type Database } from './db/db.ts'

describe('監査ログの連鎖', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>
  let database: Database
  let world: World
  let owner: pg.Client
  beforeAll(async () => {
    fresh = await freshDatabase()
    database = await openDatabase(fresh.config)
    world = await createProgramme(database)
    owner = new pg.Client(fresh.config)
    await owner.connect()
    // Only the owner of the tables, with the guards switched off, can touch the log at all.
    await owner.query(
      "alter table platform.audit disable trigger all; select set_config('kado.programme', $1, false)".replace(
        '$1',
        `'${world.programmeId}'`,
      ),
    )
    for (let n = 0; n < 40; n++) {
      const actor = { userId: `person-${n % 5}`, grants: [], fresh: true }
      await world.inside(async (db) =>
        appendAudit(world.context(db, actor), 'test.act', {
          subject: null,
          inputHash: `hash-${n}`,
          facts: [{ field: 'payDay', kind: 'number', from: 25, to: 31 }],
          things: [],
        }),
      )
    }
  })
  afterAll(async () => {
    await owner.end()
    await database.close()
    await fresh.drop()
  })

  const verify = () => world.inside((db) => verifyAudit(db))
  /** Changes the log, verifies, and puts everything back. */
  async function after(change: string): Promise<Awaited<ReturnType<typeof verifyAudit>>> {
    await owner.query('create table saved as select * from platform.audit')
    await owner.query(change)
    const report = await verify()
    await owner.query('delete from platform.audit; insert into platform.audit select * from saved; drop table saved')
    return report
  }

  it('is whole when nobody touched it', async () => {
    expect(await verify()).toEqual({ rowCount: 40, broken: [] })
  })

  it('finds every changed, removed and exchanged row, with its place', async () => {
    const { rows } = await owner.query<{ lane: number; seq: string }>('select lane, seq from platform.audit order by lane, seq')
    expect(rows).toHaveLength(40)
    for (const { lane, seq } of rows) {
      const here = `lane = ${lane} and seq = ${seq}`
      const place = { lane, seq: Number(seq) }
      expect((await after(`update platform.audit set entry = replace(entry, 'hash-', 'hush-') where ${here}`)).broken).toContainEqual({
        ...place,
        reason: 'changed',
      })
      expect((await after(`update platform.audit set entry = replace(entry, '"to":31', '"to":25') where ${here}`)).broken).toContainEqual({
        ...place,
        reason: 'changed',
      })
      expect((await after(`update platform.audit set action = 'other' where ${here}`)).broken).toContainEqual({
        ...place,
        reason: 'changed',
      })
      expect((await after(`delete from platform.audit where ${here}`)).broken[0]).toMatchObject({ lane })
    }
  })

  it('cannot be changed by the application itself', async () => {
    await owner.query('alter table platform.audit enable trigger all')
    await expect(world.inside((db) => sql`update platform.audit set action = 'x'`.execute(db))).rejects.toThrow(/append-only/)
    await expect(world.inside((db) => sql`delete from platform.audit`.execute(db))).rejects.toThrow(/append-only/)
  })
})

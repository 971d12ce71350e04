import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { freshDatabase } from '../../test/support/database.ts'
import { createProgramme, type World } from '../../test/support/world.ts'
import { action, execute, newId } from './action.ts'
import { area, write } from './contract.ts'
import { openDatabase, type Database } from './db/db.ts'
import { eventKinds } from './events.ts'
import { errorOf } from './http/errors.ts'

const contract = area('test', {
  record: write({ input: z.strictObject({ id: z.uuid() }), output: z.object({ times: z.number() }), allow: 'anyone' }),
})
const events = eventKinds({ 'test.recorded': z.object({ id: z.uuid() }) })

describe('書き込みの口', () => {
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
    await owner.query('create table platform.noted (id uuid primary key); grant select, insert on platform.noted to kado_app')
  })
  afterAll(async () => {
    await owner.end()
    await database.close()
    await fresh.drop()
  })

  let times = 0
  const insert = (id: string) => sql`insert into platform.noted values (${id})`
  const recording = (before: (id: string) => Promise<unknown> = async () => {}) =>
    action(contract.record, {
      load: async () => ({}),
      run: async ({ db, publish }, { id }) => {
        times++
        await publish(events['test.recorded'], { id })
        await before(id)
        await insert(id).execute(db)
        return { times }
      },
    })
  const go = (id: string, given = recording(), key = newId()) =>
    execute(
      database,
      given,
      { programmeId: world.programmeId, key, input: { id } },
      async () => ({ userId: null, grants: [], fresh: false }),
      null,
    )
  const written = async () =>
    (
      await owner.query<{ kept: number }>(
        `select (select count(*) from platform.audit) + (select count(*) from platform.outbox)
           + (select count(*) from platform.idempotency) + (select count(*) from graphile_worker._private_jobs) as kept`,
      )
    ).rows[0]?.kept

  it('keeps the event, the log and the answer with the write, or none of them', async () => {
    const before = Number(await written())
    const id = newId()
    expect(await go(id)).toMatchObject({ ok: true, replayed: false })
    expect(Number(await written())).toBe(before + 4)
    await expect(go(id)).rejects.toMatchObject({ code: 'already-there' })
    expect(Number(await written())).toBe(before + 4)
  })

  it('tries once more when two write the same, and then says that it is there', async () => {
    const id = newId()
    await go(id)
    times = 0
    const failure = await go(id).catch((error: unknown) => error)
    expect(errorOf(failure)).toEqual({ status: 409, body: { error: { code: 'already-there' } } })
    expect(times).toBe(2)
  })

  it('writes nothing when a failed statement was passed over in silence', async () => {
    const id = newId()
    await go(id)
    const silent = action(contract.record, {
      load: async () => ({}),
      run: async ({ db }) => {
        await insert(id)
          .execute(db)
          .catch(() => {})
        return { times: 0 }
      },
    })
    const before = await written()
    await expect(go(newId(), silent)).rejects.toThrow(/transaction/)
    expect(await written()).toBe(before)
  })

  it('goes on when a migration has changed a table under a prepared statement', async () => {
    const read = () =>
      database.transaction({ programmeId: world.programmeId, userId: null }, (db) =>
        sql`select * from platform.noted where id = ${newId()}`.execute(db),
      )
    for (let n = 0; n < 60; n++) await read()
    await owner.query('alter table platform.noted add column remark text')
    const outcomes: unknown[] = []
    for (let n = 0; n < 20; n++)
      outcomes.push(
        await read().then(
          () => 200,
          (error: unknown) => errorOf(error).status,
        ),
      )
    expect(outcomes[0]).toBe(503)
    expect(outcomes.slice(-3)).toEqual([200, 200, 200])
    expect(await go(newId())).toMatchObject({ ok: true })
  })

  it('answers a repeated request from memory, ten at once', async () => {
    const [id, key] = [newId(), newId()]
    times = 0
    const answers = await Promise.all(Array.from({ length: 10 }, () => go(id, recording(), key)))
    expect(times).toBe(1)
    expect(answers.filter((each) => each.ok && each.replayed)).toHaveLength(9)
    await expect(go(newId(), recording(), key)).rejects.toMatchObject({ code: 'idempotency-conflict' })
  })
})

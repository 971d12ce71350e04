import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type World } from '../../../test/support/world.ts'
import { insertMany } from './bulk.ts'
import { camelOf, snakeOf } from './names.ts'

const words = fc.array(fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/), { minLength: 1, maxLength: 4 })

describe('列の名前の綴り', () => {
  it('is the same again after both ways, whatever digits it has', () => {
    fc.assert(fc.property(words, (parts) => snakeOf(camelOf(parts.join('_'))) === parts.join('_')))
    for (const column of ['previous_sha256', 'code_1', 'line_2_text', 'id']) expect(snakeOf(camelOf(column))).toBe(column)
    expect(camelOf('previous_sha256')).toBe('previousSha256')
  })

  it('gives no two columns the same field', () => {
    fc.assert(fc.property(words, words, (a, b) => (a.join('_') === b.join('_')) === (camelOf(a.join('_')) === camelOf(b.join('_')))))
  })
})

describe('データベースとの綴り', () => {
  let world: World
  beforeAll(async () => void (world = await createWorld()))
  afterAll(() => world.close())

  it('turns the columns of built and of written statements, and no key inside JSON', async () => {
    const userId = await world.user()
    const data = { some_key: { inner_key: 1 }, otherKey: 2 }
    const row = { programmeId: world.programmeId, userId, kind: 'news', data }
    await world.inside((db) => insertMany(db, 'platform.notification', [{ ...row, id: world.programmeId }]))
    const built = await world.inside((db) =>
      db.selectFrom('platform.notification as n').select(['n.userId', 'n.data', 'n.kind as shownAs']).executeTakeFirstOrThrow(),
    )
    expect(built).toEqual({ userId, data, shownAs: 'news' })
    const written = await world.inside((db) =>
      sql`select user_id, data, kind as shown_as, created_at is null as is_new from platform.notification`.execute(db),
    )
    expect(written.rows).toEqual([{ userId, data, shownAs: 'news', isNew: false }])
  })
})

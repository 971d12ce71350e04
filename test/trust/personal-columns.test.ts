import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadAreas } from '../../src/main/areas.ts'
import { snakeOf } from '../../src/platform/db/names.ts'
import { declaredTables } from '../../src/platform/erasing/personal-columns.ts'
import { createWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  await loadAreas()
  world = await createWorld()
}, 60_000)
afterAll(() => world.close())

/** Every column in which letters can stand, as `schema.table` with its columns. */
async function lettered(): Promise<Map<string, string[]>> {
  const { rows } = await world.inside((db) =>
    sql<{ name: string; column: string }>`
      select n.nspname || '.' || c.relname as name, a.attname as column
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_type t on t.oid = a.atttypid
      where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
        and n.nspname in ('platform', 'programme', 'people', 'sales', 'orders', 'matching', 'delivery', 'money', 'indicators')
        and (t.typcategory = 'S' or t.typname in ('json', 'jsonb', 'bytea', 'xml')
          or t.typelem in (select oid from pg_type where typcategory = 'S' or typname in ('json', 'jsonb')))`.execute(db),
  )
  const found = new Map<string, string[]>()
  for (const { name, column } of rows) found.set(name, [...(found.get(name) ?? []), column])
  return found
}

it('文字が入る列は、消すときにどうするかが、どれもちょうど1度だけ決まっている', async () => {
  const declared = new Map(
    declaredTables().map(([table, fates]) => [
      table as string,
      {
        whole: fates.row !== undefined,
        columns: [
          ...Object.keys(fates.blanked?.({ kind: 'worker', id: '', userIds: [], label: '', names: [], keptUntil: '' }) ?? {}),
          ...(fates.texts ?? []),
          ...(fates.jsonTexts ?? []),
          ...Object.keys(fates.kept ?? {}),
          ...(fates.codes ?? []),
        ].map(snakeOf),
      },
    ]),
  )
  const tables = await lettered()
  const undecided: string[] = []
  for (const [table, columns] of tables) {
    const { whole, columns: decided } = declared.get(table) ?? { whole: false, columns: [] }
    for (const column of columns)
      if (decided.filter((each) => each === column).length !== (whole ? 0 : 1)) undecided.push(`${table}.${column}`)
  }
  expect(undecided).toEqual([])
})

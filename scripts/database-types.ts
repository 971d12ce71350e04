import pg from 'pg'
import { schemas } from '../src/platform/db/migration/schemas.ts'
import { camelOf, snakeOf } from '../src/platform/db/names.ts'

const scalars: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  date: 'string',
  timestamptz: 'string',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float8: 'number',
  bool: 'boolean',
  bytea: 'Buffer',
  jsonb: 'unknown',
  json: 'unknown',
}

interface Column {
  schema: string
  relation: string
  column: string
  type: string
  nullable: boolean
  defaulted: boolean
  /** The check that names the words a text may be, if it has one. */
  words: string | null
}

/** TypeScript source of the `DB` interface that kysely checks queries against, read from a migrated database. */
export async function databaseTypes(config: pg.ClientConfig): Promise<string> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    const { rows } = await client.query<Column>(
      `select n.nspname as schema, c.relname as relation, a.attname as column, t.typname as type,
              not a.attnotnull as nullable, a.atthasdef or a.attidentity <> '' as defaulted,
              (select pg_get_constraintdef(k.oid) from pg_constraint k
                where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum] and pg_get_constraintdef(k.oid) ~ $2) as words
       from pg_attribute a
       join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p', 'v')
       join pg_namespace n on n.oid = c.relnamespace
       join pg_type t on t.oid = a.atttypid
       where n.nspname = any($1) and a.attnum > 0 and not a.attisdropped
       order by array_position($1, n.nspname::text), c.relname, a.attnum`,
      [[...schemas], String.raw`^CHECK \(\(\w+ = ANY \(ARRAY\[('[^']+'::text(, )?)+\]\)\)\)$`],
    )
    return print(rows)
  } finally {
    await client.end()
  }
}

function print(columns: Column[]): string {
  const tables = Map.groupBy(columns, (column) => `${column.schema}.${column.relation}`)
  const lines = [
    '// Generated from the migrated schema by scripts/database-types.ts.',
    "import type { Generated } from 'kysely'",
    '',
    'export interface DB {',
  ]
  for (const [table, members] of tables) {
    lines.push(`  '${table}': {`)
    for (const member of members) lines.push(`    ${fieldOf(member)}: ${typeOf(member)}`)
    lines.push('  }')
  }
  return [...lines, '}', ''].join('\n')
}

function fieldOf({ schema, relation, column }: Column): string {
  const field = camelOf(column)
  if (snakeOf(field) !== column) throw new Error(`No field for the column ${schema}.${relation}.${column}`)
  return field
}

function typeOf(column: Column): string {
  const isArray = column.type.startsWith('_')
  const words = column.words?.match(/'[^']+'/g)?.join(' | ')
  const scalar = words ?? scalars[isArray ? column.type.slice(1) : column.type]
  if (!scalar) throw new Error(`No TypeScript type for ${column.type} of ${column.schema}.${column.relation}.${column.column}`)
  const type = `${scalar}${isArray ? '[]' : ''}${column.nullable ? ' | null' : ''}`
  return column.defaulted ? `Generated<${type}>` : type
}

import type pg from 'pg'
import { schemas } from './schemas.ts'

/** What a database has, by `kind place`: `column money.entry.kind` → `text not null`. */
export type Catalogue = Map<string, string>

/** Where a database is not what its migrations give. `found` or `expected` is null where there is nothing. */
export interface Difference {
  /** `column money.entry.kind` */
  what: string
  expected: string | null
  found: string | null
}

// Bodies and views are long, so their digest stands for them.
const digest = (text: string) => `left(encode(sha256(convert_to(${text}, 'UTF8')), 'hex'), 16)`
// From 16 on a query over one table is printed without the name before its columns.
const unqualified = (query: string) => `regexp_replace(${query}, '("[^"]+"|\\m\\w+)\\.', '', 'g')`

// One row for each thing in the schemas `$1`, as PostgreSQL 15, 16, 17 and 18 print it alike; `not null` is read from the column,
// because it is a constraint of its own from 18 on. Owners and rights are not compared: they are the cluster's.
const listing = `
  with area as (select oid, nspname as name from pg_namespace where nspname = any($1)),
  relation as (
    select c.*, a.name || '.' || c.relname as place from pg_class c join area a on a.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
  )
  select 'schema ' || name as what, '' as definition from area
  union all
  select case relkind when 'v' then 'view ' when 'S' then 'sequence ' else 'table ' end || place,
         concat_ws(' ', case when relkind in ('p', 'm', 'f') then relkind::text end, array_to_string(reloptions, ' '),
                   case when relrowsecurity then 'row security' end, case when relforcerowsecurity then 'forced' end,
                   case when relkind in ('v', 'm') then ${digest(unqualified('pg_get_viewdef(oid)'))} end,
                   'of ' || (select string_agg(distinct d.refobjid::regclass::text, ', ' order by d.refobjid::regclass::text)
                             from pg_rewrite w join pg_depend d on d.objid = w.oid and d.classid = 'pg_rewrite'::regclass
                             where w.ev_class = relation.oid and d.refclassid = 'pg_class'::regclass and d.refobjid <> relation.oid))
  from relation
  union all
  select 'column ' || r.place || '.' || a.attname,
         concat_ws(' ', format_type(a.atttypid, a.atttypmod), case when a.attnotnull then 'not null' end,
                   nullif(a.attidentity, ''), nullif(a.attgenerated, ''), 'default ' || pg_get_expr(d.adbin, d.adrelid))
  from relation r
  join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped and r.relkind <> 'S'
  left join pg_attrdef d on d.adrelid = r.oid and d.adnum = a.attnum
  union all
  select 'constraint ' || r.place || '.' || c.conname, pg_get_constraintdef(c.oid)
  from relation r join pg_constraint c on c.conrelid = r.oid and c.contype <> 'n'
  union all
  select 'index ' || r.place || '.' || c.relname, pg_get_indexdef(i.indexrelid) || case when i.indisvalid then '' else ' (invalid)' end
  from relation r join pg_index i on i.indrelid = r.oid join pg_class c on c.oid = i.indexrelid
  where not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
  union all
  select 'trigger ' || r.place || '.' || t.tgname, pg_get_triggerdef(t.oid) || case t.tgenabled when 'O' then '' else ' (' || t.tgenabled::text || ')' end
  from relation r join pg_trigger t on t.tgrelid = r.oid and not t.tgisinternal
  union all
  select 'policy ' || r.place || '.' || p.polname,
         concat_ws(' ', p.polcmd, case when p.polpermissive then '' else 'restrictive' end, p.polroles::regrole[]::text,
                   pg_get_expr(p.polqual, p.polrelid), 'check', pg_get_expr(p.polwithcheck, p.polrelid))
  from relation r join pg_policy p on p.polrelid = r.oid
  union all
  select 'function ' || a.name || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')',
         concat_ws(' ', pg_get_function_result(p.oid), l.lanname, p.provolatile, p.proparallel, p.prokind, case when p.prosecdef then 'definer' end,
                   case when p.proisstrict then 'strict' end, array_to_string(p.proconfig, ' '),
                   ${digest(`coalesce(${unqualified('pg_get_function_sqlbody(p.oid)')}, p.prosrc)`)})
  from pg_proc p join area a on a.oid = p.pronamespace join pg_language l on l.oid = p.prolang
  union all
  select 'type ' || a.name || '.' || t.typname,
         concat_ws(' ', t.typtype, (select string_agg(e.enumlabel, ', ' order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid),
                   format_type(nullif(t.typbasetype, 0), t.typtypmod))
  from pg_type t join area a on a.oid = t.typnamespace where t.typtype in ('e', 'd', 'r')`

/** Reads what the schemas of the areas hold. It must run inside a transaction, because names are printed in full for its length. */
export async function readCatalogue(client: pg.ClientBase): Promise<Catalogue> {
  await client.query("set local search_path = ''")
  const { rows } = await client.query<{ what: string; definition: string }>(listing, [[...schemas]])
  await client.query('set local search_path to default')
  return new Map(rows.map(({ what, definition }) => [what, definition.replace(/\s+/g, ' ').trim()]))
}

/** Everything in which two catalogues differ, sorted by kind and place. */
export function differencesOf(expected: Catalogue, found: Catalogue): Difference[] {
  return [...new Set([...expected.keys(), ...found.keys()])]
    .filter((what) => expected.get(what) !== found.get(what))
    .sort()
    .map((what) => ({ what, expected: expected.get(what) ?? null, found: found.get(what) ?? null }))
}

import { sql } from 'kysely'

/** What the records of the frame are called in the log. */
export const names = sql`
  select programme_id as id, 'programme' as kind, name, '' as name_en, name as found from programme.programme
  union all select id, 'municipality', name, name_en, concat_ws(' ', name, name_en) from programme.municipality
  union all select id, 'site', name, '', name from programme.site
  union all select id, 'invitation', email, '', email from programme.invitation`

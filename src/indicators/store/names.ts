import { sql } from 'kysely'

/** What indicators and sheets are called in the log. */
export const names = sql`
  select id, 'indicator' as kind, name, name_en, concat_ws(' ', name, name_en) as found from indicators.indicator
  union all select s.id, 'sheet', concat(m.name, ' ', s.fiscal_year), concat(nullif(m.name_en, ''), ' ', s.fiscal_year),
    concat_ws(' ', m.name, m.name_en, s.fiscal_year)
  from indicators.sheet s join programme.municipality m on m.programme_id = s.programme_id and m.id = s.municipality_id`

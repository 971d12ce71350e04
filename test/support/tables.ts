import type pg from 'pg'
import type { Ids } from './sample-input.ts'

/** Every table whose rows belong to a programme, as the catalogue says. */
export async function tenantTables(client: pg.Client): Promise<{ name: string; hasId: boolean }[]> {
  const { rows } = await client.query<{ name: string; hasId: boolean }>(`
    select n.nspname || '.' || c.relname as name,
           exists (select from pg_attribute i where i.attrelid = c.oid and i.attname = 'id' and i.atttypid = 'uuid'::regtype) as "hasId"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'programme_id' and not a.attisdropped
    where c.relkind in ('r', 'p') order by 1`)
  return rows
}

/** One id of every tenant table, by the name that inputs use for it; of the row that names the most of `near`. */
export async function idsNear(client: pg.Client, programmeId: string, near: readonly string[]): Promise<Ids> {
  const ids: Record<string, string> = {}
  for (const { name, hasId } of await tenantTables(client)) {
    if (!hasId) continue
    const { rows } = await client.query<{ id: string }>(
      `select id from ${name} t where programme_id = $1 order by (select count(*) from unnest($2::text[]) near where t::text like near) desc, id limit 1`,
      [programmeId, near.map((id) => `%${id}%`)],
    )
    const word = name.slice(name.indexOf('.') + 1).replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
    if (rows[0]) ids[`${word}Id`] = rows[0].id
  }
  const alias = (name: string, table: string) => (ids[table] === undefined ? {} : { [name]: ids[table] })
  return {
    ...ids,
    ...alias('orderId', 'clientOrderId'),
    ...alias('deliveryId', 'clientDeliveryId'),
    ...alias('closeId', 'monthCloseId'),
    ...alias('batchId', 'transferBatchId'),
    ...alias('invoiceId', 'clientInvoiceId'),
    ...alias('registrationId', 'invoiceRegistrationId'),
    ...alias('evidenceFileId', 'fileId'),
    ...alias('replaces', 'submissionId'),
  }
}

/** A digest of everything that a programme has, table by table; read with the owner's rights, so row-level security hides nothing. */
export async function fingerprint(client: pg.Client, programmeId: string): Promise<Record<string, string>> {
  const prints: Record<string, string> = {}
  for (const { name } of await tenantTables(client)) {
    const { rows } = await client.query<{ print: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print from ${name} t where programme_id = $1`,
      [programmeId],
    )
    prints[name] = rows[0]?.print ?? ''
  }
  return prints
}

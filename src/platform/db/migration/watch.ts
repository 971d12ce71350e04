import pg from 'pg'
import type { Awaited } from './refusal.ts'

const everyMs = 1_000

/** Looks from a connection of its own, each second, at what a backend waits for; `onLook` gets nothing while it works. */
export async function watched<T>(
  config: pg.ClientConfig,
  backend: number,
  onLook: (awaited: Awaited[], seconds: number) => void,
  work: () => Promise<T>,
): Promise<T> {
  const begun = performance.now()
  let client: pg.Client | undefined
  let looking = Promise.resolve()
  const look = async () => {
    client ??= await connected(config)
    const awaited = await awaitedBy(client, backend)
    onLook(awaited, Math.round((performance.now() - begun) / 1_000))
  }
  // What cannot be seen is not told; the work goes on.
  const timer = setInterval(() => (looking = looking.then(look).catch(() => {})), everyMs)
  try {
    return await work()
  } finally {
    clearInterval(timer)
    await looking
    await client?.end()
  }
}

async function connected(config: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  await client.connect()
  return client
}

async function awaitedBy(client: pg.Client, backend: number): Promise<Awaited[]> {
  const { rows } = await client.query<Awaited>(
    `select n.nspname || '.' || c.relname as relation, b.pid, coalesce(a.application_name, '') as application,
            coalesce(a.state, '') as state, coalesce(extract(epoch from clock_timestamp() - a.xact_start), 0)::int as seconds
     from pg_locks l join pg_class c on c.oid = l.relation join pg_namespace n on n.oid = c.relnamespace
     cross join unnest(pg_blocking_pids(l.pid)) b (pid) left join pg_stat_activity a on a.pid = b.pid
     where l.pid = $1 and not l.granted`,
    [backend],
  )
  return rows
}

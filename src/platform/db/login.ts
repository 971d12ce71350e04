import pg from 'pg'

const application = 'kado_app'

interface Login {
  config: pg.ClientConfig
  /** Something like PgBouncer lies between: what belongs to a connection does not outlive a transaction there. */
  isPooled: boolean
}

/**
 * As whom people are served. A superuser or a role that bypasses row-level security would see every tenant, so it makes way for `kado_app`:
 * by a login of its own, from which nothing leads back, where that role may log in, as in the embedded database; else by stepping down.
 * The owner of the embedded database, who could switch that security off, makes way as well.
 */
export async function applicationLogin(config: pg.ClientConfig): Promise<Login> {
  const client: pg.Client & { processID?: number } = new pg.Client(config)
  await client.connect()
  try {
    const { rows } = await client.query<{ privileged: boolean; hasLogin: boolean; backend: number }>(
      `select rolsuper or rolbypassrls or rolname = 'kado_data' as privileged, exists (select from pg_roles where rolname = $1 and rolcanlogin) as "hasLogin",
              pg_backend_pid() as backend
       from pg_roles where rolname = current_user`,
      [application],
    )
    // A pooler answers the connection itself, with a number of its own.
    const isPooled = rows[0]?.backend !== client.processID
    if (!rows[0]?.privileged) return { config, isPooled }
    const hasLogin = rows[0].hasLogin && config.connectionString === undefined
    return { config: hasLogin ? { ...config, user: application } : { ...config, options: `-c role=${application}` }, isPooled }
  } finally {
    await client.end()
  }
}

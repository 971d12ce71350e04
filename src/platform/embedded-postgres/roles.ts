import pg from 'pg'
import { clientOf, type Cluster } from './cluster.ts'

/** Owns the tables and the queue, migrates them, and is no superuser: whoever gets hold of it stays inside this database. */
const owner = 'kado_data'
/** As whom people are served, with no right but those that migrations grant. */
const application = 'kado_app'

/** The login of the owner, where a superuser's is known. */
export const ownerOf = (superuser: pg.ClientConfig): pg.ClientConfig => ({ ...superuser, user: owner })

const noMore = 'login nosuperuser nocreatedb nocreaterole noreplication nobypassrls'

/**
 * Makes what every start needs: the database and its two logins. A folder of an older version, where the superuser owned everything and
 * `kado_app` could not log in, becomes the same.
 */
export async function prepareDatabase(cluster: Cluster, database: string): Promise<void> {
  await asSuperuser(cluster, 'postgres', async (client) => {
    const { rowCount: databases } = await client.query('select from pg_database where datname = $1', [database])
    if (databases === 0) await client.query(`create database ${database}`)
    for (const role of [owner, application]) {
      const { rowCount: roles } = await client.query('select from pg_roles where rolname = $1', [role])
      await client.query(`${roles === 0 ? 'create' : 'alter'} role ${role} ${noMore}`)
    }
    // Whoever waits for a lock is told by whom it is held, also when people are served by it.
    await client.query(`grant pg_read_all_stats to ${owner};
      alter database ${database} owner to ${owner};
      revoke temporary on database ${database} from public; revoke connect on database postgres, template1 from public`)
  })
  await asSuperuser(cluster, database, handOver)
}

/** PostgreSQL's own `reassign owned` refuses for the first superuser, to whom the system's objects belong as well. */
async function handOver(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(
    `with theirs as (
       select oid, nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'
     )
     select format('alter schema %I owner to ${owner}', s.nspname) as statement, 1 as turn
     from theirs s join pg_namespace n on n.oid = s.oid where n.nspowner = current_user::regrole
     union all
     select format('alter %s %s owner to ${owner}', case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence'
                     when 'c' then 'type' else 'table' end, c.oid::regclass), 2
     from theirs s join pg_class c on c.relnamespace = s.oid
     where c.relowner = current_user::regrole and c.relkind in ('r', 'p', 'v', 'm', 'S', 'c')
       -- What belongs to a column goes with its table.
       and not (c.relkind = 'S' and exists (
         select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i')))
     union all
     select format('alter %s %s owner to ${owner}', case t.typtype when 'd' then 'domain' else 'type' end, t.oid::regtype), 3
     from theirs s join pg_type t on t.typnamespace = s.oid
     where t.typowner = current_user::regrole and t.typtype in ('d', 'e', 'r')
     union all
     select format('alter routine %s owner to ${owner}', p.oid::regprocedure), 4
     from theirs s join pg_proc p on p.pronamespace = s.oid where p.proowner = current_user::regrole
     order by turn`,
  )
  if (rows.length > 0) await client.query(`begin; ${rows.map(({ statement }) => statement).join('; ')}; commit`)
}

async function asSuperuser(cluster: Cluster, database: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(clientOf(cluster, database))
  await client.connect()
  await work(client).finally(() => client.end())
}

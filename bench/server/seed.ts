import pg from 'pg'
import { newId } from '../../src/platform/action.ts'

export interface Seed {
  programmeId: string
  cookie: string
}

/** A programme with one administrator who is signed in, and a log of a million entries. */
export async function seedMillion(url: string, config: pg.ClientConfig): Promise<Seed> {
  const account = { name: 'Bench', email: 'bench@people.example', password: 'measured and printed' }
  const auth = (path: string) =>
    fetch(new URL(`/api/auth/${path}`, url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify(account),
    })
  await auth('sign-up/email')
  const answer = await auth('sign-in/email')
  const { user } = (await answer.json()) as { user: { id: string } }
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  const programmeId = newId()
  const client = new pg.Client(config)
  await client.connect()
  await client.query("select set_config('kado.programme', $1, false)", [programmeId])
  await client.query(
    `insert into programme.programme (programme_id, name, operator_name, first_fiscal_year, last_fiscal_year, second_factor_required)
     values ($1, 'Bench', 'Bench', 2026, 2028, false)`,
    [programmeId],
  )
  await client.query(
    `insert into programme.membership (programme_id, id, user_id, role, scope_kind, scope_id) values ($1, $2, $3, 'administrator', 'programme', $1)`,
    [programmeId, newId(), user.id],
  )
  await client.query(
    `insert into platform.audit (programme_id, lane, seq, at, user_id, action, subject, entry, hash)
     select $1, n % 16, n / 16 + 1, timestamptz '2020-01-01' + n * interval '1 minute', $2, 'orders.accept-offer', null, '{}', '\\x00'
     from generate_series(0, 999999) n`,
    [programmeId, user.id],
  )
  await client.query('insert into platform.audit_head (programme_id, lane, seq) select $1, lane, 62500 from generate_series(0, 15) lane', [
    programmeId,
  ])
  await client.query('vacuum analyze platform.audit')
  await client.end()
  return { programmeId, cookie }
}

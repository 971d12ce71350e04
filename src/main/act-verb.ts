import { execute, Failure, newId } from '../platform/action.ts'
import type { Database } from '../platform/db/db.ts'
import { grantsOf, setGrantSource } from '../platform/grants.ts'
import { readGrants } from '../programme/store/memberships.ts'
import { loadAreas } from './areas.ts'
import { sentences } from './sentences.ts'

const say = (line: string) => process.stderr.write(`${line}\n`)

/**
 * `kado act AREA.VERB --programme ID --as EMAIL [--dry-run] [--key KEY] < input.json`: an action by the door that people use, marked
 * in the log as done here. It never moves money: whoever keeps the server would be both of two persons.
 */
export async function act(database: Database, args: string[], readInput: () => Promise<string>): Promise<number> {
  const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined)
  const { actions } = await loadAreas()
  const named = (wanted: string) => actions.find(({ contract }) => `${contract.area}.${contract.name}` === wanted)
  setGrantSource(readGrants)
  const action = named(args[0] ?? '')
  const programmeId = option('--programme')
  const email = option('--as')
  if (action?.contract.movesMoney) {
    say(sentences.actMovesMoney)
    return 2
  }
  if (!action || !programmeId || !email) {
    const open = actions.filter(({ contract }) => !contract.movesMoney)
    say(sentences.actUsage(open.map(({ contract }) => `${contract.area}.${contract.name}`)))
    return 2
  }
  const { rows } = await database.pool.query<{ id: string }>('select id from platform."user" where email = $1', [email])
  const userId = rows[0]?.id ?? null
  const text = await readInput()
  try {
    const result = await execute(
      database,
      action,
      { programmeId, key: option('--key') ?? newId(), input: JSON.parse(text || '{}'), dryRun: args.includes('--dry-run') },
      async (db) => ({ userId, grants: userId === null ? [] : await grantsOf(db, userId), fresh: true, via: 'command-line' }),
      userId,
    )
    const answer = result.ok ? result.output : { refused: result.refusal.code, details: result.refusal.details }
    process.stdout.write(`${JSON.stringify(answer)}\n`)
    return result.ok ? 0 : 1
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    for (const fault of error.faults) say(`${fault.path}: ${fault.code}`)
    say(error.code)
    return 2
  }
}

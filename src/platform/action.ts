import { createHash } from 'node:crypto'
import { CompiledQuery } from 'kysely'
import type { z } from 'zod'
import { mayActOn, mayTry, type Actor, type Scopes } from './access.ts'
import { appendAudit } from './audit.ts'
import { canonical } from './canonical.ts'
import { contextOf, type ActionContext } from './context.ts'
import type { CommonError, Fault, WriteContract } from './contract.ts'
import { atCommit, type Database, type Db } from './db/db.ts'
import { factsOf, thingsIn } from './facts.ts'
import { check } from './faults.ts'

export { contextOf, type ActionContext } from './context.ts'
export { newId } from './id.ts'

/** An expected refusal: a value, never an exception. Everything that was written before it is rolled back. */
export class Refused<Code extends string = string> {
  readonly code: Code
  readonly details: Record<string, string | number>
  constructor(code: Code, details: Record<string, string | number> = {}) {
    this.code = code
    this.details = details
  }
}
export const refuse = <Code extends string>(code: Code, details: Record<string, string | number> = {}) => new Refused(code, details)

type Input<C extends WriteContract> = z.output<C['input']>
type Output<C extends WriteContract> = z.input<C['output']>

/** What an action loads. For the log: its subject, the fields of the input as they were before, and what else it says. */
interface AboutAct {
  scope?: Scopes
  subject?: string
  before?: Readonly<Record<string, unknown>>
  also?: Readonly<Record<string, unknown>>
}

interface Description<C extends WriteContract, Loaded extends AboutAct> {
  /** Loads and locks what the action is about; nothing means that it does not exist for this tenant. */
  load(context: ActionContext, input: Input<C>): Promise<Loaded | null | undefined>
  /** Applies the rule and writes. */
  run(context: ActionContext, input: Input<C>, loaded: Loaded): Promise<Output<C> | Refused<C['refusals'][number]>>
}

export interface Action<C extends WriteContract = WriteContract> {
  contract: C
  /** Inside a transaction that is already open: jobs and other actions. No permission is asked; the log is written. */
  perform(context: ActionContext, input: z.input<C['input']>): Promise<Output<C> | Refused<C['refusals'][number]>>
  /** Load, permission, rule, log; used by `execute`. */
  attempt(context: ActionContext, input: unknown): Promise<unknown>
}

/** Describes one write. The HTTP route, the OpenAPI entry, the command-line verb and the generated tests come from it. */
export function action<C extends WriteContract, Loaded extends AboutAct>(contract: C, description: Description<C, Loaded>): Action<C> {
  async function go(context: ActionContext, input: Input<C>, asksPermission: boolean) {
    const loaded = await description.load(context, input)
    if (!loaded || (asksPermission && !mayActOn(context.actor, contract.allow, loaded.scope ?? {}))) throw new Failure('not-found')
    const output = await description.run(context, input, loaded)
    if (output instanceof Refused) return output
    const { subject = null, before = {}, also = {} } = loaded
    const facts = factsOf(contract.logged, before, { ...also, ...asFields(input), ...asFields(output) })
    const things = thingsIn(subject, input, output, also, facts)
    appendAudit(context, `${contract.area}.${contract.name}`, { subject, inputHash: digest(input).toString('hex'), facts, things })
    return output
  }
  return {
    contract,
    perform: (context, input) => go(context, parse(contract, input) as Input<C>, false),
    attempt: (context, input) => go(context, input as Input<C>, true),
  }
}

/** Why a request was not carried out, before or beside the rule's own refusals. */
export class Failure extends Error {
  readonly code: CommonError
  readonly faults: Fault[]
  constructor(code: CommonError, faults: Fault[] = []) {
    super(code)
    this.code = code
    this.faults = faults
  }
}

export interface Request {
  /** The tenant; a write that opens one chooses its id itself. */
  programmeId: string
  /** Chosen by the caller, 8–200 characters; the same key with the same input is answered from memory. */
  key: string
  input: unknown
  now?: Date
  /** The real path, rolled back at the end. */
  dryRun?: boolean
}

type Result<C extends WriteContract> =
  | { ok: true; output: Output<C>; replayed: boolean }
  | { ok: false; refusal: Refused<C['refusals'][number]> }

/**
 * The one door for writes. Order of questions: may this person try at all, is the input well formed, was it done already,
 * does the record exist for them, does the rule allow it.
 * @throws Failure
 */
export async function execute<C extends WriteContract>(
  database: Database,
  action: Action<C>,
  request: Request,
  identify: (db: Db) => Promise<Actor>,
  userId: string | null,
): Promise<Result<C>> {
  const own = action.contract.opensTenant ? { ...request, programmeId: idOfRequest(userId, request.key) } : request
  for (let attempt = 1; ; attempt++) {
    try {
      return await executeOnce(database, action, own, identify, userId)
    } catch (error) {
      const state = stateOf(error)
      // The second time the action saw what others had written and still wrote it again: no haste, but a rule it lacks.
      if (state === '23505' && attempt > 1) throw new Failure('already-there')
      if (attempt === attempts || !mayPassAgain.test(state)) throw error
    }
  }
}

/** One id for one request of one person, so that a repeat meets what the first one made. No caller can choose it. */
function idOfRequest(userId: string | null, key: string): string {
  const hex = digest({ opens: userId, key }).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const attempts = 3
/**
 * Somebody else was faster: two wrote what may be there once (23505), waited for each other (40P01, 40001), or a migration
 * changed a table (0A000). Nothing was written, and the second time the action sees it and refuses by its rule.
 */
const mayPassAgain = /^(23505|40P01|40001|0A000)$/
const stateOf = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '')

async function executeOnce<C extends WriteContract>(
  database: Database,
  action: Action<C>,
  request: Request,
  identify: (db: Db) => Promise<Actor>,
  userId: string | null,
): Promise<Result<C>> {
  const { contract } = action
  const now = request.now ?? new Date()
  const name = `${contract.area}.${contract.name}`
  const checked = check(contract.input, request.input)
  const inputHash = 'faults' in checked ? null : digest(checked.data)
  try {
    return await database.transaction(
      { programmeId: request.programmeId, userId },
      async (db): Promise<Result<C>> => {
        // Both questions travel together with the beginning of the transaction.
        const [actor, earlier] = await Promise.all([identify(db), inputHash && answerOf(db, request, userId)])
        if (contract.allow !== 'anyone' && actor.userId === null) throw new Failure('unauthenticated')
        if (!mayTry(actor, contract.allow)) throw new Failure('not-permitted')
        if (contract.fresh && !actor.fresh) throw new Failure('sign-in-again')
        if ('faults' in checked || !inputHash) throw new Failure('invalid-input', 'faults' in checked ? checked.faults : [])
        if (earlier) {
          if (earlier.action !== name || !earlier.inputHash.equals(inputHash)) throw new Failure('idempotency-conflict')
          return { ok: true, output: earlier.answer as Output<C>, replayed: true }
        }
        const output = await action.attempt(contextOf(db, request.programmeId, actor, now), checked.data)
        if (output instanceof Refused) throw output
        atCommit(db, remember, [request.programmeId, userId ?? '', request.key, name, inputHash, JSON.stringify(output)])
        return { ok: true, output: output as Output<C>, replayed: false }
      },
      { rollback: request.dryRun ?? false },
    )
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error }
    throw error
  }
}

function parse(contract: WriteContract, input: unknown): unknown {
  const checked = check(contract.input, input)
  if ('faults' in checked) throw new Failure('invalid-input', checked.faults)
  return checked.data
}

/** Two at once wait for each other on the key; the later one reads the first one's answer. */
async function answerOf(db: Db, { programmeId, key }: Request, userId: string | null) {
  const [, { rows }] = await Promise.all([
    db.executeQuery(CompiledQuery.raw(waitForKey, [`${programmeId} ${userId ?? ''} ${key}`])),
    db.executeQuery<{ action: string; inputHash: Buffer; answer: unknown }>(CompiledQuery.raw(recall, [programmeId, userId ?? '', key])),
  ])
  return rows[0]
}

const waitForKey = 'select pg_advisory_xact_lock(hashtextextended($1, 0))'
const recall = 'select action, input_hash, answer from platform.idempotency where programme_id = $1 and user_id = $2 and key = $3'
const remember = 'insert into platform.idempotency (programme_id, user_id, key, action, input_hash, answer) values ($1, $2, $3, $4, $5, $6)'

const digest = (input: unknown) => createHash('sha256').update(canonical(input)).digest()
const asFields = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {})

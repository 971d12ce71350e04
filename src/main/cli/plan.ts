import { en } from '../../matching/messages.en/engine.ts'
import { type ReasonSentences, ja } from '../../matching/messages.ja/engine.ts'
import { type Explanation, type Reason, explain } from '../../matching/rules/answer/explain.ts'
import type { OpenOffersPlan } from '../../matching/rules/problem/plan.ts'
import type { Problem } from '../../matching/rules/problem/problem.ts'
import { proveShortages } from '../../matching/rules/answer/shortage-proof.ts'
import { solveOpen } from '../../matching/rules/solve.ts'
import { verify } from '../../matching/rules/verify/verify.ts'
import { shown } from './faults.ts'
import { type Arguments, readArguments, unexpectedWords } from './options.ts'
import { readExplainedPlan, readPlan } from './plan-reader.ts'
import { planText } from './plan-writer.ts'
import { readProblemAndPlan, readProblemInput } from './problem-input.ts'
import { type Answer, type Call, type Verb, jsonAnswer } from './verb.ts'

const options = { 'time-limit': 'value', seed: 'value', iterations: 'value', verify: 'flag', explain: 'flag' } as const

const limits = { leastSeconds: 0.001, seconds: 86_400, seed: 4_294_967_295, iterations: 1_000_000, timedSteps: 400_000 } as const

/** Milliseconds between two lines of progress. */
const progressPause = 500

/** `kado plan`: an allocation of work; with `--verify` all that is wrong with one, with `--explain` why a worker has a package or not. */
export const run: Verb = async (call) => {
  const given = readArguments(call.argv, options)
  const explained = given.option('explain') !== null
  call.faults.push(...given.faults, ...unexpectedWords(given.words, explained ? 2 : 0))
  const timeLimitSeconds = numberOption(call, given, 'time-limit', { min: limits.leastSeconds, max: limits.seconds, whole: false })
  const seed = numberOption(call, given, 'seed', { min: 0, max: limits.seed, whole: true })
  const iterations = numberOption(call, given, 'iterations', { min: 1, max: limits.iterations, whole: true })
  if (given.option('verify') !== null) return verifyPlan(call)
  if (explained) return explainPair(call, given.words)
  const problem = await readProblemInput(call)
  if (!problem || call.faults.length > 0) return null
  const steps = iterations ?? stepsWithin(problem, timeLimitSeconds)
  const plan = solveOpen(problem, {
    ...(timeLimitSeconds === null ? {} : { timeLimitSeconds, clock: () => performance.now() / 1_000 }),
    ...(seed === null ? {} : { seed }),
    ...(steps === null ? {} : { iterations: steps }),
    onProgress: everyPause(({ done, stage }) => call.progress(stage, done)),
  })
  return { output: planText(proven(problem, plan)), exitCode: 0 }
}

/**
 * Steps of improvement that a usual machine does in about a third of the time, so that whoever gives more time gets a better plan and still
 * the same one each time. Null for the usual number; an assignment goes on until the time is over.
 */
function stepsWithin(problem: Problem, seconds: number | null): number | null {
  if (seconds === null || problem.objective === 'assignment-cost') return null
  return Math.min(limits.timedSteps, Math.ceil(seconds * 10_000))
}

/** Pairs up to which shortages are proved; a larger problem would have to be compiled a second time in memory. */
const provenArcs = 1_000_000

/** What is left undone, each with the proof that it must be, where minutes alone can prove it. */
function proven(problem: Problem, plan: OpenOffersPlan): OpenOffersPlan {
  if (problem.objective !== 'programme' || plan.unfilled.length === 0 || plan.stats.arcs > provenArcs) return plan
  const proofs = proveShortages(
    problem,
    plan.unfilled.map((one) => one.package),
  )
  return { ...plan, unfilled: plan.unfilled.map((one) => ({ ...one, proof: proofs.get(one.package) ?? null })) }
}

type Bounds = { readonly min: number; readonly max: number; readonly whole: boolean }

function numberOption(call: Call, given: Arguments, name: string, { max, min, whole }: Bounds): number | null {
  const text = given.option(name)
  if (text === null) return null
  const value = /^[0-9]+(\.[0-9]+)?$/.test(text) ? Number(text) : Number.NaN
  if (value >= min && value <= max && (!whole || Number.isInteger(value))) return value
  call.faults.push({ area: 'argument', name: `--${name}`, fault: { code: 'out-of-range', min, max, found: shown(text) } })
  return null
}

/** Calls through at most once in each pause. */
function everyPause<Value>(tell: (value: Value) => void): (value: Value) => void {
  let next = 0
  return (value) => {
    const now = Date.now()
    if (now < next) return
    next = now + progressPause
    tell(value)
  }
}

/** Violations carry the place in the plan and codes with figures, so that another program can act on them. */
async function verifyPlan(call: Call): Promise<Answer | null> {
  const given = await readProblemAndPlan(call)
  const problem = given?.problem
  const plan = given && readPlan(given.plan)
  if (!problem || !plan || call.faults.length > 0) return null
  const violations = verify(problem, plan)
  return { ...jsonAnswer({ valid: violations.length === 0, violations }), exitCode: violations.length === 0 ? 0 : 1 }
}

/** Answers from the plan alone, so that the reasons are about the plan that people see and not about another one. */
async function explainPair(call: Call, [worker, pack]: readonly string[]): Promise<Answer | null> {
  if (worker === undefined || pack === undefined) {
    call.faults.push({ area: 'argument', name: '--explain', fault: { code: 'missing-argument', name: 'WORKER PACKAGE' } })
  }
  const given = await readProblemAndPlan(call)
  const problem = given?.problem
  const plan = given && readExplainedPlan(given.plan)
  if (!problem || !plan || worker === undefined || pack === undefined) return null
  noteUnknown(call, worker, problem.workers)
  noteUnknown(call, pack, problem.packages)
  const explanation = call.faults.length === 0 ? explain(problem, plan, worker, pack) : null
  return explanation && jsonAnswer(told(explanation, call.language === 'en' ? en.reasons : ja.reasons))
}

function noteUnknown(call: Call, id: string, known: readonly { readonly id: string }[]): void {
  if (!known.some((one) => one.id === id)) call.faults.push({ area: 'argument', name: id, fault: { code: 'unknown-id', found: id } })
}

type ReasonOf<Kind extends Reason['kind'] = Reason['kind']> = {
  [Each in Kind]: Extract<Reason, { readonly kind: Each }> & { readonly kind: Each }
}[Kind]

function sentenceOf<Kind extends Reason['kind']>(
  reason: ReasonOf<Kind>,
  sentences: { readonly [Each in Kind]: (reason: ReasonOf<Each>) => string },
): string {
  const kind: Kind = reason.kind
  return sentences[kind](reason)
}

/** Each reason with its figures, and the sentence that people read. */
function told(explanation: Explanation, sentences: ReasonSentences) {
  return { ...explanation, reasons: explanation.reasons.map((reason) => ({ ...reason, text: sentenceOf(reason, sentences) })) }
}

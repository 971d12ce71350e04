import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { PdfError } from './pdf-error.ts'

export type PdfStandard = 'a-2a' | 'a-2u' | 'ua-1'

export type CompilerTask = {
  readonly template: { readonly kind: 'file'; readonly path: string } | { readonly kind: 'source'; readonly source: string }
  readonly json: string
  readonly standard: PdfStandard
  readonly createdAtSeconds: number
}

export type CompilerAnswer = { readonly outcome: CompilerOutcome; readonly residentBytes: number }

export type CompilerOutcome = { readonly kind: 'pdf'; readonly bytes: Uint8Array } | { readonly kind: 'failed'; readonly message: string }

type Waiting = {
  readonly task: CompilerTask
  readonly resolve: (bytes: Uint8Array) => void
  readonly reject: (error: PdfError) => void
}

/** Templates import each other by paths that begin here: `/platform/pdf/paper-v1.typ`. */
export const templateRoot = fileURLToPath(new URL('../../', import.meta.url))

const waitingLimit = 1_000
const taskLimitMilliseconds = 30_000
const idleLimitMilliseconds = 20_000
// Most documents stay below 170 MB; one of 2,000 lines takes 290 MB, which only the end of its process gives back.
const residentLimitBytes = 220_000_000

const queue: Waiting[] = []
let current: Waiting | null = null
let child: ChildProcess | null = null
let timer: NodeJS.Timeout | null = null

/** Compiles one document after the other in a process of its own. Rejects with a `PdfError`. */
export function compileInProcess(task: CompilerTask): Promise<Uint8Array> {
  if (queue.length >= waitingLimit) {
    return Promise.reject(new PdfError('compiler-busy', `${waitingLimit} documents are waiting already`))
  }
  return new Promise((resolve, reject) => {
    queue.push({ task, resolve, reject })
    next()
  })
}

/** Ends the compiler now instead of after its idle time. A document that is being made is refused. */
export function endPdfCompiler(): void {
  dropChild()
  settle((waiting) => waiting.reject(new PdfError('compiler-failed', 'the compiler was ended')))
}

function next(): void {
  if (current !== null) return
  const waiting = queue.shift()
  if (waiting === undefined) return rest()
  current = waiting
  child ??= startChild()
  setTimer(taskLimitMilliseconds, () => fail(`no answer within ${taskLimitMilliseconds} ms`))
  hold(child)
  child.send(waiting.task)
}

function startChild(): ChildProcess {
  const started = fork(fileURLToPath(new URL('./compiler-process.ts', import.meta.url)), [templateRoot], {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  started.on('message', (answer: CompilerAnswer) => {
    if (child === started) take(answer)
  })
  started.on('error', (error) => {
    if (child === started) fail(error.message)
  })
  started.on('exit', (code, signal) => {
    if (child === started) fail(`ended with ${signal ?? code}`)
  })
  return started
}

function take({ outcome, residentBytes }: CompilerAnswer): void {
  if (residentBytes > residentLimitBytes) dropChild()
  settle((waiting) => {
    if (outcome.kind === 'pdf') waiting.resolve(outcome.bytes)
    else waiting.reject(new PdfError('template-failed', outcome.message))
  })
}

function fail(cause: string): void {
  dropChild()
  settle((waiting) => waiting.reject(new PdfError('compiler-failed', `the document compiler: ${cause}`)))
}

function settle(finish: (waiting: Waiting) => void): void {
  const waiting = current
  current = null
  if (waiting !== null) finish(waiting)
  next()
}

/** Nothing waits: the process may end by itself, and must not keep the server from ending. */
function rest(): void {
  if (child === null) return setTimer(null, dropChild)
  child.unref()
  child.channel?.unref()
  setTimer(idleLimitMilliseconds, dropChild)
  timer?.unref()
}

function hold(process: ChildProcess): void {
  process.ref()
  process.channel?.ref()
}

function dropChild(): void {
  const dropped = child
  child = null
  setTimer(null, dropChild)
  // A native call that hangs hears no polite signal.
  dropped?.kill('SIGKILL')
}

function setTimer(milliseconds: number | null, run: () => void): void {
  if (timer !== null) clearTimeout(timer)
  timer = milliseconds === null ? null : setTimeout(run, milliseconds)
}

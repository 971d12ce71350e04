import { type CliFault, faultLineLimit, pathText } from './faults.ts'
import { BrokenGzip, parseDocument, readBytes, unpacked } from './input.ts'
import { type Messages, type VerbName, faultText } from './messages.ts'
import { type Place, rootPlace } from './reader.ts'
import type { Answer, Call, Verb } from './verb.ts'

/** Each verb is loaded when it is called, so that a small check does not wait for the bank table or the engine. */
const verbs: Readonly<Record<VerbName, () => Promise<{ readonly run: Verb }>>> = {
  kpi: () => import('./kpi.ts'),
  statement: () => import('./statement.ts'),
  zengin: () => import('./zengin.ts'),
  check: () => import('./check.ts'),
  plan: () => import('./plan.ts'),
  sheet: () => import('./sheet.ts'),
}

export const cliVerbs: readonly string[] = Object.keys(verbs)

export type Input = AsyncIterable<Uint8Array | string> & { readonly isTTY?: boolean }
export type Output = {
  write(chunk: string | Uint8Array, done: (error?: Error | null) => void): unknown
  on?(event: 'error', listener: () => void): unknown
}

/**
 * Runs one verb. Answers the exit code: 0 done, 1 a check that says no or an internal failure, 2 bad input. Bad input writes nothing to
 * standard output and one line for each fault to standard error.
 */
export async function runCli(
  argv: readonly string[],
  stdin: Input,
  stdout: Output,
  stderr: Output,
  env: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const language = /^en/i.test(env['LANG'] ?? '') ? 'en' : 'ja'
  const messages =
    language === 'en' ? (await import('./messages.en/messages.ts')).messagesEn : (await import('./messages.ja/messages.ts')).messagesJa
  // A full disk or a closed pipe is told to the writer below; without a listener the same error would end the process.
  for (const stream of [stdout, stderr]) stream.on?.('error', () => undefined)
  try {
    const [name = '--help', ...rest] = argv
    const help = helpFor(name, rest, messages)
    if (help !== null) {
      await write(stdout, help)
      return 0
    }
    return await runVerb({ name, rest, language }, stdin, stdout, stderr, messages)
  } catch (error) {
    await write(stderr, `${messages.internal(error instanceof Error ? error.message : String(error))}\n`)
    return 1
  }
}

function isVerbName(name: string): name is VerbName {
  return Object.hasOwn(verbs, name)
}

function helpFor(name: string, rest: readonly string[], messages: Messages): string | null {
  const [topic] = rest
  if (name === 'help') return topic !== undefined && isVerbName(topic) ? messages.verbHelp[topic] : messages.help
  if (name === '--help' || name === '-h') return messages.help
  const end = rest.indexOf('--')
  const options = end < 0 ? rest : rest.slice(0, end)
  return isVerbName(name) && (options.includes('--help') || options.includes('-h')) ? messages.verbHelp[name] : null
}

type Asked = { readonly name: string; readonly rest: readonly string[]; readonly language: 'ja' | 'en' }

async function runVerb({ language, name, rest }: Asked, stdin: Input, stdout: Output, stderr: Output, messages: Messages): Promise<number> {
  const faults: CliFault[] = []
  const call: Call = {
    argv: rest,
    faults,
    language,
    readDocument: () => readDocument(stdin, faults),
    openInput: () => openInput(stdin, faults),
    progress: (stage, done) => stderr.write(`${messages.progress(stage, done)}\n`, () => undefined),
  }
  let answer: Answer | null = null
  if (isVerbName(name)) answer = await (await verbs[name]()).run(call).catch(refuseGzip(faults))
  else faults.push({ area: 'argument', name, fault: { code: 'unknown-verb', found: name, known: cliVerbs } })
  if (faults.length > 0) {
    await write(stderr, faultLines(faults, messages))
    return 2
  }
  if (!answer) throw new Error(`${name}: no answer and no fault`)
  await writeAll(stdout, answer.output)
  return answer.exitCode
}

/** A verb that could not unpack its input has no answer, and the fault is the reader's, not the program's. */
function refuseGzip(faults: CliFault[]): (cause: unknown) => null {
  return (cause) => {
    if (!(cause instanceof BrokenGzip)) throw cause
    faults.push({ area: 'input', path: [], fault: { code: 'not-gzip' } })
    return null
  }
}

/** Standard input in chunks, unpacked; null when it is a terminal. */
function openInput(stdin: Input, faults: CliFault[]): AsyncIterable<Uint8Array> | null {
  if (!stdin.isTTY) return unpacked(stdin)
  faults.push({ area: 'input', path: [], fault: { code: 'terminal' } })
  return null
}

async function readDocument(stdin: Input, faults: CliFault[]): Promise<Place | null> {
  const input = openInput(stdin, faults)
  if (input === null) return null
  const parsed = parseDocument(await readBytes(input))
  if (parsed.ok) return rootPlace(parsed.document, faults)
  faults.push(...parsed.faults)
  return null
}

/** One line for each fault in the order of the document as it was read; the same line is not said twice. */
function faultLines(faults: readonly CliFault[], messages: Messages): string {
  const lines = [...new Set(faults.map((fault) => messages.line(placeText(fault, messages), faultText(fault, messages))))]
  const more = lines.length - faultLineLimit
  const said = more > 0 ? [...lines.slice(0, faultLineLimit), messages.more(more)] : lines
  return `${said.join('\n')}\n`
}

function placeText(fault: CliFault, messages: Messages): string {
  if (fault.area === 'argument') return fault.name
  const path = fault.area === 'problem' ? `$.${fault.path}`.replace('$.$', '$').replace('$.[', '$[') : pathText(fault.path)
  return 'line' in fault && fault.line !== undefined ? `${messages.atLine(fault.line)} ${path}` : path
}

/** Texts that come in parts are written one after the other, so that a large plan never stands in memory as one text. */
async function writeAll(stream: Output, output: Answer['output']): Promise<void> {
  if (typeof output === 'string' || output instanceof Uint8Array) return write(stream, output)
  for (const text of output) await write(stream, text)
}

function write(stream: Output, chunk: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(chunk, (error) => (error ? reject(error) : resolve()))
  })
}

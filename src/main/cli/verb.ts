import type { CliFault } from './faults.ts'
import type { Place } from './reader.ts'

/** What a verb is called with. */
export type Call = {
  readonly argv: readonly string[]
  /** Reads standard input as one JSON document; null when there is none, with the faults noted. */
  readonly readDocument: () => Promise<Place | null>
  /** Standard input in chunks, unpacked; null when there is none, with the fault noted. */
  readonly openInput: () => AsyncIterable<Uint8Array> | null
  /** One line on standard error while a long computation runs. */
  readonly progress: (stage: string, done: number) => void
  readonly faults: CliFault[]
  readonly language: 'ja' | 'en'
}

/** What goes to standard output and the exit code; a call that noted faults has no answer. */
export type Answer = { readonly output: string | Uint8Array | Iterable<string>; readonly exitCode: 0 | 1 }

export type Verb = (call: Call) => Promise<Answer | null>

/** JSON over several lines, for documents that people look at. */
export function jsonAnswer(value: unknown): Answer {
  return { output: `${JSON.stringify(value, null, 2)}\n`, exitCode: 0 }
}

import type { StatementFault } from '../../money/rules/statement.ts'
import type { ZenginFault } from '../../money/rules/zengin.ts'
import type { IndicatorFault } from '../../indicators/rules/kpi.ts'
import type { Fault as ProblemFault } from '../../matching/rules/problem/plan.ts'

/** Steps from the root of a document to a value. */
export type Path = readonly (string | number)[]

export type Expected = 'object' | 'list' | 'text' | 'number' | 'whole-number' | 'date' | 'figure'

/** What can be wrong with a document before its meaning is looked at. */
export type InputFault =
  | { readonly code: 'empty-input' | 'several-documents' | 'not-utf8' | 'not-gzip' | 'terminal' }
  | { readonly code: 'too-large'; readonly limit: number }
  | { readonly code: 'not-json'; readonly line: number; readonly column: number }
  | { readonly code: 'missing'; readonly expected: Expected }
  | { readonly code: 'wrong-type'; readonly expected: Expected; readonly found: string }
  | { readonly code: 'unknown-key'; readonly known: readonly string[] }
  | { readonly code: 'duplicate-key' | 'empty-text' | 'not-brackets' }
  | { readonly code: 'unknown-choice'; readonly choices: readonly string[]; readonly found: string }
  | { readonly code: 'out-of-range'; readonly min: number; readonly max: number; readonly found: string }
  | { readonly code: 'not-whole' | 'no-such-date' | 'not-a-year' | 'too-many-decimals'; readonly found: string }
  | { readonly code: 'date-out-of-table'; readonly from: string; readonly to: string; readonly found: string }
  | { readonly code: 'too-long' | 'too-many'; readonly limit: number }

/** What can be wrong with the words after the verb. */
export type ArgumentFault =
  | { readonly code: 'unknown-verb' | 'unknown-check'; readonly found: string; readonly known: readonly string[] }
  | {
      readonly code:
        | 'unknown-option'
        | 'unknown-id'
        | 'unexpected-argument'
        | 'option-without-value'
        | 'option-with-value'
        | 'repeated-option'
      readonly found: string
    }
  | { readonly code: 'missing-argument'; readonly name: string }

/** `line` is given where each line of the input is a document of its own. */
export type CliFault =
  | { readonly area: 'input'; readonly path: Path; readonly line?: number; readonly fault: InputFault }
  | { readonly area: 'argument'; readonly name: string; readonly fault: ArgumentFault | InputFault }
  | { readonly area: 'statement'; readonly path: Path; readonly fault: StatementFault }
  | { readonly area: 'zengin'; readonly path: Path; readonly fault: ZenginFault }
  | { readonly area: 'indicator'; readonly path: Path; readonly fault: IndicatorFault }
  | { readonly area: 'problem'; readonly path: string; readonly line?: number; readonly fault: ProblemFault }

/** Cause first, then what to do. */
export type FaultText = readonly [cause: string, remedy: string]

/** Lines of faults that are written at most; a last line tells how many more there are. */
export const faultLineLimit = 1000

/** `$.indicators[0].local.2022`; keys that are no plain words are quoted. */
export function pathText(path: Path): string {
  const steps = path.map((step) => {
    if (typeof step === 'number') return `[${step}]`
    return /^[A-Za-z0-9_-]+$/.test(step) ? `.${step}` : `[${shown(step)}]`
  })
  return `$${steps.join('')}`
}

/** A value as a person may read it in one line: JSON, cut at 40 characters, nothing that moves the cursor or turns the text around. */
export function shown(value: unknown): string {
  // Lists and objects can be of any size and depth, so only their kind is shown.
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[…]' : '{…}'
  const text = JSON.stringify(value) ?? String(value)
  const letters = Array.from(text.slice(0, 80))
  const cut = letters.length > 40 || text.length > 80 ? `${letters.slice(0, 40).join('')}…` : text
  return cut.replace(
    /[\u007f-\u009f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

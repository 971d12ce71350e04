import type { ArgumentFault, CliFault } from './faults.ts'

/** Whether an option stands alone or is followed by a value. */
export type OptionKinds = Readonly<Record<string, 'flag' | 'value'>>

export type Arguments = {
  readonly words: readonly string[]
  /** The value of an option, the empty string for a flag, or null when it is not given. */
  readonly option: (name: string) => string | null
  readonly faults: readonly CliFault[]
}

/** Splits the words after a verb into arguments and options; `--name value` and `--name=value` mean the same, `--` ends the options. */
export function readArguments(argv: readonly string[], kinds: OptionKinds): Arguments {
  const words: string[] = []
  const values = new Map<string, string>()
  const faults: CliFault[] = []
  const queue = [...argv]
  while (queue.length > 0) {
    const word = queue.shift() ?? ''
    if (word === '--') words.push(...queue.splice(0))
    else if (!word.startsWith('--')) words.push(word)
    else readOption(word, queue, kinds, values, faults)
  }
  return { words, option: (name) => values.get(name) ?? null, faults }
}

function readOption(word: string, queue: string[], kinds: OptionKinds, values: Map<string, string>, faults: CliFault[]): void {
  const [name = '', inline] = splitOnce(word.slice(2))
  const fault = (code: Exclude<ArgumentFault['code'], 'unknown-verb' | 'unknown-check' | 'unknown-id' | 'missing-argument'>) =>
    void faults.push({ area: 'argument', name: `--${name}`, fault: { code, found: word } })
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined
  if (kind === undefined) return fault('unknown-option')
  if (values.has(name)) fault('repeated-option')
  if (kind === 'flag') {
    if (inline !== undefined) fault('option-with-value')
    values.set(name, '')
    return
  }
  const value = inline ?? (queue[0]?.startsWith('--') === false ? queue.shift() : undefined)
  if (value === undefined) return fault('option-without-value')
  values.set(name, value)
}

function splitOnce(text: string): readonly [string, string?] {
  const index = text.indexOf('=')
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)]
}

/** Faults for words that a verb does not expect. */
export function unexpectedWords(words: readonly string[], expected: number): readonly CliFault[] {
  return words.slice(expected).map((word) => ({ area: 'argument', name: word, fault: { code: 'unexpected-argument', found: word } }))
}

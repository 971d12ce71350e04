import { createInterface } from 'node:readline'

/** Where somebody is asked, and answers. */
export interface Asker {
  input: NodeJS.ReadableStream
  output: NodeJS.WritableStream
  isTerminal: boolean
}

export const atTerminal = (): Asker => ({ input: process.stdin, output: process.stderr, isTerminal: process.stdin.isTTY === true })

/**
 * Whether somebody wants what cannot be undone: `--yes` says it beforehand, at a terminal each question is answered by its word; a program
 * that says nothing does not want it.
 */
export async function isWanted(
  args: readonly string[],
  questions: readonly { say: string; word: string }[],
  asker: Asker,
): Promise<boolean> {
  if (args.includes('--yes')) return true
  if (!asker.isTerminal) return false
  const reader = createInterface({ input: asker.input, output: asker.output })
  // As an iterator it keeps a line that comes before its question.
  const lines = reader[Symbol.asyncIterator]()
  try {
    for (const { say, word } of questions) {
      asker.output.write(`${say} `)
      const { value = '' } = await lines.next()
      if (String(value).trim() !== word) return false
    }
    return true
  } finally {
    reader.close()
  }
}

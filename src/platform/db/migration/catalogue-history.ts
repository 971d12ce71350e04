import { readFile } from 'node:fs/promises'
import type { Catalogue } from './catalogue.ts'

/** What each migration makes of the catalogue of the ones before it, in their order. Made by `bin/kado-dev generate`. */
export const historyFile = 'db/catalogue.generated.txt'

export interface CatalogueStep {
  /** Name of the migration. */
  name: string
  catalogue: Catalogue
}

/**
 * The file as text: a line `# migration` and below it what that adds (`+ what: definition`) and takes away (`- what`); what it
 * changes is added again.
 */
export function printHistory(steps: readonly CatalogueStep[]): string {
  const lines = steps.flatMap(({ name, catalogue }, at) => {
    const before: Catalogue = steps[at - 1]?.catalogue ?? new Map()
    const gone = [...before.keys()].filter((what) => !catalogue.has(what)).sort()
    const added = [...catalogue].filter(([what, definition]) => before.get(what) !== definition).sort(([a], [b]) => (a < b ? -1 : 1))
    return [`# ${name}`, ...gone.map((what) => `- ${what}`), ...added.map(([what, definition]) => `+ ${what}: ${definition}`)]
  })
  return `${lines.join('\n')}\n`
}

export function parseHistory(text: string): CatalogueStep[] {
  const steps: CatalogueStep[] = []
  for (const line of text.split('\n').filter(Boolean)) {
    const rest = line.slice(2)
    const catalogue = steps.at(-1)?.catalogue ?? new Map<string, string>()
    if (line.startsWith('# ')) steps.push({ name: rest, catalogue: new Map(catalogue) })
    else if (line.startsWith('- ')) catalogue.delete(rest)
    else catalogue.set(rest.slice(0, rest.indexOf(': ')), rest.slice(rest.indexOf(': ') + 2))
  }
  return steps
}

export const readHistory = async (): Promise<CatalogueStep[]> =>
  parseHistory(await readFile(new URL(`../../../../${historyFile}`, import.meta.url), 'utf8'))

/** What the applied migrations give; nothing at all before the first. */
export function catalogueAfter(steps: readonly CatalogueStep[], applied: readonly { name: string }[]): Catalogue {
  const isStale = applied.some(({ name }, at) => steps[at]?.name !== name)
  if (isStale) throw new Error(`${historyFile} is stale: run bin/kado-dev generate.`)
  return steps[applied.length - 1]?.catalogue ?? new Map()
}

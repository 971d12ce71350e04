import { readArchitecture } from './architecture.ts'
import { staleFiles } from './generated.ts'
import { runProgram } from './program.ts'

/** One thing that is either right or not, and is counted as one test. */
export interface Check {
  name: string
  /** Lines that say what is wrong; none when all is well. */
  run(): Promise<string[]>
}

/** Folders whose layout is the formatter's. */
const formatted = ['src', 'test', 'scripts', 'bench', 'bin']

export const checks: Check[] = [
  ...[
    { name: 'types of the server', project: 'tsconfig.server.json' },
    { name: 'types of the browser', project: 'tsconfig.browser.json' },
    { name: 'types of the journeys', project: 'tsconfig.json' },
  ].map(({ name, project }) => ({
    name,
    run: () => complaintsOf('node_modules/typescript/bin/tsc', ['--noEmit', '--pretty', 'false', '-p', project]),
  })),
  { name: 'format', run: () => complaintsOf('node_modules/oxfmt/bin/oxfmt', ['--list-different', ...formatted]) },
  { name: 'lint', run: () => complaintsOf('node_modules/oxlint/bin/oxlint', ['--type-aware', '--format', 'unix']) },
  { name: 'architecture', run: readArchitecture },
  { name: 'generated files', run: () => staleFiles() },
  { name: 'web build', run: () => complaintsOf('node_modules/vite/bin/vite.js', ['build', '--logLevel', 'warn']) },
]

async function complaintsOf(script: string, args: string[]): Promise<string[]> {
  const { code, said } = await runProgram(script, args)
  return code === 0 ? [] : [said.trim() || `exit code ${code}`]
}

/** Runs the checks one after the other and says how each went. Returns how many passed and failed. */
export async function runChecks(list: Check[] = checks): Promise<{ passed: number; failed: number }> {
  let failed = 0
  for (const { name, run } of list) {
    const begun = performance.now()
    const complaints = await run().catch((error: unknown) => [error instanceof Error ? (error.stack ?? error.message) : String(error)])
    const seconds = ((performance.now() - begun) / 1000).toFixed(1)
    process.stdout.write(`${complaints.length === 0 ? '✓' : '✗'} ${name} (${seconds} s)\n`)
    for (const complaint of complaints) process.stdout.write(`${complaint}\n`)
    if (complaints.length > 0) failed++
  }
  return { passed: list.length - failed, failed }
}

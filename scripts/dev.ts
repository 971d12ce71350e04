import { existsSync } from 'node:fs'
import { dirname } from 'node:path'

// Paths in these scripts start at the root of the repository, wherever the command was given.
process.chdir(dirname(import.meta.dirname))

const verbs: Record<string, { does: string; run(args: string[]): Promise<number> }> = {
  test: { does: 'runs every check and test', run: async () => (await import('./test.ts')).runTests() },
  check: {
    does: 'runs what needs no browser and no test, or only the checks that are named',
    async run(names) {
      const { checks, runChecks } = await import('./checks.ts')
      const wanted = checks.filter(({ name }) => names.length === 0 || names.includes(name))
      return (await runChecks(wanted)).failed === 0 ? 0 : 1
    },
  },
  generate: {
    does: 'writes the files that are made from others',
    async run() {
      await (await import('./generated.ts')).writeGeneratedFiles()
      return 0
    },
  },
  'dump-release': {
    does: 'keeps a small database of this version for the test of updates (NAME)',
    run: async ([name]) => (await import('./release/dump-release.ts')).dumpRelease(name, process.env['DATABASE_URL']),
  },
  events: {
    does: 'prints which event is told by which action and heard by which reactions',
    async run() {
      const { eventTable, readEvents } = await import('./events.ts')
      process.stdout.write(eventTable(await readEvents()))
      return 0
    },
  },
  bench: { does: 'measures the server and writes docs/benchmarks.md', run: (args) => runBench('server', args) },
  load: {
    does: 'sends 300 mixed requests a second for a minute and writes docs/benchmarks.md (--rate, --seconds, --data)',
    run: (args) => runBench('load', args),
  },
  reads: {
    does: 'times what the pages of the menus ask of the demo and writes docs/benchmarks.md (--data, --times, --only)',
    run: (args) => runBench('reads', args),
  },
  weight: {
    does: "opens the worker's home as a slow phone does and writes docs/benchmarks.md (--data, --times)",
    run: (args) => runBench('weight', args),
  },
  'bench-matching': { does: 'measures the matching engine and writes docs/benchmarks.md', run: (args) => runBench('matching', args) },
  'trial-matching': {
    does: 'measures what each constant of the matching engine is worth, on problems drawn afresh (--rooms, --size, --problems, --seed, --only)',
    run: (args) => runBench('matching/trial', args),
  },
  dev: {
    does: 'serves the web client with reload, beside a running bin/kado start',
    run: (args) => shown('node_modules/vite/bin/vite.js', args),
  },
}

async function runBench(subject: string, args: string[]): Promise<number> {
  const script = `bench/${subject}.ts`
  if (existsSync(script)) return shown(script, args)
  process.stderr.write(`${script} does not exist.\n`)
  return 1
}

async function shown(script: string, args: string[]): Promise<number> {
  const { runProgram } = await import('./program.ts')
  return (await runProgram(script, args, { shown: true })).code
}

const [name = '', ...args] = process.argv.slice(2)
const verb = verbs[name]
if (verb) process.exitCode = await verb.run(args)
else {
  const list = Object.entries(verbs).map(([key, { does }]) => `  ${key.padEnd(15)} ${does}`)
  process.stderr.write(`bin/kado-dev VERB\n${list.join('\n')}\n`)
  process.exitCode = name === '' || name === '--help' ? 0 : 2
}

import { serverVerbs } from './verb-names.ts'

const [verb = '--help', ...rest] = process.argv.slice(2)

const serverVerb = serverVerbs.find((each) => each === verb)

if (serverVerb !== undefined) {
  const { runServerVerb } = await import('./server-verbs.ts')
  // Nothing may keep the process alive after its verb: idle connections would, for a minute.
  process.exit(await runServerVerb(serverVerb, rest, process.env))
} else {
  const { runCli } = await import('./cli/main.ts')
  process.exitCode = await runCli([verb, ...rest], process.stdin, process.stdout, process.stderr, process.env)
}

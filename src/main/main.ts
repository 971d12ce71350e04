import { readSettings } from './settings.ts'

const [verb = '--help', ...rest] = process.argv.slice(2)

if (verb === 'start' || verb === 'migrate' || verb === 'verify' || verb === 'act') {
  const { runServerVerb } = await import('./server-verbs.ts')
  process.exitCode = await runServerVerb(verb, rest, readSettings(process.env))
} else {
  const { runCli } = await import('./cli/main.ts')
  process.exitCode = await runCli([verb, ...rest], process.stdin, process.stdout, process.stderr, process.env)
}

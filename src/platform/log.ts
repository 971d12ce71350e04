import { isatty } from 'node:tty'

type Level = 'info' | 'warn' | 'error'
type Fields = Record<string, string | number | boolean | null | undefined>

const lineOf = (at: Date, level: Level, event: string, fields: Fields): string =>
  JSON.stringify({ time: at.toISOString(), level, event, ...fields })

/** For a person at a terminal: the time of the clock on the wall, what happened, and the fields that say something. */
function readableOf(at: Date, level: Level, event: string, { message, cause, ...fields }: Fields): string {
  const time = at.toTimeString().slice(0, 8)
  const rest = Object.entries(fields)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${name}=${value}`)
  const head = level === 'info' ? [time] : [time, level.toUpperCase()]
  return [...head, message ?? event, ...rest].join(' ') + (cause ? `\n${String(cause)}` : '')
}

const reader = isatty(1) ? readableOf : lineOf

/**
 * One event of the running server: a line of JSON on standard output, or words where a terminal is attached. No name, address, input or
 * search text ever goes in: who did what stands in the audit log.
 */
export function log(level: Level, event: string, fields: Fields = {}): void {
  process.stdout.write(`${reader(new Date(), level, event, fields)}\n`)
}

/** What went wrong inside, without the values it was about; with KADO_DEBUG the whole of it. */
export function causeFields(error: unknown): Fields {
  if (!(error instanceof Error)) return { cause: process.env['KADO_DEBUG'] ? String(error) : typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  const whole = error.stack ?? error.message
  // The first lines are the message; frames name only our files.
  const frames = whole.split('\n').filter((line) => /^\s+at /.test(line))
  return { error: error.name, code, cause: process.env['KADO_DEBUG'] ? whole : [withoutValues(error.message), ...frames].join('\n') }
}

/** Quoted texts and mail addresses in a message may be what a person has typed. */
const withoutValues = (message: string): string => message.replaceAll(/"[^"]*"|\S+@\S+/g, '…').slice(0, 500)

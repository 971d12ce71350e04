import { statfsSync } from 'node:fs'
import { createServer } from 'node:net'
import { EmbeddedPostgresRefusal } from '../platform/embedded-postgres/refusal.ts'
import { isStorageFull } from '../platform/http/errors.ts'
import { leastFreeBytes } from '../platform/http/health.ts'

/** Why a verb cannot begin. Each code has its sentence, with cause and remedy, in `start-messages.*.ts`. */
export type StartCause =
  | { code: 'not-a-number'; name: string; given: string; least: number; most: number }
  | { code: 'not-a-word'; name: string; given: string; words: string }
  | { code: 'not-an-address'; name: string; given: string }
  | { code: 'not-a-database' }
  | { code: 'not-a-mail-server' }
  | { code: 'not-a-sender'; given: string }
  | { code: 'not-a-proxy'; given: string }
  | { code: 'not-a-time'; name: string; given: string }
  | { code: 'backup-own-database' }
  | { code: 'secret-short'; length: number; least: number }
  | { code: 'secret-file-broken'; path: string }
  | { code: 'secret-other'; place: string }
  | Each<'port-taken' | 'port-forbidden', { port: number }>
  | { code: 'host-unknown'; host: string }
  | { code: 'folder'; path: string }
  | { code: 'disk-full'; path: string }
  | Each<'database-away' | 'database-unknown-host', { address: string }>
  | Each<'database-refuses' | 'database-missing' | 'database-rights', object>
  | Each<'already-running' | 'not-packaged' | 'not-permitted' | 'does-not-start', { detail: string }>
  | { code: 'unexpected'; message: string }

type Each<Code extends string, Values> = Code extends string ? { code: Code } & Values : never

export class StartRefusal extends Error {
  readonly reason: StartCause
  constructor(reason: StartCause, cause?: unknown) {
    super(JSON.stringify(reason), { cause })
    this.name = 'StartRefusal'
    this.reason = reason
  }
}

/** What is behind a failure, as far as it can be told from outside. `dataDir` names the place where it names none itself. */
export function causeOf(error: unknown, dataDir: string): StartCause {
  if (error instanceof StartRefusal) return error.reason
  const { code = '', path } = detailsOf(error)
  const message = error instanceof Error ? error.message : String(error)
  if (isStorageFull(error)) return { code: 'disk-full', path: path ?? dataDir }
  if (error instanceof EmbeddedPostgresRefusal) return ofEmbedded(error, dataDir)
  if (/^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|57P0[123]|53300)$/.test(code) || /timeout expired/i.test(message))
    return { code: 'database-away', address: addressOf(error) }
  if (/^(ENOTFOUND|EAI_AGAIN)$/.test(code)) return { code: 'database-unknown-host', address: addressOf(error) }
  if (code.startsWith('28') || /SCRAM|password must be a string/.test(message)) return { code: 'database-refuses' }
  if (code === '3D000') return { code: 'database-missing' }
  if (code === '42501') return { code: 'database-rights' }
  if (code === 'ERR_INVALID_URL') return { code: 'not-a-database' }
  if (path !== undefined && /^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|ENOENT|EISDIR|ELOOP|ENAMETOOLONG)$/.test(code))
    return { code: 'folder', path }
  return { code: 'unexpected', message: message.split('\n')[0] ?? '' }
}

function ofEmbedded({ code, detail }: EmbeddedPostgresRefusal, dataDir: string): StartCause {
  if (code === 'does-not-start' && /Permission denied|Read-only file system/i.test(detail)) return { code: 'folder', path: dataDir }
  return { code, detail: code === 'does-not-start' ? lastLine(detail) : detail }
}

const lastLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .findLast((line) => line !== '') ?? ''

/** PostgreSQL wraps what a migration met, and the network what each address of a name met. */
function detailsOf(error: unknown): { code?: string; path?: string } {
  if (!(error instanceof Error)) return {}
  const own = error as Error & { code?: string; path?: string }
  if (own.code !== undefined) return own
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return detailsOf(error.errors[0])
  return detailsOf(error.cause)
}

function addressOf(error: unknown): string {
  const { address, port, hostname } = error as { address?: string; port?: number; hostname?: string }
  return hostname ?? (address === undefined ? '' : `${address}${port === undefined ? '' : `:${port}`}`)
}

/** Says at once that nobody could reach the server, before anything is started that takes long. */
export function refuseTakenPort(host: string, port: number): Promise<void> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portRefusal(error, host, port)))
    server.listen({ host, port }, () => server.close(() => resolve()))
  })
}

export function portRefusal(error: unknown, host: string, port: number): unknown {
  const { code } = detailsOf(error)
  if (code === 'EADDRINUSE') return new StartRefusal({ code: 'port-taken', port }, error)
  if (code === 'EACCES' || code === 'EPERM') return new StartRefusal({ code: 'port-forbidden', port }, error)
  if (/^(EADDRNOTAVAIL|ENOTFOUND|EAI_AGAIN|EINVAL|EAFNOSUPPORT)$/.test(code ?? ''))
    return new StartRefusal({ code: 'host-unknown', host }, error)
  return error
}

/** A database that begins where it cannot write ends in the middle of something. */
export function refuseFullDisk(folder: string): void {
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize < leastFreeBytes) throw new StartRefusal({ code: 'disk-full', path: folder })
}

import { Failure } from '../action.ts'
import type { CommonError, ErrorBody } from '../contract.ts'

const statuses: Record<CommonError, number> = {
  unauthenticated: 401,
  'sign-in-again': 401,
  'not-permitted': 403,
  'other-address': 403,
  'not-found': 404,
  'idempotency-conflict': 409,
  'already-there': 409,
  'invalid-input': 422,
  'too-many-requests': 429,
  internal: 500,
  unavailable: 503,
  'storage-full': 503,
}
export const statusOf = (code: CommonError): number => statuses[code]

// Codes of PostgreSQL and the network that mean: the database is away for a moment, try again.
// 0A000: a migration changed a table under a prepared statement; the connection is gone with it.
const away = /^(57P0[123]|08\w{3}|53300|0A000|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE)$/

// What PostgreSQL and the system say when nothing more can be written: the disk is full (53100, ENOSPC), or a quota is (EDQUOT).
const full = /^(53100|ENOSPC|EDQUOT)$/
export const isStorageFull = (error: unknown): boolean =>
  full.test(codeOf(error)) || (error instanceof Error && /No space left on device/i.test(error.message))

/** The status and the body for anything thrown in a request. What went wrong inside is never told outside. */
export function errorOf(error: unknown): { status: number; body: ErrorBody } {
  if (error instanceof Failure) {
    return {
      status: statuses[error.code],
      body: { error: { code: error.code, ...(error.faults.length > 0 ? { faults: error.faults } : {}) } },
    }
  }
  const code = codeOf(error)
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return { status: 413, body: { error: { code: 'too-large' } } }
  if (code.startsWith('FST_ERR_CTP') || code === 'FST_ERR_VALIDATION' || error instanceof SyntaxError) {
    return { status: 422, body: { error: { code: 'invalid-input', faults: [{ path: '', code: 'invalid_json' }] } } }
  }
  // A path out of the folder of the pages, a malformed address: what does not exist is not found.
  if (isForbiddenPath(error)) return { status: 404, body: { error: { code: 'not-found' } } }
  if (isStorageFull(error)) return { status: 503, body: { error: { code: 'storage-full' } } }
  if (away.test(code) || isAwayMessage(error)) return { status: 503, body: { error: { code: 'unavailable' } } }
  return { status: 500, body: { error: { code: 'internal' } } }
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : ''

const isForbiddenPath = (error: unknown): boolean =>
  error instanceof Error &&
  'statusCode' in error &&
  typeof error.statusCode === 'number' &&
  error.statusCode >= 400 &&
  error.statusCode < 500

const isAwayMessage = (error: unknown): boolean =>
  error instanceof Error && /Connection terminated|timeout exceeded when trying to connect|not queryable/.test(error.message)

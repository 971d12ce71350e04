import type { ErrorBody, Fault } from '../platform/contract.ts'
import { currentProgrammeId } from './membership.ts'

/** `unreachable`: the network or the server did not answer, nothing is known to have been written. */
export const unreachable = 'unreachable'

/** What the server refused, with its code; `faults` name the fields of an invalid input. */
export class Refusal<Code extends string = string> extends Error {
  readonly code: Code
  readonly status: number
  readonly faults: readonly Fault[]
  readonly details: Readonly<Record<string, string | number>>
  /** By which whoever keeps the server finds the cause in the log; of the server's own failures. */
  readonly requestId: string | null

  constructor(
    code: Code,
    status: number,
    faults: readonly Fault[] = [],
    details: Refusal['details'] = {},
    requestId: string | null = null,
  ) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.status = status
    this.faults = faults
    this.details = details
    this.requestId = requestId
  }
}

function isErrorBody(body: unknown): body is ErrorBody {
  if (typeof body !== 'object' || body === null || !('error' in body)) return false
  const { error } = body
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
}

const codeOfStatus: Record<number, string> = {
  401: 'unauthenticated',
  403: 'not-permitted',
  404: 'not-found',
  413: 'too-large',
  422: 'invalid-input',
  429: 'too-many-requests',
  503: 'unavailable',
}

async function refusalOf(response: Response): Promise<Refusal> {
  // A gateway speaks in its own words of a server that did not answer.
  if (response.status === 502 || response.status === 504) return new Refusal(unreachable, response.status)
  const body: unknown = await response.json().catch(() => null)
  if (isErrorBody(body)) return new Refusal(body.error.code, response.status, body.error.faults, body.error.details, body.error.requestId)
  return new Refusal(codeOfStatus[response.status] ?? 'internal', response.status)
}

/** Headers that every request to the server carries. */
export function requestHeaders(): Record<string, string> {
  const programmeId = currentProgrammeId()
  return programmeId === null ? {} : { 'x-kado-programme': programmeId }
}

/** Sends a request and gives the JSON of the answer. Throws a Refusal for every other outcome. */
export async function request(path: string, options: RequestInit = {}): Promise<unknown> {
  const response = await send(path, options)
  return response.status === 204 ? null : response.json()
}

/** Sends JSON and gives the bytes of the answer: a file that the server makes. Throws a Refusal. */
export async function requestFile(path: string, body: unknown): Promise<Blob> {
  const response = await send(path, {
    method: 'POST',
    headers: { accept: '*/*', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return response.blob()
}

async function send(path: string, options: RequestInit): Promise<Response> {
  let response: Response
  try {
    response = await fetch(path, {
      credentials: 'same-origin',
      ...options,
      headers: { accept: 'application/json', ...requestHeaders(), ...options.headers },
    })
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new Refusal(unreachable, 0)
  }
  if (!response.ok) throw await refusalOf(response)
  return response
}

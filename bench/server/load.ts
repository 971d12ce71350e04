import { Agent, request } from 'node:http'
import { readFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'

export interface Load {
  url: string
  path: string
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  /** A body for the n-th request. */
  body?: (n: number) => unknown
  /** Sends a fresh Idempotency-Key with each request. */
  keyed?: boolean
  connections: number
  seconds: number
}

export interface Measured {
  perSecond: number
  p99: number
}

/**
 * Loads one and the other in turn, in slices of two seconds, and answers what each did in all: whatever else the machine
 * does meanwhile slows both.
 */
export async function loadInTurn(one: Omit<Load, 'seconds'>, other: Omit<Load, 'seconds'>, slices: number): Promise<[Measured, Measured]> {
  const seconds = 2
  const times: [number[], number[]] = [[], []]
  for (let slice = 0; slice < slices; slice++) {
    times[0].push(...(await load({ ...one, seconds })))
    times[1].push(...(await load({ ...other, seconds })))
  }
  return [measuredOf(times[0], slices * seconds), measuredOf(times[1], slices * seconds)]
}

function measuredOf(times: number[], seconds: number): Measured {
  times.sort((a, b) => a - b)
  return { perSecond: Math.round(times.length / seconds), p99: Math.round((times[Math.floor(times.length * 0.99)] ?? 0) * 10) / 10 }
}

let counter = 0

/** Repeats one request on so many connections for so many seconds; answers how long each took. Any answer but 200 ends the run. */
export async function load({
  url,
  path,
  method = 'GET',
  headers = {},
  body,
  keyed = false,
  connections,
  seconds,
}: Load): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const until = performance.now() + seconds * 1_000
  const times: number[] = []
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const begun = performance.now()
      const text = body ? JSON.stringify(body(++counter)) : null
      const call = request(
        new URL(path, url),
        {
          method,
          agent,
          headers: {
            ...headers,
            ...(text === null ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
            ...(keyed ? { 'idempotency-key': randomUUID() } : {}),
          },
        },
        (response) => {
          let answer = ''
          response.on('data', (chunk: Buffer) => (answer += response.statusCode === 200 ? '' : chunk.toString()))
          response.on('end', () => {
            if (response.statusCode !== 200) return reject(new Error(`${path} answered ${response.statusCode}: ${answer}`))
            times.push(performance.now() - begun)
            resolve()
          })
        },
      )
      call.on('error', reject)
      call.end(text ?? undefined)
    })
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until) await one()
    }),
  )
  agent.destroy()
  return times
}

/** VmRSS of a process in megabytes. */
export function residentMegabytes(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_000)
}

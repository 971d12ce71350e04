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

let counter = 0

/** Repeats one request on so many connections for so many seconds; any answer but 200 ends the run. */
export async function load({ url, path, method = 'GET', headers = {}, body, keyed = false, connections, seconds }: Load): Promise<Measured> {
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
          headers: { ...headers, ...(text === null ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }), ...(keyed ? { 'idempotency-key': randomUUID() } : {}) },
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
  times.sort((a, b) => a - b)
  return { perSecond: Math.round(times.length / seconds), p99: Math.round((times[Math.floor(times.length * 0.99)] ?? 0) * 10) / 10 }
}

/** VmRSS of a process in megabytes. */
export function residentMegabytes(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_000)
}

import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

/** One kind of request; `body` makes it a write with a key of its own. */
export interface EverydayCall {
  url: URL
  headers: Record<string, string>
  body?: () => unknown
}

export interface Steady {
  count: number
  seconds: number
  median: number
  p99: number
  /** What was answered other than 200, and how often. */
  errors: Record<string, number>
}

/**
 * Sends the calls in turn at a steady rate, whether answers have come or not. Times count from the moment a request was
 * due, so that a server that falls behind cannot hide it.
 */
export async function sendSteadily(
  calls: readonly EverydayCall[],
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<Steady> {
  const agent = new Agent({ keepAlive: true, maxSockets: 128 })
  const total = perSecond * seconds
  const times: number[] = []
  const errors: Record<string, number> = {}
  const running: Promise<void>[] = []
  const begun = performance.now()
  for (let sent = 0; sent < total; await wait(2)) {
    for (const due = Math.min(total, ((performance.now() - begun) / 1_000) * perSecond); sent < due; sent++) {
      const call = calls[sent % calls.length]
      const dueAt = begun + (sent / perSecond) * 1_000
      if (!call) continue
      running.push(
        answerOf(agent, call).then((error) => {
          times.push(performance.now() - dueAt)
          if (error !== null) errors[error] = (errors[error] ?? 0) + 1
        }),
      )
    }
  }
  await Promise.all(running)
  const took = (performance.now() - begun) / 1_000
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number) => Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10
  return { count: total, seconds: took, median: at(0.5), p99: at(0.99), errors }
}

/** Null for 200, else what came instead. */
function answerOf(agent: Agent, { url, headers, body }: EverydayCall): Promise<string | null> {
  const text = body ? JSON.stringify(body()) : null
  const more =
    text === null ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), 'idempotency-key': randomUUID() }
  return new Promise((resolve) => {
    const call = request(url, { method: text === null ? 'GET' : 'POST', agent, headers: { ...headers, ...more } }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode === 200 ? null : `${url.pathname} answered ${response.statusCode}`))
    })
    call.on('error', (error) => resolve(`${url.pathname}: ${error.message}`))
    call.end(text ?? undefined)
  })
}

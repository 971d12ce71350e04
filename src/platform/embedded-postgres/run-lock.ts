import { rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { EmbeddedPostgresRefusal } from './refusal.ts'

type State = 'running' | 'stopping'

interface RunLock {
  /** From now on a start beside this one waits instead of being refused. */
  stopping(): void
  release(): Promise<void>
}

const patience = { running: 2_000, stopping: 60_000 }

/**
 * Holds the data folder for this process by listening on a Unix socket in it. The kernel ends that with the process,
 * so no lock outlives its owner. PostgreSQL's own lock file stays the last word should two starts race for a stale one.
 */
export async function takeRunLock(path: string, dataDir: string): Promise<RunLock> {
  for (const begun = Date.now(); ; await wait(100)) {
    const holder = await stateOf(path)
    if (holder === null) {
      rmSync(path, { force: true })
      const lock = await listen(path)
      if (lock) return lock
    } else if (Date.now() - begun > patience[holder]) {
      throw new EmbeddedPostgresRefusal('already-running', dataDir)
    }
  }
}

/** What the holder of the lock is doing, or null when nobody holds it. */
export function stateOf(path: string): Promise<State | null> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(path)
    socket.setTimeout(1_000, () => socket.destroy())
    socket.on('data', (chunk) => (answer += chunk.toString()))
    socket.on('error', () => resolve(null))
    // A holder too busy to answer still holds.
    socket.on('close', (failed) => !failed && resolve(answer === 'stopping' ? 'stopping' : 'running'))
  })
}

function listen(path: string): Promise<RunLock | null> {
  let state: State = 'running'
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.end(state)
  })
  server.unref()
  return new Promise((resolve, reject) => {
    server.on('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(null) : reject(error)))
    server.listen(path, () =>
      resolve({
        stopping: () => (state = 'stopping'),
        release: () => new Promise((done) => server.close(() => done())),
      }),
    )
  })
}

import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import serving from '../../bin/serving.json' with { type: 'json' }

const root = dirname(dirname(import.meta.dirname))

export interface RunningServer {
  url: string
  child: ChildProcess
  /** What it printed so far. */
  said(): string
  stop(signal?: NodeJS.Signals): Promise<void>
}

/** Starts the product as `bin/kado start` does, in a process of its own, and resolves when it answers. */
export async function startServer(options: { port: number; dataDir: string; env?: NodeJS.ProcessEnv }): Promise<RunningServer> {
  const url = `http://localhost:${options.port}`
  const child = spawn(process.execPath, [...serving.flags, join(root, 'bin', 'run.js'), join(root, 'src', 'main', 'main.ts'), 'start'], {
    // The fourth is the pipe by which the server notices that whoever started it has died.
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    env: {
      ...serving.environment,
      ...process.env,
      NODE_ENV: 'production',
      KADO_PORT: String(options.port),
      KADO_URL: url,
      KADO_DATA_DIR: options.dataDir,
      ...options.env,
    },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const server: RunningServer = {
    url,
    child,
    said: () => said,
    async stop(signal = 'SIGTERM') {
      child.kill(signal)
      await ended
    },
  }
  for (const begun = Date.now(); !(await answers(url)); await wait(100)) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The server ended before it answered.\n${said}`)
    if (Date.now() - begun > 600_000) {
      await server.stop('SIGKILL')
      throw new Error(`The server does not answer.\n${said}`)
    }
  }
  return server
}

const answers = (url: string) =>
  fetch(url).then(
    (response) => response.ok,
    () => false,
  )

/** A port that nobody listens on now. */
export function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

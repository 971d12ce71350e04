import { spawn } from 'node:child_process'

export interface Outcome {
  code: number
  /** What it printed, when it was not shown. */
  said: string
}

/**
 * Runs a JavaScript program of a package under this Node.
 * @param script path from the root of the repository
 * @param options `shown`: its output goes to ours; otherwise it is collected
 */
export function runProgram(script: string, args: string[], options: { shown?: boolean; env?: NodeJS.ProcessEnv } = {}): Promise<Outcome> {
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, ...options.env },
    stdio: ['ignore', options.shown ? 'inherit' : 'pipe', options.shown ? 'inherit' : 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (chunk: string) => (said += chunk))
  const stop = () => child.kill('SIGTERM')
  process.once('SIGTERM', stop)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      process.off('SIGTERM', stop)
      resolve({ code: code ?? 1, said })
    })
  })
}

import { fork } from 'node:child_process'
import { once } from 'node:events'
import type pg from 'pg'
import type { Seed } from './seed.ts'

/** Starts the peer: the same two statements by `pg` behind `node:http`, without sign-in, tenant, schema or log. */
export async function startBareServer(config: pg.ClientConfig, seed: Seed): Promise<{ url: string; stop(): Promise<void> }> {
  const child = fork(new URL('./bare-program.ts', import.meta.url), [JSON.stringify(config), seed.programmeId])
  const [port] = (await once(child, 'message')) as [number]
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill()
      await once(child, 'exit')
    },
  }
}

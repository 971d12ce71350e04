import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from './server.ts'

/** Starts one product with its demo for all journeys, on a folder that is thrown away. */
export default async function setup(): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kado-journeys-'))
  const server = await startServer({ port: Number(process.env['KADO_JOURNEY_PORT']), dataDir, env: { KADO_RATE_LIMIT: '60000' } })
  return async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

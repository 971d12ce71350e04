import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { demoPassword } from '../../src/main/demo/accounts.ts'
import { findRunningPostgres } from '../../src/platform/embedded-postgres/embedded-postgres.ts'
import { roleNames, type RoleName } from '../../src/programme/rules/roles.ts'
import { emailOf } from './demo-people.ts'
import { freePort, type RunningServer, startServer } from './server.ts'

// The workers of Playwright are told by the environment where everything is prepared.
const place = 'KADO_JOURNEYS'
const folder = (): string => process.env[place] ?? ''
const prepared = (): string => join(folder(), 'prepared')
const sessions = (): string => join(folder(), 'sessions.json')

const start = async (dataDir: string): Promise<RunningServer> =>
  startServer({ port: await freePort(), dataDir, env: { KADO_RATE_LIMIT: '60000', DATABASE_URL: undefined } })

/** Before all journeys: the data of a product that has just been started for the first time, in which every role has signed in. */
export default async function prepare(): Promise<() => void> {
  process.env[place] = mkdtempSync(join(tmpdir(), 'kado-journeys-'))
  const server = await start(prepared())
  const cookies: Partial<Record<RoleName, string>> = {}
  for (const role of roleNames) cookies[role] = await signIn(server.url, role)
  writeFileSync(sessions(), JSON.stringify(cookies))
  await settle(prepared())
  await server.stop()
  return () => rmSync(folder(), { recursive: true, force: true })
}

/** What a first start leaves to do, and what its tables teach the planner, is done once here instead of in each world. */
async function settle(dataDir: string): Promise<void> {
  const client = new pg.Client((await findRunningPostgres(join(dataDir, 'postgres'))) ?? {})
  await client.connect()
  for (let quiet = 0; quiet < 3; await wait(300)) {
    const { rows } = await client.query('select from graphile_worker.jobs where run_at <= now() limit 1')
    quiet = rows.length === 0 ? quiet + 1 : 0
  }
  await client.query('vacuum analyze')
  await client.end()
}

async function signIn(url: string, role: RoleName): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: emailOf(role), password: demoPassword }),
  })
  if (!answer.ok) throw new Error(`${role} cannot sign in: ${answer.status} ${await answer.text()}`)
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/** The session, `name=value`, with which a role of the demo is signed in everywhere. */
export const sessionOf = (role: RoleName): string => (JSON.parse(readFileSync(sessions(), 'utf8')) as Record<RoleName, string>)[role]

export interface JourneyWorlds {
  /** Address of a product whose programme only the journeys of this file have touched; without a file, of one that all only read. */
  addressFor(file: string | null): Promise<string>
  end(): Promise<void>
}

interface World {
  dataDir: string
  server: RunningServer
}

/**
 * Each on its own copy of the prepared data: no file of journeys meets what another has changed. The one to read stays, of the others
 * one is open at a time.
 */
export function openWorlds(): JourneyWorlds {
  const worlds = new Map<string | null, World>()
  async function close(file: string | null, { dataDir, server }: World): Promise<void> {
    worlds.delete(file)
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  async function open(file: string | null): Promise<World> {
    const dataDir = mkdtempSync(join(folder(), 'world-'))
    await cp(prepared(), dataDir, { recursive: true })
    const world = { dataDir, server: await start(dataDir) }
    worlds.set(file, world)
    return world
  }
  return {
    async addressFor(file) {
      for (const [other, world] of worlds) if (other !== file && other !== null) await close(other, world)
      return (worlds.get(file) ?? (await open(file))).server.url
    },
    async end() {
      for (const [file, world] of worlds) await close(file, world)
    },
  }
}

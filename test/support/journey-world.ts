import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoPassword } from '../../src/main/demo/accounts.ts'
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
  await server.stop()
  return () => rmSync(folder(), { recursive: true, force: true })
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
  /** Address of a product whose programme only the journeys of this file have touched. */
  addressFor(file: string): Promise<string>
  end(): Promise<void>
}

/** One server at a time, each on its own copy of the prepared data: no file of journeys meets what another has changed. */
export function openWorlds(): JourneyWorlds {
  let current: { file: string; dataDir: string; server: RunningServer } | undefined
  async function end(): Promise<void> {
    await current?.server.stop()
    if (current) rmSync(current.dataDir, { recursive: true, force: true })
    current = undefined
  }
  return {
    end,
    async addressFor(file) {
      if (current?.file !== file) {
        await end()
        const dataDir = mkdtempSync(join(folder(), 'world-'))
        await cp(prepared(), dataDir, { recursive: true })
        current = { file, dataDir, server: await start(dataDir) }
      }
      return current.server.url
    },
  }
}

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { demoPassword } from '../../src/main/demo/accounts.ts'
import type { RoleName } from '../../src/programme/rules/roles.ts'

export const emailOf = (role: RoleName): string => `${role}@demo.example`

/**
 * Signs in as the demo's person of a role. The session is kept beside the results, so that all journeys against one
 * server sign in once for each role and stay under its limit of sign-ins.
 */
export async function signInAs(page: Page, role: RoleName, origin: string | undefined): Promise<void> {
  const kept = join('test-results', 'sessions', `${new URL(origin ?? '').port}-${role}.json`)
  if (existsSync(kept)) return page.context().addCookies(JSON.parse(readFileSync(kept, 'utf8')))
  await signInAnew(page, role, origin)
  mkdirSync(dirname(kept), { recursive: true })
  writeFileSync(kept, JSON.stringify(await page.context().cookies()))
}

/** Signs in with a session of its own, for a journey that signs out. */
export async function signInAnew(page: Page, role: RoleName, origin: string | undefined): Promise<void> {
  const answer = await page.request.post('/api/auth/sign-in/email', {
    data: { email: emailOf(role), password: demoPassword },
    headers: { origin: origin ?? '' },
  })
  if (!answer.ok()) throw new Error(`${role} cannot sign in: ${answer.status()} ${await answer.text()}`)
}

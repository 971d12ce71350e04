import type { Db } from '../../platform/db/db.ts'
import { roles as roleWords } from '../../programme/messages.ja/roles.ts'
import { roleNames, scopesOf, type RoleName } from '../../programme/rules/roles.ts'
import { words } from './messages.ja.ts'

/** Everybody in the demo signs in with this password. The accounts exist only where the demo was loaded. */
export const demoPassword = 'kado-demo-2026'

/** Whoever works for a city works for this one. */
const cityOf = (role: RoleName): string | null => (scopesOf(role)[0] === 'municipality' ? words.cities.omachi.name : null)

export const nameOf = (role: RoleName): string => words.person(roleWords[role], cityOf(role))
const emailOf = (role: RoleName) => `${role}@demo.example` as const

/** One person for each role, and a second of the office who approves its transfers; the addresses lead nowhere (RFC 2606). */
export const demoPeople = [
  ...roleNames.map((role) => ({ role, email: emailOf(role), name: nameOf(role) })),
  { role: 'office', email: 'approver@demo.example', name: words.approver },
] as const

/** Whom a visitor may sign in as; empty where no demo was loaded. */
export async function demoAccounts(db: Db): Promise<{ role: string; email: string; password: string }[]> {
  const emails = demoPeople.map((person) => person.email)
  const known = await db.selectFrom('platform.user').select('email').where('email', 'in', emails).execute()
  const present = new Set(known.map((user) => user.email))
  return demoPeople.filter((person) => present.has(person.email)).map(({ role, email }) => ({ role, email, password: demoPassword }))
}

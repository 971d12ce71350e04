import type { Db } from '../../platform/db/db.ts'

/** Everybody in the demo signs in with this password. The accounts exist only where the demo was loaded. */
export const demoPassword = 'kado-demo-2026'

/** One person for each role of the demo programme; the addresses lead nowhere (RFC 2606). */
export const demoPeople = [
  { role: 'worker', email: 'worker@demo.example' },
  { role: 'leader', email: 'leader@demo.example' },
  { role: 'director', email: 'director@demo.example' },
  { role: 'coordinator', email: 'coordinator@demo.example' },
  { role: 'sales', email: 'sales@demo.example' },
  { role: 'office', email: 'office@demo.example' },
  { role: 'office', email: 'approver@demo.example' },
  { role: 'client', email: 'client@demo.example' },
  { role: 'officer', email: 'officer@demo.example' },
  { role: 'committee', email: 'committee@demo.example' },
  { role: 'administrator', email: 'administrator@demo.example' },
] as const

/** Whom a visitor may sign in as; empty where no demo was loaded. */
export async function demoAccounts(db: Db): Promise<{ role: string; email: string; password: string }[]> {
  const emails = demoPeople.map((person) => person.email)
  const known = await db.selectFrom('platform.user').select('email').where('email', 'in', emails).execute()
  const present = new Set(known.map((user) => user.email))
  return demoPeople.filter((person) => present.has(person.email)).map((person) => ({ ...person, password: demoPassword }))
}

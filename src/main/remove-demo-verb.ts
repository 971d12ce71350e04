import { type Database, openDatabase } from '../platform/db/db.ts'
import { type Asker, atTerminal, isWanted } from './confirm.ts'
import { findDemo, removeDemo } from './demo/remove.ts'
import { exportHead } from './heads.ts'
import { sentences } from './sentences.ts'
import type { Settings } from './settings.ts'
import type { Storage } from './start.ts'

const say = (line: string) => process.stderr.write(`${line}\n`)

/**
 * `kado remove-demo [--yes]`: removes what is marked as the demo, with its published accounts, and prints what was removed. Answers 2 where
 * there is no demo and where nobody has confirmed.
 */
export async function takeDemoAway(
  database: Database,
  { direct }: Storage,
  settings: Settings,
  args: readonly string[],
  asker: Asker = atTerminal(),
): Promise<number> {
  const { nothing, asks, notWanted, word } = sentences.removeDemo
  const owner = await openDatabase(direct, { asOwner: true, connections: 1 })
  try {
    const demo = await findDemo(owner)
    if (!demo) {
      say(nothing)
      return 2
    }
    const people = demo.programmes.reduce((sum, each) => sum + each.people, 0)
    const question = asks(demo.programmes.map(({ name }) => name).join(', '), people, demo.accounts.length)
    if (!(await isWanted(args, [{ say: question, word }], asker))) {
      say(notWanted)
      return 2
    }
    const removed = await removeDemo(owner, settings.secret, new Date())
    const kept = removed?.kept.map(({ token, ...each }) => ({ ...each, link: `${settings.baseUrl}/reset-password#${token}` }))
    process.stdout.write(`${JSON.stringify({ ...removed, kept })}\n`)
    const { failed } = await exportHead(database, settings, new Date())
    for (const place of failed) say(sentences.verify.notWritten(place))
    return 0
  } finally {
    await owner.close()
  }
}

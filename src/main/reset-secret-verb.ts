import { boundToSecret, forgetSecret } from '../platform/auth/forget-secret.ts'
import type { Database } from '../platform/db/db.ts'
import { headKey, signAnew } from '../platform/proof/head.ts'
import { isSecretOf, takeSecret } from '../platform/proof/secret-check.ts'
import { type Asker, atTerminal, isWanted } from './confirm.ts'
import { exportHead, keptHeads, putHeadsAway } from './heads.ts'
import { sentences } from './sentences.ts'
import type { Settings } from './settings.ts'

const outside = { programmeId: null, userId: null }
const say = (line: string) => process.stderr.write(`${line}\n`)

/**
 * `kado reset-secret [--yes]`: makes the secret that is set now the one of this database, for whoever has lost the one before. What that
 * resets is said first; a terminal asks twice. Answers 2 where there is nothing to do and where nobody has confirmed, 1 where the kept heads
 * say that the database was touched.
 */
export async function resetSecret(
  database: Database,
  settings: Settings,
  args: readonly string[],
  asker: Asker = atTerminal(),
): Promise<number> {
  const { nothing, effects, asks, asksAgain, notWanted, otherHeads, word, heads } = sentences.resetSecret
  if (await database.transaction(outside, (db) => isSecretOf(db, settings.secret))) {
    say(nothing)
    return 2
  }
  const bound = await database.transaction(outside, boundToSecret, { readOnly: true })
  say(effects(settings.secretPlace, bound.sessions, bound.secondFactors))
  const questions = [
    { say: asks, word },
    { say: asksAgain(bound.secondFactors), word: String(bound.secondFactors) },
  ]
  if (!(await isWanted(args, questions, asker))) {
    say(notWanted)
    return 2
  }
  const kept = await keptHeads(settings)
  const now = new Date()
  const done = await database.transaction(outside, async (db) => {
    if (!(await signAnew(db, headKey(settings.secret), kept))) return null
    await takeSecret(db, settings.secret)
    return forgetSecret(db, now)
  })
  if (!done) {
    say(otherHeads)
    return 1
  }
  for (const place of await putHeadsAway(settings, now)) say(heads(place))
  const { failed } = await exportHead(database, settings, now)
  for (const place of failed) say(sentences.verify.notWritten(place))
  process.stdout.write(`${JSON.stringify({ ...done, secret: settings.secretPlace })}\n`)
  return 0
}

import type { MigrationNews } from '../platform/db/migrate.ts'
import type { Difference } from '../platform/db/migration/catalogue.ts'
import type { Awaited, MigrationRefusal } from '../platform/db/migration/refusal.ts'
import { en } from './messages.en.ts'
import { ja } from './messages.ja.ts'
import { causeOf, type StartCause } from './start-refusal.ts'

/** What the command line says to whoever starts the server, in the language of the terminal. */
export const sentences = /^en/i.test(process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '') ? en : ja

export function newsOf(news: MigrationNews): string {
  const { works, queues, queuesBehind, awaits } = sentences.migrating
  switch (news.kind) {
    case 'works':
      return works(news)
    case 'queues':
      return queues
    case 'queues-behind':
      return queuesBehind(news.holders.map(sentences.migrating.holder).join(', ') || sentences.migrating.unseen, news.seconds)
    case 'awaits':
      return awaits(awaitedBy(news.awaited))
  }
}

/** Why a verb did not begin or go on, and what to do. */
export function failureOf(error: unknown, dataDir: string): string {
  const cause = causeOf(error, dataDir)
  const said = sentences.starting[cause.code] as (cause: StartCause) => string
  return sentences.failed(said(cause))
}

/** Why the database is not served, and what to do. */
export function refusalOf({ refusal }: MigrationRefusal): string {
  const { refusals } = sentences.migrating
  switch (refusal.code) {
    case 'newer':
      return refusals.newer(refusal.names.join(', '))
    case 'differs':
      return refusals.differs(listed(refusal.differences), refusal.differences.length)
    case 'encoding':
      return refusals.encoding(refusal.encoding)
    case 'old-server':
      return refusals['old-server'](refusal.version)
    case 'locked':
      return refusals.locked(awaitedBy(refusal.awaited))
    default:
      return refusals[refusal.code](refusal.name)
  }
}

const most = 10
const listed = (differences: readonly Difference[]): string =>
  differences
    .slice(0, most)
    .map(({ what, expected, found }) => sentences.migrating.difference(what, expected, found))
    .join('\n')

const awaitedBy = (awaited: readonly Awaited[]): string => awaited.map(sentences.migrating.awaited).join(', ') || sentences.migrating.unseen

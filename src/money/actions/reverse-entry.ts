import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { bookWords } from '../rules/book-words.ts'
import { entryDay } from '../rules/period-lock.ts'
import { journalEntry, reversalEntry } from '../rules/posting.ts'
import { readEntry } from '../store/books.ts'
import { readLock } from '../store/period-locks.ts'
import { post } from '../store/journal.ts'

/**
 * Takes a cost or a receipt back by an entry with the sides exchanged: dated as the first one, so that its year is right again,
 * or today with the day of the first one, where that is closed or evaluated.
 */
export const reverseEntry = action(contract['reverse-entry'], {
  load: async ({ db }, { entryId }) => {
    const entry = await readEntry(db, entryId)
    return entry && { entry, subject: entryId }
  },
  run: async ({ db, today }, { entryId, reason }, { entry }) => {
    if (entry.kind !== 'operating-cost' && entry.kind !== 'client-receipt') return refuse('not-reversible')
    const { parties, entryOn, description } = entry
    const reversal = reversalEntry(journalEntry(entry.kind, entry.lines))
    const { lockedOn, reopened } = await readLock(db, today)
    const reversedOn = entryDay(entryOn, today, lockedOn, reason, reopened) ?? today
    const named = reversedOn === entryOn ? description : bookWords.ofDay(description, entryOn)
    const posted = await post(db, [
      { entry: reversal, entryOn: reversedOn, sourceId: entryId, description: bookWords.reversal(named, reason), parties },
    ])
    return posted === 0 ? refuse('already-reversed') : { entryId }
  },
})

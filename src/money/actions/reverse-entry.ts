import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { bookWords } from '../rules/book-words.ts'
import { placeOfConsequence } from '../rules/period-lock.ts'
import { journalEntry, reversalEntry } from '../rules/posting.ts'
import { readEntry } from '../store/books.ts'
import { openBooks } from '../store/period-locks.ts'
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
  run: async (context, { entryId, reason }, { entry }) => {
    if (entry.kind !== 'operating-cost' && entry.kind !== 'client-receipt') return refuse('not-reversible')
    const { parties, entryOn, description } = entry
    const reversal = reversalEntry(journalEntry(entry.kind, entry.lines))
    const place = placeOfConsequence(await openBooks(context), entryOn)
    const named = bookWords.reversal(place.named(description), reason)
    const posted = await post(context.db, [{ entry: reversal, entryOn: place.entryOn, sourceId: entryId, description: named, parties }])
    return posted === 0 ? refuse('already-reversed') : { entryId }
  },
})

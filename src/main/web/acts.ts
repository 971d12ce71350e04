import { setActWords } from '../../ui/acts.ts'

// Only the pages of the log read them.
setActWords(async () => (await import('./act-words.ts')).actWords)

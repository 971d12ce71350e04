import { en } from './messages.en.ts'
import { ja } from './messages.ja.ts'

/** What the command line says to whoever starts the server, in the language of the terminal. */
export const sentences = (process.env['LC_ALL'] ?? process.env['LANG'] ?? '').startsWith('en') ? en : ja

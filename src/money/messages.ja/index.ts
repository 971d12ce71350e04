import { books } from './books.ts'
import { clients } from './clients.ts'
import { closing } from './closing.ts'
import { general } from './general.ts'
import { refusals } from './refusals.ts'
import { states } from './states.ts'
import { taxes } from './taxes.ts'
import { worker } from './worker.ts'

export const ja = { ...refusals, ...states, ...general, ...closing, ...clients, ...books, ...taxes, ...worker }

export type Messages = typeof ja

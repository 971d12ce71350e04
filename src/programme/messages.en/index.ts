import type { Messages } from '../messages.ja/index.ts'
import { entrance } from './entrance.ts'
import { administration } from './administration.ts'

export const en: Messages = { ...entrance, ...administration }

import type { Messages } from '../messages.ja/index.ts'
import { entrance } from './entrance.ts'
import { administration } from './administration.ts'
import { roles, scopes } from './roles.ts'

export const en: Messages = { ...entrance, ...administration, roles, scopes }

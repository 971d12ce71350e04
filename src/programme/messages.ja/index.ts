import { entrance } from './entrance.ts'
import { administration } from './administration.ts'
import { roles, scopes } from './roles.ts'

export const ja = { ...entrance, ...administration, roles, scopes }

export type Messages = typeof ja

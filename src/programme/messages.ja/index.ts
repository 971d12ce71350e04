import { entrance } from './entrance.ts'
import { administration } from './administration.ts'

export const ja = { ...entrance, ...administration }

export type Messages = typeof ja

import type { z } from 'zod'
import type { contract } from '../contract/index.ts'

// What the server answers, where several parts of a page show it.
export type Stair = z.output<(typeof contract)['close']['output']>
export type Batch = z.output<(typeof contract)['batch']['output']>
export type OfficeStatement = z.output<(typeof contract)['statement']['output']>

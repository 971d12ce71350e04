import type { z } from 'zod'
import type { contract } from '../contract/index.ts'

// What the server answers, where several parts of a page show it.
export type Inspection = z.output<(typeof contract)['inspection']['output']>

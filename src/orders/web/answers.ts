import type { z } from 'zod'
import type { contract } from '../contract/index.ts'

// What the server answers, where several parts of a page show it.
export type PackageView = z.output<(typeof contract)['package']['output']>

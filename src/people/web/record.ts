import type { contract } from '../contract/index.ts'

/** A person's record as the server shows it to this reader. */
export type PersonRecord = (typeof contract)['worker']['output']['_output']

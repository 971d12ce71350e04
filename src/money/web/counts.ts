import { useRead } from '../../ui/client.ts'
import { contract } from '../contract/index.ts'

/** Duties of the office, for the menu. */
export const useDutyCount = (): number | null => useRead(contract['office-home'], {}, { everySeconds: 120 }).data?.duties.length ?? null

import { useRead } from '../../ui/client.ts'
import { contract } from '../contract/index.ts'

const everySeconds = 60

/** Hand-ins that wait for an inspection, for the menu. */
export const useInspectionCount = (): number | null =>
  useRead(contract['inspection-queue'], { limit: 1 }, { everySeconds }).data?.total ?? null

/** Deliveries that wait for the client's answer, for the menu. */
export const useClientCount = (): number | null =>
  useRead(contract['client-deliveries'], { limit: 1, state: 'waiting' }, { everySeconds }).data?.total ?? null

import { useRead } from '../../ui/client.ts'
import { useMay } from '../../ui/may.ts'
import { contract } from '../contract/index.ts'

/** Proposals that wait for a director; who directs a part of the programme has none to decide. */
export function useOpenRepairs() {
  const enabled = useMay(contract.plans)
  const repairs = useRead(contract.plans, { kind: 'repair', limit: 50 }, { enabled, everySeconds: 60 })
  return (repairs.data?.rows ?? []).filter((row) => row.state === 'proposed' || row.state === 'running')
}

export const useRepairCount = (): number => useOpenRepairs().length

import { useRead } from '../../ui/client.ts'
import { useSession } from '../../ui/session.ts'
import { contract } from '../contract/index.ts'

/** Proposals that wait for a director; who directs a part of the programme has none to decide. */
export function useOpenRepairs() {
  const { current } = useSession()
  const repairs = useRead(contract.plans, { kind: 'repair', limit: 50 }, { enabled: current?.scopeKind === 'programme', everySeconds: 60 })
  return (repairs.data?.rows ?? []).filter((row) => row.state === 'proposed' || row.state === 'running')
}

export const useRepairCount = (): number => useOpenRepairs().length

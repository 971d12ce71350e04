/** What a client reads of an order instead of the operator's states. */
export type ClientStage = 'preparing' | 'working' | 'checking' | 'to-accept' | 'finished'

export interface ClientOrder {
  readonly state: 'preparing' | 'running' | 'delivered' | 'accepted' | 'cancelled'
  /** Minutes of work of all units, and of those whose results have passed the operator's inspection. */
  readonly totalMinutes: number
  readonly acceptedMinutes: number
  /** A delivery waits for the client's answer. */
  readonly waiting: boolean
}

/** The stage of an order in the client's eyes. A delivery that waits for them comes before everything else. */
export function clientStageOf(order: ClientOrder): ClientStage {
  if (order.waiting) return 'to-accept'
  switch (order.state) {
    case 'preparing':
      return 'preparing'
    case 'running':
      return order.totalMinutes > 0 && order.acceptedMinutes >= order.totalMinutes ? 'checking' : 'working'
    case 'delivered':
      return 'checking'
    case 'accepted':
    case 'cancelled':
      return 'finished'
  }
}

interface DeliverablePackage {
  readonly packageId: string
  readonly acceptedUnits: number
  readonly deliveredUnits: number
}

/** Whether these units may go to the client: accepted by the operator, and not with the client already; each package once. */
export function mayDeliver(
  packages: readonly DeliverablePackage[],
  lines: readonly { readonly packageId: string; readonly units: number }[],
): boolean {
  const named = new Set(lines.map((line) => line.packageId))
  if (named.size !== lines.length) return false
  return lines.every((line) => {
    const found = packages.find((each) => each.packageId === line.packageId)
    return found !== undefined && line.units <= found.acceptedUnits - found.deliveredUnits
  })
}

import { contract } from '../../platform/notifications/contract.ts'
import { useRead } from '../../ui/client.ts'
import { useSession } from '../../ui/session.ts'

const everySeconds = 60

/** How many pieces of news the person has not read; asked again every minute and after every write. */
export function useUnreadCount(): number {
  const { current } = useSession()
  return useRead(contract.notifications, { limit: 1, unreadOnly: true }, { enabled: current !== null, everySeconds }).data?.unreadCount ?? 0
}

import { contract as programme } from '../../programme/contract/index.ts'
import { useRead } from '../../ui/client.ts'
import { useListAddress } from '../../ui/list-view.ts'
import { Loaded } from '../../ui/loading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useServerPages } from '../../ui/server-pages.ts'
import { Card } from '../../ui/surface.tsx'
import { contract } from '../contract/index.ts'
import { blockerKeys } from '../contract/record.ts'
import { BlockedList } from './blocked-list.tsx'
import { usePeopleWords } from './words.ts'

export default function BlockedPage() {
  const m = usePeopleWords().coordination
  const address = useListAddress(['blocker', 'municipality'])
  const { text, chosen } = address.view
  const question = {
    search: text,
    blockers: blockerKeys.filter((key) => chosen['blocker']?.includes(key)),
    municipalityIds: [...(chosen['municipality'] ?? [])],
  }
  const { found, server } = useServerPages(contract.blocked, question, address)
  const cities = useRead(programme.municipalities, {})
  return (
    <>
      <PageTitle lead={m.blockedText}>{m.blockedTitle}</PageTitle>
      <Card>
        <Loaded of={found} lines={10}>
          {({ rows }) => <BlockedList rows={rows} pages={{ server, cities: (cities.data?.rows ?? []).filter((row) => row.isMember) }} />}
        </Loaded>
      </Card>
    </>
  )
}

import { LinkButton } from '../../ui/button.tsx'
import { useRead } from '../../ui/client.ts'
import { DataList } from '../../ui/data-list.tsx'
import { EmptyList } from '../../ui/data-list-empty.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Badge } from '../../ui/status.tsx'
import { Card, Stack } from '../../ui/surface.tsx'
import { DateText, Money } from '../../ui/value-text.tsx'
import { useWholeList } from '../../ui/server-pages.ts'
import { contract } from '../contract/index.ts'
import { OfferCard } from './offer-card.tsx'
import { useStaffWords, useWorkerWords } from './words.ts'

export default function OffersPage() {
  const m = useWorkerWords()
  const offers = useRead(contract.offers, { state: 'open' })
  const jobs = (
    <LinkButton look="outline" href="/jobs" icon="search">
      {m.toJobs}
    </LinkButton>
  )
  return (
    <>
      <PageTitle lead={m.offersLead}>{m.offers}</PageTitle>
      <Stack>
        <Loaded of={offers}>
          {(data) =>
            data.rows.length === 0 ? (
              <EmptyList title={m.noOffers} text={m.noOffersText} action={jobs} />
            ) : (
              <ul className="space-y-6">
                {data.rows.map((offer) => (
                  <li key={offer.id}>
                    <OfferCard offer={offer} />
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
        <Decided />
      </Stack>
    </>
  )
}

function Decided() {
  const m = useWorkerWords()
  const states = useStaffWords().offerStates
  const decided = useWholeList(contract.offers, { state: 'decided' })
  if (!decided.data || decided.data.rows.length === 0) return null
  return (
    <Card title={m.decidedOffers}>
      <DataList
        caption={m.decidedOffers}
        rows={decided.data.rows}
        rowKey={(row) => row.id}
        columns={[
          { key: 'title', label: m.offer, value: (row) => row.title, href: (row) => `/offers/${row.id}` },
          { key: 'fee', label: m.fee, value: (row) => row.feeYen, show: (row) => <Money yen={row.feeYen} />, numeric: true },
          { key: 'due', label: m.due, value: (row) => row.dueOn, show: (row) => <DateText date={row.dueOn} short /> },
          {
            key: 'state',
            label: m.yourAnswer,
            value: (row) => states[row.state],
            show: (row) => <Badge tone={row.state === 'accepted' ? 'success' : 'neutral'}>{states[row.state]}</Badge>,
          },
        ]}
        empty={{ title: m.noOffers, text: m.noOffersText }}
      />
    </Card>
  )
}

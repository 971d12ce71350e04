import { firstOf, useAddress } from '../../ui/address.ts'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyList } from '../../ui/data-list-empty.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { useWholeList } from '../../ui/server-pages.ts'
import { contract } from '../contract/index.ts'
import { WorkCard } from './work-card.tsx'
import { useDeliveryWords } from './words.ts'

export default function WorkPage() {
  const m = useDeliveryWords()
  const [address] = useAddress()
  const state = firstOf(address['state']) === 'done' ? 'done' : 'open'
  return (
    <>
      <PageTitle lead={m.work.lead}>{m.work.mine}</PageTitle>
      <Tabs
        label={m.work.stateFilter}
        name="state"
        tabs={[
          { key: 'open', label: m.work.open, content: state === 'open' ? <WorkList state="open" /> : null },
          { key: 'done', label: m.work.done, content: state === 'done' ? <WorkList state="done" /> : null },
        ]}
      />
    </>
  )
}

function WorkList({ state }: { state: 'open' | 'done' }) {
  const m = useDeliveryWords()
  const work = useWholeList(contract['my-work'], { state })
  return (
    <Loaded of={work}>
      {(data) =>
        data.rows.length === 0 ? (
          <EmptyList
            icon="work"
            title={state === 'open' ? m.work.none : m.work.noneDone}
            text={state === 'open' ? m.work.noneText : m.work.noneDoneText}
            {...(state === 'open' ? { action: <LinkButton href="/jobs">{m.work.jobs}</LinkButton> } : {})}
          />
        ) : (
          <div className="grid gap-4 lg:grid-cols-2">
            {data.rows.map((each) => (
              <WorkCard key={each.id} work={each} level="h2" />
            ))}
          </div>
        )
      }
    </Loaded>
  )
}

import { Button, LinkButton } from '../../ui/button.tsx'
import { useRead } from '../../ui/client.ts'
import { DataList } from '../../ui/data-list.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useSession } from '../../ui/session.ts'
import { Card, NextStep, Stack } from '../../ui/surface.tsx'
import { showToast } from '../../ui/toast.tsx'
import { contract } from '../contract/index.ts'
import { BlockedList } from './blocked-list.tsx'
import { CountsCard } from './counts-card.tsx'
import { usePeopleWords } from './words.ts'

type Waiting = (typeof contract)['waiting']['output']['_output']['rows'][number]

function Next({ rows }: { rows: readonly Waiting[] }) {
  const m = usePeopleWords().coordination
  const [first] = rows
  if (!first) {
    return (
      <NextStep title={m.nobodyTitle} icon="done" actions={<LinkButton href="/people">{m.nobodyAction}</LinkButton>}>
        <p>{m.nobodyText}</p>
      </NextStep>
    )
  }
  return (
    <NextStep
      title={m.nextTitle(first.name)}
      actions={<LinkButton href={`/people/${first.id}`}>{first.lastOutcome === 'suitable' ? m.registerAction : m.nextAction}</LinkButton>}
    >
      <p>{m.nextText(first.waitingDays, first.municipalityName)}</p>
      {first.wish === '' ? null : <p className="whitespace-pre-wrap text-ink-soft">{first.wish}</p>}
    </NextStep>
  )
}

function WaitingCard({ rows }: { rows: readonly Waiting[] }) {
  const m = usePeopleWords()
  const format = useFormat()
  return (
    <Card title={m.coordination.waitingTitle}>
      <DataList
        caption={m.coordination.waitingTitle}
        prefix="waiting"
        toolsFrom={20}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { key: 'name', label: m.people.name, value: (row) => row.name, href: (row) => `/people/${row.id}` },
          { key: 'municipality', label: m.municipality, value: (row) => row.municipalityName },
          {
            key: 'days',
            label: m.coordination.waitingDaysLabel,
            value: (row) => row.waitingDays,
            show: (row) => m.coordination.waitingDays(row.waitingDays),
            numeric: true,
          },
          { key: 'appliedOn', label: m.people.appliedOn, value: (row) => row.appliedOn, show: (row) => format.shortDate(row.appliedOn) },
          {
            key: 'outcome',
            label: m.coordination.lastOutcome,
            value: (row) => (row.lastOutcome === null ? m.coordination.noInterview : m.outcomes[row.lastOutcome]),
          },
        ]}
        empty={{ title: m.coordination.noWaiting, text: m.coordination.noWaitingText }}
      />
    </Card>
  )
}

const shownAtHome = 8

/** The first few people without work, those who want to earn most first, and the way to all of them. */
function BlockedCard() {
  const m = usePeopleWords().coordination
  const format = useFormat()
  const blocked = useRead(contract.blocked, { limit: shownAtHome })
  return (
    <Card title={m.blockedTitle}>
      <Stack gap="medium">
        <p className="text-ink-soft">{m.blockedText}</p>
        <Loaded of={blocked}>
          {({ rows, total }) => (
            <>
              <BlockedList rows={rows} />
              {total > shownAtHome ? (
                <div>
                  <LinkButton href="/coordination/blocked" look="outline" iconAfter="arrow-right">
                    {m.blockedAll(format.number(total))}
                  </LinkButton>
                </div>
              ) : null}
            </>
          )}
        </Loaded>
      </Stack>
    </Card>
  )
}

function RegistrationLink() {
  const m = usePeopleWords().coordination
  const { current } = useSession()
  if (!current) return null
  const link = `${window.location.origin}/register?programme=${current.programmeId}`
  return (
    <Card title={m.linkTitle}>
      <Stack gap="medium">
        <p>{m.linkText}</p>
        <p className="rounded-8 bg-sunken px-4 py-3 break-all">{link}</p>
        <div>
          <Button look="outline" onClick={() => void navigator.clipboard.writeText(link).then(() => showToast(m.copied))}>
            {m.copy}
          </Button>
        </div>
      </Stack>
    </Card>
  )
}

export default function CoordinatorHomePage() {
  const m = usePeopleWords().coordination
  const waiting = useRead(contract.waiting, {})
  return (
    <>
      <PageTitle lead={m.lead}>{m.title}</PageTitle>
      <Loaded of={waiting}>
        {({ rows }) => (
          <Stack>
            <Next rows={rows} />
            <WaitingCard rows={rows} />
            <BlockedCard />
            <CountsCard />
            <RegistrationLink />
          </Stack>
        )}
      </Loaded>
    </>
  )
}

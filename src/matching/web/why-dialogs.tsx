import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { useRead } from '../../ui/client.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useFormat } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Badge, Notice } from '../../ui/status.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { contract } from '../contract/index.ts'
import type { Board, Fact } from '../contract/plans.ts'
import type { Asked } from './asked.ts'
import { useFactText } from './fact-text.ts'
import { PersonDialog, WorkDialog } from './share-dialogs.tsx'
import { type Broken, pairKey } from './plan-choose.tsx'
import { Settle } from './settle.tsx'
import { DueDialog, LearnersDialog } from './what-if-dialogs.tsx'
import { usePlanWords } from './words.ts'

interface Props<Question> {
  plan: Board
  /** Why pairs do not hold any more, by their keys. */
  broken: Broken
  asked: Question
  onAsk: (asked: Asked) => void
  onClose: () => void
}

export function WhyDialogs({ asked, ...rest }: Props<Asked>) {
  switch (asked.kind) {
    case 'why':
      return <Why asked={asked} {...rest} />
    case 'person':
      return <PersonDialog plan={rest.plan} workerId={asked.workerId} onAsk={rest.onAsk} onClose={rest.onClose} />
    case 'work':
      return <WorkDialog plan={rest.plan} packageId={asked.packageId} onAsk={rest.onAsk} onClose={rest.onClose} />
    case 'others':
      return <Others asked={asked} {...rest} />
    case 'due':
      return <DueDialog plan={rest.plan} packageId={asked.packageId} onClose={rest.onClose} />
    case 'learners':
      return <LearnersDialog plan={rest.plan} asked={asked} onClose={rest.onClose} />
  }
}

function Why({ plan, broken, asked, onAsk, onClose }: Props<Extract<Asked, { kind: 'why' }>>) {
  const { why: m, stale, back: backLabel } = usePlanWords()
  const { workerId, packageId, from } = asked
  const reason = broken.get(pairKey(asked))
  const read = useRead(contract.why, { planId: plan.id, workerId, packageId })
  const name = read.data?.workerName ?? ''
  const title = read.data?.packageTitle ?? ''
  const back =
    from === null ? null : (
      <Button look="outline" onClick={() => onAsk(from)}>
        {backLabel}
      </Button>
    )
  return (
    <Dialog open onClose={onClose} title={read.data?.outcome === 'offered' ? m.offered(name, title) : m.not(name, title)} actions={back}>
      <Loaded of={read}>
        {({ outcome, facts, unitName, pin }) => (
          <>
            {reason === undefined ? null : <Notice tone="warning">{m.changed(stale.reasons[reason])}</Notice>}
            {outcome === 'offered' ? null : (
              <Notice tone={outcome === 'possible' ? 'info' : 'warning'}>{outcome === 'possible' ? m.possible : m.impossible}</Notice>
            )}
            <ul className="space-y-2">
              {facts.map((fact, index) => (
                <FactRow key={`${fact.code} ${index}`} fact={fact} unitName={unitName} />
              ))}
            </ul>
            {plan.kind === 'whole' ? (
              <Settle key={`${workerId} ${packageId}`} plan={plan} pair={{ workerId, packageId }} range={pin} unitName={unitName} />
            ) : null}
          </>
        )}
      </Loaded>
    </Dialog>
  )
}

function FactRow({ fact, unitName }: { fact: Fact; unitName: string }) {
  const m = usePlanWords().why
  const text = useFactText()
  return (
    <li className="flex gap-3">
      <span className={fact.holds ? 'text-success-ink' : 'text-danger-ink'}>
        <Icon name={fact.holds ? 'done' : 'warning'} className="mt-0.5 size-6" />
        <VisuallyHidden>{fact.holds ? m.holds : m.fails}</VisuallyHidden>
      </span>
      <span className="min-w-0">{text(fact, unitName)}</span>
    </li>
  )
}

function Others({ plan, asked, onAsk, onClose }: Props<Extract<Asked, { kind: 'others' }>>) {
  const m = usePlanWords().why
  const { number } = useFormat()
  const [search, setSearch] = useState('')
  const read = useRead(contract['other-people'], { planId: plan.id, packageId: asked.packageId, search }, { keepPrevious: true })
  const title = plan.packages.find((pack) => pack.packageId === asked.packageId)?.title ?? ''
  return (
    <Dialog open onClose={onClose} title={m.othersTitle(title)}>
      <p>{m.othersLead}</p>
      <SearchField label={m.search} value={search} onChange={setSearch} />
      <Loaded of={read}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p>{m.noOthers}</p>
          ) : (
            <ul className="divide-y divide-line border-y border-line">
              {rows.map((row) => (
                <li key={row.workerId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-1">
                  <span>
                    {row.name} <span className="text-ink-soft">{row.municipalityName}</span>{' '}
                    {row.standby === null ? null : <Badge tone="info">{m.standbyBadge(number(row.standby))}</Badge>}
                  </span>
                  <Button
                    size="small"
                    look="quiet"
                    aria-label={`${m.ask} ${row.name}`}
                    onClick={() => onAsk({ kind: 'why', workerId: row.workerId, packageId: asked.packageId, from: asked })}
                  >
                    {m.ask}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Dialog>
  )
}

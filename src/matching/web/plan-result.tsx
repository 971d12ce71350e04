import { type ReactNode, useState } from 'react'
import { useRead } from '../../ui/client.ts'
import { useFormat } from '../../ui/format.ts'
import { Link } from '../../ui/navigation.tsx'
import { Notice } from '../../ui/status.tsx'
import { Card, Figure, Grid, Stack } from '../../ui/surface.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { Money } from '../../ui/value-text.tsx'
import { contract } from '../contract/index.ts'
import type { Board } from '../contract/plans.ts'
import { moreWork } from './gap.ts'
import { HandOver } from './hand-over.tsx'
import { PlanChoose, pairKey } from './plan-choose.tsx'
import { PlanCompare } from './plan-compare.tsx'
import { PlanDays } from './plan-days.tsx'
import { PlanPackages } from './plan-packages.tsx'
import { PlanRules } from './plan-rules.tsx'
import { PlanUnfilled } from './plan-unfilled.tsx'
import { ProposedStep } from './proposed-step.tsx'
import { SendDialog } from './send-dialog.tsx'
import { usePlanWords } from './words.ts'
import type { Asked } from './asked.ts'
import { WhyDialogs } from './why-dialogs.tsx'

/** A plan that is calculated: figures, then the board in parts; the choice of offers is kept here. */
export function PlanResult({ plan, repairs }: { plan: Board; repairs: ReactNode }) {
  const m = usePlanWords()
  const { number } = useFormat()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(plan.offers.map(pairKey)))
  const [asked, setAsked] = useState<Asked | null>(null)
  const [sending, setSending] = useState(false)
  const isOpen = plan.state === 'proposed'
  // Things change while the page stands open, by what others do.
  const { data: changes } = useRead(contract['plan-changes'], { planId: plan.id }, { enabled: isOpen, everySeconds: 30 })
  const broken = new Map((changes?.broken ?? []).map((each) => [pairKey(each), each.reason]))
  const offers = plan.offers.filter((offer) => chosen.has(pairKey(offer)) && !broken.has(pairKey(offer)))
  return (
    <>
      {isOpen && plan.offers.length > 0 ? (
        <ProposedStep plan={plan} changes={changes ?? null} offers={offers} onSend={() => setSending(true)} />
      ) : null}
      {repairs}
      <HandOver plan={plan} />
      <Summary plan={plan} />
      {plan.kind === 'whole' ? <Overloads plan={plan} /> : null}
      <Card>
        <Tabs
          label={m.title}
          tabs={[
            {
              key: 'choose',
              label: m.tabs.choose,
              content: <PlanChoose plan={plan} chosen={chosen} broken={broken} onChange={setChosen} onAsk={setAsked} />,
            },
            { key: 'people', label: m.tabs.people, content: <PlanDays plan={plan} onAsk={setAsked} /> },
            { key: 'packages', label: m.tabs.packages, content: <PlanPackages plan={plan} onAsk={setAsked} /> },
            {
              key: 'unfilled',
              label: m.tabs.unfilled(number(plan.unfilled.length + plan.overdue.length)),
              content: <PlanUnfilled plan={plan} onAsk={setAsked} />,
            },
            { key: 'rules', label: m.tabs.rules, content: <PlanRules plan={plan} /> },
          ]}
        />
      </Card>
      {asked ? <WhyDialogs plan={plan} broken={broken} asked={asked} onAsk={setAsked} onClose={() => setAsked(null)} /> : null}
      {sending ? <SendDialog plan={plan} offers={offers} onClose={() => setSending(false)} /> : null}
    </>
  )
}

function Summary({ plan }: { plan: Board }) {
  const m = usePlanWords()
  const { number, minutes } = useFormat()
  const { totals } = plan
  return (
    <Stack gap="medium">
      <Grid min="small">
        <Figure label={m.figures.people} value={number(totals.people)} note={m.figures.peopleNote(number(totals.wanting))} />
        <Figure label={m.figures.minutes} value={minutes(totals.minutes)} note={m.figures.minutesNote(minutes(totals.openMinutes))} />
        <Figure label={m.figures.fee} value={<Money yen={totals.feeYen} />} />
        <Figure
          label={m.figures.rest}
          value={minutes(totals.unfilledMinutes)}
          note={totals.unfilledMinutes === 0 ? m.figures.restNone : null}
        />
      </Grid>
      <Gap plan={plan} />
      {plan.kind === 'whole' ? <PlanCompare plan={plan} /> : null}
    </Stack>
  )
}

/** The certified gap in plain words. Where everything is shared out no plan can do more, whatever the bound says. */
function Gap({ plan }: { plan: Board }) {
  const m = usePlanWords().gap
  const { gap, stopped } = plan
  if (gap === null || plan.offers.length === 0) return null
  const isBest = gap === 0 || plan.totals.unfilledMinutes === 0
  const ended = stopped === 'asked' ? m.stopped : stopped === 'time-limit' ? m.limit : ''
  return <p className="measure text-ink-soft">{isBest ? m.best : `${m.within(moreWork(gap))} ${ended}`}</p>
}

function Overloads({ plan }: { plan: Board }) {
  const m = usePlanWords().overloads
  const { minutes } = useFormat()
  if (plan.overloads.length === 0) return null
  return (
    <Notice tone="warning" title={m.title}>
      <ul className="list-disc pl-6">
        {plan.overloads.map((each) => (
          <li key={`${each.workerId} ${each.kind}`}>
            <Link href={`/people/${each.workerId}`}>{m.text(each.name, minutes(each.shortMinutes))}</Link> ({m.kinds[each.kind]})
          </li>
        ))}
      </ul>
      <p className="mt-2">{m.help}</p>
    </Notice>
  )
}

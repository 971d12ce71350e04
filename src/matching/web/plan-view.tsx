import { useEffect, useRef } from 'react'
import { LinkButton } from '../../ui/button.tsx'
import { useRead } from '../../ui/client.ts'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Notice } from '../../ui/status.tsx'
import { NextStep, Stack } from '../../ui/surface.tsx'
import { contract } from '../contract/index.ts'
import type { Board } from '../contract/plans.ts'
import { MakePlan } from './make-plan.tsx'
import { PlanHistory } from './plan-history.tsx'
import { PlanResult } from './plan-result.tsx'
import { PlanRunning } from './plan-running.tsx'
import { Repairs } from './repairs.tsx'
import { usePlanWords } from './words.ts'

/** The newest plan, or a named one, with its one next step. */
export function PlanView({ planId }: { planId: string | null }) {
  const read = useRead(contract.plan, { planId })
  const top = useFocusAfter(read.data?.plan?.state ?? null)
  return (
    <Stack>
      <Title planId={planId} plan={read.data?.plan ?? null} />
      <div ref={top} tabIndex={-1} data-focus-quiet="" className="flex min-w-0 flex-col gap-6 md:gap-8">
        <Loaded of={read}>
          {({ plan, openPackages }) => (
            <>
              {plan?.state === 'running' ? (
                <PlanRunning planId={plan.id} onEnd={() => void read.refetch()} />
              ) : (
                <Step plan={plan} openPackages={openPackages} />
              )}
              {hasResult(plan) ? <PlanResult key={plan.id} plan={plan} repairs={planId === null ? <Repairs /> : null} /> : null}
              {planId === null && !hasResult(plan) ? <Repairs /> : null}
              <PlanHistory shownId={plan?.id ?? null} />
            </>
          )}
        </Loaded>
      </div>
    </Stack>
  )
}

/**
 * The buttons of one state vanish with it: whoever used them goes on at the step that comes next. What is put above the earlier plans would
 * otherwise push it out of sight, because the browser holds on to what it shows.
 */
function useFocusAfter(state: Board['state'] | null) {
  const top = useRef<HTMLDivElement>(null)
  const before = useRef(state)
  useEffect(() => {
    const isElsewhere = document.activeElement !== document.body && document.activeElement !== top.current
    if (before.current !== null && before.current !== state && !isElsewhere) {
      top.current?.focus({ preventScroll: true })
      window.scrollTo({ top: 0 })
    }
    before.current = state
  }, [state])
  return top
}

/** A repair is headed by what made it necessary. */
function Title({ planId, plan }: { planId: string | null; plan: Board | null }) {
  const m = usePlanWords()
  if (planId === null) return <PageTitle lead={m.lead}>{m.title}</PageTitle>
  if (plan === null || plan.cause === null) return <PageTitle lead={m.lead}>{m.onePlan}</PageTitle>
  return <PageTitle lead={m.repairs.causes[plan.cause](plan.packageTitle ?? plan.workerName ?? '')}>{m.repairs.title}</PageTitle>
}

const hasResult = (plan: Board | null): plan is Board => plan?.state === 'proposed' || plan?.state === 'offered'

/** What to do when there is no proposal to look at: make one. A proposal has its step in its result. */
function Step({ plan, openPackages }: { plan: Board | null; openPackages: number }) {
  const m = usePlanWords()
  const { number } = useFormat()
  if (plan?.state === 'proposed' && plan.offers.length > 0) return null
  const failed =
    plan?.state === 'failed' ? (
      <Notice tone="danger" title={m.failed.title}>
        {plan.fault === 'interrupted' ? m.failed.interrupted : m.failed.other}
      </Notice>
    ) : null
  const done =
    plan?.state === 'offered' ? (
      <Notice tone="success" title={m.offered.title}>
        {m.offered.text}
      </Notice>
    ) : null
  const none = plan?.state === 'proposed' ? <NoOffers hasPeople={plan.totals.wanting > 0} /> : null
  const again = plan === null ? m.make : m.makeAgain
  return (
    <>
      {failed ?? done ?? none}
      {openPackages > 0 ? (
        <NextStep title={m.makeTitle} icon="calendar" actions={<MakePlan label={again} />}>
          <p>{m.makeText(number(openPackages))}</p>
        </NextStep>
      ) : (
        <NextStep
          title={m.idleTitle}
          icon="done"
          actions={
            <LinkButton look="outline" href="/orders">
              {m.toOrders}
            </LinkButton>
          }
        >
          <p>{m.idleText}</p>
        </NextStep>
      )}
    </>
  )
}

/** A plan without offers: what is missing stands with the work that is left, unless it is people. */
function NoOffers({ hasPeople }: { hasPeople: boolean }) {
  const m = usePlanWords().none
  if (hasPeople)
    return (
      <Notice tone="warning" title={m.title}>
        {m.text}
      </Notice>
    )
  return (
    <Notice
      tone="warning"
      title={m.title}
      actions={
        <LinkButton look="outline" href="/people">
          {m.toPeople}
        </LinkButton>
      }
    >
      {m.nobody}
    </Notice>
  )
}

import { contract as orders } from '../../orders/contract/index.ts'
import { OfferCard } from '../../orders/web/offer-card.tsx'
import { contract as people } from '../../people/contract/index.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { useRead, useWrite } from '../../ui/client.ts'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { Link } from '../../ui/navigation.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { useSession } from '../../ui/session.ts'
import { Card, Heading, NextStep, Stack } from '../../ui/surface.tsx'
import { showToast } from '../../ui/toast.tsx'
import { Money } from '../../ui/value-text.tsx'
import type { z } from 'zod'
import { contract } from '../contract/index.ts'
import { WorkCard } from './work-card.tsx'
import { FirstSteps } from './first-steps.tsx'
import { ComingDays } from './coming-days.tsx'
import { useDeliveryWords } from './words.ts'

type Home = z.output<(typeof contract)['my-home']['output']>

export default function WorkerHomePage() {
  const m = useDeliveryWords()
  const { account } = useSession()
  const home = useRead(contract['my-home'], {}, { everySeconds: 120 })
  return (
    <>
      <PageTitle>{account ? m.work.hello(account.name) : m.home}</PageTitle>
      <Loaded of={home} lines={8}>
        {(data) => (
          <Stack>
            <Next home={data} />
            <Today home={data} />
            {data.work.length > 0 ? (
              <section aria-labelledby="my-work">
                <div className="mb-4 flex flex-wrap items-center justify-between gap-2">
                  <Heading id="my-work">{m.work.mine}</Heading>
                  <Link href="/work" className="inline-block py-2">
                    {m.openAll}
                  </Link>
                </div>
                <div className="grid gap-4 lg:grid-cols-2">
                  {data.work.slice(0, 4).map((each) => (
                    <WorkCard key={each.id} work={each} />
                  ))}
                </div>
              </section>
            ) : null}
            <Coming home={data} />
            <Card title={m.work.ask}>
              <p>{m.work.askText}</p>
              <p className="tabular mt-2 text-ink-soft">{m.work.asked(data.openQuestionCount, data.answeredQuestionCount)}</p>
            </Card>
          </Stack>
        )}
      </Loaded>
    </>
  )
}

/** The one next step: an offer that waits, then a correction, then the work that is due first. */
function Next({ home }: { home: Home }) {
  const m = useDeliveryWords()
  const format = useFormat()
  const returned = home.work.find((each) => each.toCorrectUnits > 0)
  const first = home.work.find((each) => each.leftUnits > 0)
  if (home.isApplicant) {
    return (
      <NextStep
        title={m.work.applicant}
        icon="clock"
        actions={
          <LinkButton href="/my/profile" look="outline" size="large">
            {m.work.applicantOpen}
          </LinkButton>
        }
      >
        <p>{m.work.applicantText}</p>
      </NextStep>
    )
  }
  if (home.proposedFor !== null) {
    return (
      <NextStep
        title={m.work.proposed}
        icon="handshake"
        actions={
          <LinkButton href={`/work/${home.proposedFor}`} size="large">
            {m.work.proposedOpen}
          </LinkButton>
        }
      >
        <p>{m.work.proposedText}</p>
      </NextStep>
    )
  }
  if (home.openOfferCount > 0) return <WaitingOffer count={home.openOfferCount} />
  if (returned) {
    return (
      <NextStep
        title={m.work.correct}
        icon="edit"
        actions={
          <LinkButton href={`/work/${returned.id}`} size="large">
            {m.work.correctOpen}
          </LinkButton>
        }
      >
        <p>{m.work.correctText(returned.title)}</p>
      </NextStep>
    )
  }
  if (first) {
    const left = `${format.number(first.leftUnits)}${first.unitName}`
    return (
      <NextStep
        title={m.work.handInNext(first.title)}
        icon="upload"
        actions={
          <LinkButton href={`/work/${first.id}/hand-in`} size="large">
            {m.work.handIn}
          </LinkButton>
        }
      >
        <p>{m.work.handInText(left, format.date(first.dueOn))}</p>
      </NextStep>
    )
  }
  return <FirstSteps />
}

/** The offer itself, so that it is answered here. */
function WaitingOffer({ count }: { count: number }) {
  const m = useDeliveryWords()
  const offers = useRead(orders.offers, { state: 'open', limit: 1 })
  return (
    <Loaded of={offers} lines={6}>
      {({ rows: [offer] }) =>
        offer ? (
          <div className="space-y-2">
            <OfferCard offer={offer} next />
            {count > 1 ? (
              <p>
                <Link href="/offers" className="inline-block py-2">
                  {m.work.offerWaits(count)}
                </Link>
              </p>
            ) : null}
          </div>
        ) : null
      }
    </Loaded>
  )
}

function Today({ home }: { home: Home }) {
  const m = useDeliveryWords()
  const format = useFormat()
  const { current } = useSession()
  const setDay = useWrite(people['set-free-day'], { silent: true })
  const workerId = current?.scopeId ?? ''
  const off = home.todayMinutes === 0
  const change = async (minutes: number | null): Promise<void> => {
    await setDay.run({ workerId, onDate: home.today, minutes })
    if (minutes === 0) showToast(m.work.restSaved, { undo: () => void change(null) })
    else showToast(m.work.restUndone)
  }
  return (
    <Card
      title={m.work.today}
      aside={
        // On a weekday without usual minutes there is no rest to take back.
        off && home.usualMinutes === 0 ? null : (
          <Button look="outline" pending={setDay.pending} onClick={() => void change(off ? null : 0).catch(() => undefined)}>
            {off ? m.work.backToday : m.work.notToday}
          </Button>
        )
      }
    >
      <p className="tabular text-[1.375rem] font-bold">{off ? m.work.todayOff : m.work.todayFree(format.minutes(home.todayMinutes))}</p>
      <p className="mt-2">
        <Link href="/my/free-minutes" className="inline-block py-1">
          {m.work.hours}
        </Link>
      </p>
      <RefusalNotice refusal={setDay.refusal} />
    </Card>
  )
}

function Coming({ home }: { home: Home }) {
  const m = useDeliveryWords()
  const nothing = home.coming.length === 0 && home.agreedYen === 0
  return (
    <Card
      title={m.work.money}
      aside={
        <Link href="/my-money" className="inline-block py-2">
          {m.work.moneyPage}
        </Link>
      }
    >
      <p className="mb-3 text-ink-soft">{nothing ? m.work.noMoney : m.work.moneyText}</p>
      {nothing ? null : (
        <ComingDays days={home.coming} today={home.today}>
          {home.agreedYen > 0 ? (
            <div className="flex flex-wrap items-baseline justify-between gap-x-4 py-3">
              <dt>{m.work.agreed}</dt>
              <dd className="w-full text-[1.25rem] font-bold sm:w-auto">
                <Money yen={home.agreedYen} />
              </dd>
            </div>
          ) : null}
        </ComingDays>
      )}
    </Card>
  )
}

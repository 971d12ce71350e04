import type { z } from 'zod'
import { LinkButton } from '../../ui/button.tsx'
import { useFormat } from '../../ui/format.ts'
import { Link } from '../../ui/navigation.tsx'
import { Badge, ProgressBar } from '../../ui/status.tsx'
import { DateText, todayInJapan } from '../../ui/value-text.tsx'
import type { work } from '../contract/hand-in.ts'
import { useDeliveryWords } from './words.ts'

type Work = z.output<typeof work>

/** Handed in so far, of what is not released. */
export function WorkProgress({ work }: { work: Work }) {
  const m = useDeliveryWords()
  const format = useFormat()
  const kept = work.units - work.releasedUnits
  const handedIn = work.waitingUnits + work.acceptedUnits
  const count = (units: number): string => `${format.number(units)}${work.unitName}`
  return <ProgressBar label={m.work.progress} share={kept === 0 ? 1 : handedIn / kept} text={m.work.doneOf(count(handedIn), count(kept))} />
}

/** One piece of work with its due date, how far it is, and the hand-in one press away. Its title stands one level below what is above it. */
export function WorkCard({ work, level: Title = 'h3' }: { work: Work; level?: 'h2' | 'h3' }) {
  const m = useDeliveryWords()
  const format = useFormat()
  const href = `/work/${work.id}`
  return (
    <article className="rounded-16 border border-line bg-surface p-5 shadow-lift">
      <div className="mb-3 flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <Title className="text-[1.1875rem] leading-snug font-bold">
          <Link href={href} className="inline-block py-1">
            {work.title}
          </Link>
        </Title>
        {work.toCorrectUnits > 0 ? <Badge tone="warning">{m.states.returned}</Badge> : null}
      </div>
      <p className="mb-3">
        <span className="mr-2 text-ink-soft">{m.due}</span>
        <DateText date={work.dueOn} relativeTo={todayInJapan()} />
        {work.leftUnits > 0 && work.daysLeft >= 0 ? (
          <span className="block text-ink-soft">{m.work.perDay(format.minutes(work.minutesPerDay))}</span>
        ) : null}
        {work.leftUnits > 0 && work.daysLeft < 0 ? <span className="block text-warning-ink">{m.work.late}</span> : null}
      </p>
      <WorkProgress work={work} />
      {work.leftUnits > 0 ? (
        <div className="mt-4">
          <LinkButton href={`${href}/hand-in`} look="outline" icon="upload" wide>
            {m.work.handIn}
          </LinkButton>
        </div>
      ) : null}
    </article>
  )
}

import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { EmptyList } from '../../ui/data-list-empty.tsx'
import { useFormat } from '../../ui/format.ts'
import { Badge } from '../../ui/status.tsx'
import { Stack } from '../../ui/surface.tsx'
import { DateText } from '../../ui/value-text.tsx'
import type { Board, PlanChanges } from '../contract/plans.ts'
import type { Asked } from './asked.ts'
import { usePlanWords } from './words.ts'

type Offer = Board['offers'][number]
export const pairKey = (pair: { workerId: string; packageId: string }): string => `${pair.workerId} ${pair.packageId}`

export type Broken = ReadonlyMap<string, PlanChanges['broken'][number]['reason']>

interface Props {
  plan: Board
  chosen: ReadonlySet<string>
  /** Why pairs do not hold any more, by their keys. */
  broken: Broken
  onChange: (chosen: ReadonlySet<string>) => void
  onAsk: (asked: Asked) => void
}

const boxClass = 'size-6 shrink-0 accent-(--accent)'

/** The pairs of a plan by work; all are chosen until somebody unticks one. Afterwards they are shown without boxes. */
export function PlanChoose({ plan, chosen, broken, onChange, onAsk }: Props) {
  const m = usePlanWords()
  if (plan.offers.length === 0) return <EmptyList title={m.none.title} text={m.none.text} />
  const isOpen = plan.state === 'proposed'
  const set = (offers: readonly Offer[], on: boolean): void => {
    const next = new Set(chosen)
    for (const offer of offers) {
      if (on) next.add(pairKey(offer))
      else next.delete(pairKey(offer))
    }
    onChange(next)
  }
  return (
    <Stack>
      {isOpen ? (
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <p className="measure min-w-0 flex-1 basis-64">{m.choose.lead}</p>
          <Button size="small" look="outline" onClick={() => set(plan.offers, chosen.size === 0)}>
            {chosen.size === 0 ? m.choose.chooseAll : m.choose.chooseNone}
          </Button>
        </div>
      ) : null}
      {plan.packages.map((pack) => {
        const offers = plan.offers.filter((offer) => offer.packageId === pack.packageId)
        return offers.length === 0 ? null : (
          <Group
            key={pack.packageId}
            plan={plan}
            pack={pack}
            offers={offers}
            chosen={isOpen ? chosen : null}
            broken={broken}
            onSet={set}
            onAsk={onAsk}
          />
        )
      })}
    </Stack>
  )
}

/** A long list opens at a press; a few more than that are shown at once. */
const firstShown = 10
const tolerated = 3

interface GroupProps {
  plan: Board
  pack: Board['packages'][number]
  offers: readonly Offer[]
  chosen: ReadonlySet<string> | null
  broken: Broken
  onSet: (offers: readonly Offer[], on: boolean) => void
  onAsk: (asked: Asked) => void
}

function Group({ plan, pack, offers: own, chosen, broken, onSet, onAsk }: GroupProps) {
  const m = usePlanWords()
  const { number } = useFormat()
  // What does not hold any more is not hidden behind the first few.
  const offers = own.toSorted((a, b) => Number(broken.has(pairKey(b))) - Number(broken.has(pairKey(a))))
  const [all, setAll] = useState(offers.length <= firstShown + tolerated)
  const holding = offers.filter((offer) => !broken.has(pairKey(offer)))
  const areChosen = chosen !== null && holding.length > 0 && holding.every((offer) => chosen.has(pairKey(offer)))
  const title = (
    <span className="min-w-0">
      <span className="block text-[1.125rem] font-bold">{pack.title}</span>
      <span className="block text-ink-soft">
        {m.packages.of(number(pack.plannedUnits), number(pack.units), pack.unitName)} · {m.due} <DateText date={pack.dueOn} short />
      </span>
    </span>
  )
  return (
    <section aria-label={pack.title} className="rounded-12 border border-line">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-t-12 bg-sunken px-4 py-3">
        {chosen === null ? (
          title
        ) : (
          <label className="flex min-h-11 min-w-0 cursor-pointer items-center gap-3">
            <input
              type="checkbox"
              className={boxClass}
              checked={areChosen}
              disabled={holding.length === 0}
              onChange={(event) => onSet(offers, event.target.checked)}
              aria-label={m.choose.all(pack.title)}
            />
            {title}
          </label>
        )}
        <Button size="small" look="quiet" onClick={() => onAsk({ kind: 'others', packageId: pack.packageId })}>
          {m.choose.others}
        </Button>
      </div>
      <ul className="divide-y divide-line">
        {(all ? offers : offers.slice(0, firstShown)).map((offer) => (
          <OfferRow
            key={offer.workerId}
            plan={plan}
            pack={pack}
            offer={offer}
            chosen={chosen}
            broken={broken}
            onSet={onSet}
            onAsk={onAsk}
          />
        ))}
      </ul>
      {all ? null : (
        <div className="border-t border-line px-4 py-2">
          <Button size="small" look="quiet" className="print:hidden" onClick={() => setAll(true)}>
            {m.people.more(number(offers.length - firstShown))}
          </Button>
          <p className="hidden print:block">{m.people.others(number(offers.length - firstShown))}</p>
        </div>
      )}
    </section>
  )
}

const figuresClass =
  'tabular order-3 flex flex-1 basis-full flex-wrap gap-x-4 pl-9 whitespace-nowrap ' +
  'sm:order-2 sm:basis-56 sm:flex-nowrap sm:justify-end sm:pl-0 sm:text-right'

function OfferRow({ plan, pack, offer, chosen, broken, onSet, onAsk }: Omit<GroupProps, 'offers'> & { offer: Offer }) {
  const m = usePlanWords()
  const { number, minutes, yen } = useFormat()
  const person = plan.people.find((each) => each.workerId === offer.workerId)
  const name = person?.name ?? ''
  const reason = broken.get(pairKey(offer))
  const who = (
    <span className="min-w-0">
      {name} <span className="text-ink-soft">{person?.municipalityName}</span>{' '}
      {offer.isPinned ? (
        <Badge tone="info" icon="pin">
          {m.choose.pinned}
        </Badge>
      ) : null}
      {reason === undefined ? null : <Badge tone="warning">{m.stale.reasons[reason]}</Badge>}
    </span>
  )
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-1.5">
      {chosen === null ? (
        <span className="flex min-h-11 flex-1 basis-40 items-center">{who}</span>
      ) : (
        <label className="flex min-h-11 flex-1 basis-40 cursor-pointer items-center gap-3">
          <input
            type="checkbox"
            className={boxClass}
            checked={chosen.has(pairKey(offer)) && reason === undefined}
            disabled={reason !== undefined}
            onChange={(event) => onSet([offer], event.target.checked)}
            aria-label={m.choose.pair(name, pack.title)}
          />
          {who}
        </label>
      )}
      <span className={figuresClass}>
        <span className="sm:w-20">
          {number(offer.units)}
          {pack.unitName}
        </span>
        <span className="sm:w-28">{minutes(offer.minutes)}</span>
        <span className="sm:w-24">{yen(offer.feeYen)}</span>
      </span>
      <Button
        size="small"
        look="quiet"
        className="order-2 sm:order-3"
        aria-label={`${m.choose.why} ${m.choose.whyOf(name, pack.title)}`}
        onClick={() => onAsk({ kind: 'why', workerId: offer.workerId, packageId: offer.packageId, from: null })}
      >
        {m.choose.why}
      </Button>
    </li>
  )
}

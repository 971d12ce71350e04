import { Button } from '../../ui/button.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useFormat } from '../../ui/format.ts'
import { Heat } from '../../ui/heat.tsx'
import { daysAfter, DateText, MinutesText } from '../../ui/value-text.tsx'
import type { Board } from '../contract/plans.ts'
import { DayText, hoursText } from './plan-days.tsx'
import type { Asked } from './asked.ts'
import { usePlanWords } from './words.ts'

interface Props {
  plan: Board
  onAsk: (asked: Asked) => void
  onClose: () => void
}

/** What one person is to do, in sum, by day and by work. */
export function PersonDialog({ plan, workerId, onAsk, onClose }: Props & { workerId: string }) {
  const { person: m } = usePlanWords()
  const person = plan.people.find((each) => each.workerId === workerId)
  if (!person) return null
  const packages = new Map(plan.packages.map((pack) => [pack.packageId, pack]))
  return (
    <Dialog open onClose={onClose} title={m.title(person.name)}>
      <DescriptionList
        items={[
          { term: m.free, value: <MinutesText minutes={person.freeByDay.reduce((sum, each) => sum + each, 0)} /> },
          { term: m.promised, value: <MinutesText minutes={person.promisedMinutes} /> },
          { term: m.planned, value: <MinutesText minutes={person.plannedMinutes} /> },
          person.wantedMinutes === null ? null : { term: m.wanted, value: <MinutesText minutes={person.wantedMinutes} /> },
        ]}
      />
      <Days plan={plan} person={person} />
      <Shares
        offers={plan.offers.filter((offer) => offer.workerId === workerId)}
        nameOf={(offer) => packages.get(offer.packageId)?.title ?? ''}
        unitOf={(offer) => packages.get(offer.packageId)?.unitName ?? ''}
        onWhy={(offer) => onAsk({ kind: 'why', workerId, packageId: offer.packageId, from: { kind: 'person', workerId } })}
      />
    </Dialog>
  )
}

/** Days on which the person is free or works, with the hours of each. */
function Days({ plan, person }: { plan: Board; person: Board['people'][number] }) {
  const { person: m, people } = usePlanWords()
  const days = person.freeByDay.flatMap((free, day) =>
    free + (person.plannedByDay[day] ?? 0) + (person.promisedByDay[day] ?? 0) > 0 ? [day] : [],
  )
  const row = (key: string, label: string, byDay: readonly number[]) => ({ key, label, values: days.map((day) => byDay[day] || null) })
  return (
    <Heat
      caption={m.byDay}
      corner={m.byDay}
      columns={days.map((day) => ({ key: `day-${day}`, label: <DayText date={daysAfter(plan.from, day)} /> }))}
      rows={[
        row('free', m.freeShort, person.freeByDay),
        row('promised', m.promised, person.promisedByDay),
        row('planned', m.planned, person.plannedByDay),
      ]}
      format={hoursText}
      none={people.none}
    />
  )
}

/** Who is to do one package. */
export function WorkDialog({ plan, packageId, onAsk, onClose }: Props & { packageId: string }) {
  const m = usePlanWords()
  const { number, percent } = useFormat()
  const pack = plan.packages.find((each) => each.packageId === packageId)
  if (!pack) return null
  const people = new Map(plan.people.map((person) => [person.workerId, person.name]))
  const offers = plan.offers.filter((offer) => offer.packageId === packageId)
  const others = (
    <Button look="outline" onClick={() => onAsk({ kind: 'others', packageId })}>
      {m.choose.others}
    </Button>
  )
  return (
    <Dialog open onClose={onClose} title={m.work.title(pack.title)} actions={others}>
      <DescriptionList
        items={[
          { term: m.packages.planned, value: m.packages.of(number(pack.plannedUnits), number(pack.units), pack.unitName) },
          { term: m.due, value: <DateText date={pack.dueOn} /> },
          pack.onTime === null ? null : { term: m.packages.onTime, value: percent(pack.onTime) },
        ]}
      />
      {offers.length === 0 ? (
        <p>{m.work.nobody}</p>
      ) : (
        <Shares
          offers={offers}
          nameOf={(offer) => people.get(offer.workerId) ?? ''}
          unitOf={() => pack.unitName}
          onWhy={(offer) => onAsk({ kind: 'why', workerId: offer.workerId, packageId, from: { kind: 'work', packageId } })}
        />
      )}
    </Dialog>
  )
}

type Offer = Board['offers'][number]

function Shares({
  offers,
  nameOf,
  unitOf,
  onWhy,
}: {
  offers: readonly Offer[]
  nameOf: (offer: Offer) => string
  unitOf: (offer: Offer) => string
  onWhy: (offer: Offer) => void
}) {
  const m = usePlanWords().choose
  const { number, minutes } = useFormat()
  return (
    <ul className="divide-y divide-line border-y border-line">
      {offers.map((offer) => (
        <li key={`${offer.workerId} ${offer.packageId}`} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
          <span className="min-w-0 flex-1 basis-48">
            <span className="block font-bold">{nameOf(offer)}</span>
            <span className="tabular block text-ink-soft">
              {number(offer.units)}
              {unitOf(offer)} · {minutes(offer.minutes)}
            </span>
          </span>
          <Button size="small" look="outline" aria-label={`${m.why} ${nameOf(offer)}`} onClick={() => onWhy(offer)}>
            {m.why}
          </Button>
        </li>
      ))}
    </ul>
  )
}

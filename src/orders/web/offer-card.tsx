import { useFormat } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/navigation.tsx'
import { useWords } from '../../ui/words.ts'
import { OfferFacts, type OfferFactsProps } from './offer-facts.tsx'
import { OfferAnswer } from './offer-answer.tsx'
import { useWorkerWords } from './words.ts'

type OfferCardProps = {
  offer: OfferFactsProps & { id: string; title: string; answerBy: string | null }
  /** It is the page's next step. */ next?: boolean
}

/** One waiting offer with its answer: on a phone of 360 px nothing has to be scrolled to decide. */
export function OfferCard({ offer, next = false }: OfferCardProps) {
  const m = useWorkerWords()
  const format = useFormat()
  const words = useWords()
  const id = `offer-${offer.id}`
  return (
    <section
      data-card=""
      aria-labelledby={id}
      className={`rounded-16 border bg-surface p-4 shadow-lift sm:p-6 ${next ? 'border-2 border-accent-line' : 'border-line'}`}
    >
      {next ? (
        <p className="mb-1 flex items-center gap-2 font-bold text-accent-ink">
          <Icon name="inbox" className="size-5" />
          {words.nextStep}
        </p>
      ) : null}
      <h2 id={id} className="mb-3 text-[1.25rem] leading-snug font-bold">
        {offer.title}
      </h2>
      <OfferFacts {...offer} />
      <div className="mt-4">
        <OfferAnswer offerId={offer.id} />
      </div>
      <p className="mt-3 flex flex-wrap items-baseline justify-between gap-x-4">
        <Link href={`/offers/${offer.id}`} className="tap inline-flex items-center">
          {m.fullTerms}
        </Link>
        {offer.answerBy === null ? null : <span className="text-[1rem] text-ink-soft">{m.answerBy(format.date(offer.answerBy))}</span>}
      </p>
    </section>
  )
}

import { LinkButton } from '../../ui/button.tsx'
import { useRead } from '../../ui/client.ts'
import { DescriptionList } from '../../ui/description-list.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { useFormat } from '../../ui/format.ts'
import { formatLanguage, useLanguage } from '../../ui/language.ts'
import { Loaded } from '../../ui/loading.tsx'
import { useParam } from '../../ui/navigation.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Badge, Notice } from '../../ui/status.tsx'
import { Card, NextStep, Stack } from '../../ui/surface.tsx'
import { contract } from '../contract/index.ts'
import type { z } from 'zod'
import { NoticeSheet } from './notice-sheet.tsx'
import { OfferAnswer } from './offer-answer.tsx'
import { OfferFacts } from './offer-facts.tsx'
import { useNeeds } from './needs.ts'
import { useReasonText } from './reason-text.ts'
import { StepPicture } from './step-picture.tsx'
import { useStaffWords, useWorkerWords } from './words.ts'

type Offer = z.output<(typeof contract)['offer']['output']>

export default function OfferPage() {
  const offerId = useParam('offerId')
  const language = formatLanguage(useLanguage())
  const offer = useRead(contract.offer, { offerId, language })
  return <Loaded of={offer}>{(data) => <OfferView offer={data} />}</Loaded>
}

function OfferView({ offer }: { offer: Offer }) {
  const states = useStaffWords().offerStates
  const isOpen = offer.state === 'open'
  return (
    <>
      <PageTitle
        {...(isOpen ? {} : { badge: <Badge tone={offer.state === 'accepted' ? 'success' : 'neutral'}>{states[offer.state]}</Badge> })}
      >
        {offer.title}
      </PageTitle>
      <Stack>
        {offer.state === 'accepted' ? <Accepted offer={offer} /> : null}
        <section data-card="" className="-mt-3 rounded-16 border border-line bg-surface p-4 shadow-lift sm:p-6">
          <OfferFacts {...offer} />
          {isOpen ? <div className="mt-4">{offer.terms === null ? <TermsMissing /> : <OfferAnswer offerId={offer.id} />}</div> : null}
        </section>
        <Terms offer={offer} />
        <Details offer={offer} />
      </Stack>
    </>
  )
}

function TermsMissing() {
  const m = useWorkerWords()
  return <Notice tone="warning">{m.termsMissing}</Notice>
}

function Accepted({ offer }: { offer: Offer }) {
  const m = useWorkerWords()
  return (
    <NextStep
      title={m.after.title}
      icon="done"
      actions={
        <>
          <LinkButton href={`/manuals/${offer.packageId}`} icon="book">
            {m.after.manual}
          </LinkButton>
          {offer.noticeDocumentId === null ? null : (
            <LinkButton look="outline" href={`/notices/${offer.noticeDocumentId}`} icon="document">
              {m.after.notice}
            </LinkButton>
          )}
          <LinkButton look="outline" href="/work" icon="work">
            {m.after.work}
          </LinkButton>
        </>
      }
    >
      <p>{m.after.text}</p>
      <FirstStep packageId={offer.packageId} />
    </NextStep>
  )
}

/** What to begin with, before the whole manual is opened. */
function FirstStep({ packageId }: { packageId: string }) {
  const m = useWorkerWords()
  const step = useRead(contract.manual, { packageId }).data?.steps[0]
  if (!step) return null
  return (
    <div className="space-y-2 rounded-12 bg-sunken p-4">
      <p>
        <span className="block text-[1rem] text-accent-ink">{m.firstStep}</span>
        <strong>{step.title}</strong>
      </p>
      <p className="whitespace-pre-line">{step.body}</p>
      <StepPicture step={step} />
    </div>
  )
}

function Details({ offer }: { offer: Offer }) {
  const m = useWorkerWords()
  const format = useFormat()
  const needs = useNeeds()(offer)
  return (
    <Card>
      <p className="measure mb-4 whitespace-pre-line">{offer.summary}</p>
      <DescriptionList
        items={[
          offer.why.length > 0 ? { term: m.whyYou, value: <Reasons why={offer.why} /> } : null,
          { term: m.needs, value: needs.length === 0 ? m.noNeeds : needs.join(' · ') },
          { term: m.specification, value: <span className="whitespace-pre-line">{offer.specification}</span> },
          { term: m.workPlace, value: offer.workPlace },
          offer.payOn === null ? null : { term: m.payOn, value: `${format.date(offer.payOn)} ${m.payOnText}` },
          { term: m.fee, value: `${format.yen(offer.feeYen)} ${m.tax(format.yen(offer.taxYen))}` },
          { term: m.contact, value: offer.contact },
        ]}
      />
    </Card>
  )
}

function Reasons({ why }: { why: Offer['why'] }) {
  const text = useReasonText()
  return (
    <ul className="list-disc space-y-1 pl-5">
      {why.map((reason) => (
        <li key={reason.code}>{text(reason)}</li>
      ))}
    </ul>
  )
}

function Terms({ offer }: { offer: Offer }) {
  const m = useWorkerWords()
  if (offer.terms === null || offer.state !== 'open') return null
  return (
    <Disclosure summary={m.fullTerms}>
      <p className="measure mb-4">{m.termsLead}</p>
      <NoticeSheet notice={offer.terms} />
    </Disclosure>
  )
}

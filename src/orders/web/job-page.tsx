import type { z } from 'zod'
import { LinkButton } from '../../ui/button.tsx'
import { useRead } from '../../ui/client.ts'
import { DescriptionList } from '../../ui/description-list.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { Loaded } from '../../ui/loading.tsx'
import { useGo, useParam } from '../../ui/navigation.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Notice } from '../../ui/status.tsx'
import { Card, Stack } from '../../ui/surface.tsx'
import { useForm } from '../../ui/use-form.ts'
import { contract } from '../contract/index.ts'
import { LackList } from './job-lacks.tsx'
import { useNeeds } from './needs.ts'
import { useOrderWords, useWorkerWords } from './words.ts'

type Job = z.output<(typeof contract)['job']['output']>

export default function JobPage() {
  const packageId = useParam('packageId')
  const job = useRead(contract.job, { packageId })
  return (
    <Loaded of={job}>
      {(data) => (
        <>
          <PageTitle lead={data.summary}>{data.title}</PageTitle>
          <Stack>
            <Entry job={data} />
            <JobFacts job={data} />
          </Stack>
        </>
      )}
    </Loaded>
  )
}

/** The way in: an offer that waits, what is missing, or a raised hand. */
function Entry({ job }: { job: Job }) {
  const m = useWorkerWords()
  if (job.hasOffer) {
    return (
      <Notice
        tone="info"
        title={m.hasOffer}
        actions={
          <LinkButton href="/offers" icon="inbox">
            {m.offers}
          </LinkButton>
        }
      />
    )
  }
  if (job.lacks.length > 0) {
    return (
      <Card title={m.lacksTitle}>
        <LackList lacks={job.lacks} />
      </Card>
    )
  }
  return <RaiseHand job={job} />
}

function RaiseHand({ job }: { job: Job }) {
  const { worker: m, refusals } = useOrderWords()
  const format = useFormat()
  const go = useGo()
  const most = Math.max(job.minUnits, job.maxUnitsForYou)
  const form = useForm(contract['ask-for-offer'], {
    initial: { units: Math.min(most, Math.max(job.minUnits, 1)) as number | null },
    input: ({ units }) => ({ packageId: job.packageId, units }),
    onDone: ({ offerId }) => go(`/offers/${offerId}`),
    refusals,
  })
  const units = form.values.units ?? Number.NaN
  return (
    <Card title={m.raiseHand}>
      <p className="measure mb-4">{m.raiseHandText}</p>
      <Form form={form} submit={m.raiseHand}>
        <NumberField
          {...form.field('units')}
          label={m.howMany}
          help={m.howManyHelp(format.number(job.minUnits), format.number(most))}
          unit={job.unitName}
          width="short"
          required
        />
        <p className="tabular" role="status">
          {m.fee} <strong>{format.yen(units * job.unitPriceYen)}</strong> · {format.minutes(units * job.unitMinutes)}
        </p>
      </Form>
    </Card>
  )
}

/** Everything that a recruitment must say: the six items of the Act's article 12 and the six of the guideline. */
function JobFacts({ job }: { job: Job }) {
  const m = useWorkerWords()
  const format = useFormat()
  const needs = useNeeds()(job)
  const kind = useLanguage() === 'en' ? job.workKindEn : job.workKindJa
  return (
    <Card
      aside={job.publishedOn === null ? null : <span className="text-[1rem] text-ink-soft">{m.updated(format.date(job.publishedOn))}</span>}
    >
      <DescriptionList
        items={[
          { term: m.kind, value: kind },
          { term: m.specification, value: <span className="whitespace-pre-line">{job.specification}</span> },
          { term: m.fee, value: `${m.perUnit(format.yen(job.unitPriceYen), job.unitName)} · ${m.hourlyIs(format.yen(job.hourlyYen))}` },
          {
            term: m.amount,
            value: `${m.unitTime(job.unitName, format.minutes(job.unitMinutes))} · ${m.unitsLeft(`${format.number(job.unitsLeft)}${job.unitName}`)}`,
          },
          { term: m.period, value: m.periodText(format.date(job.releaseOn), format.date(job.dueOn)) },
          job.payOn === null ? null : { term: m.payOn, value: `${format.date(job.payOn)} ${m.payOnText}` },
          { term: m.workPlace, value: job.workPlace },
          { term: m.needs, value: needs.length === 0 ? m.noNeeds : needs.join(' · ') },
          { term: m.expenses, value: job.expenses },
          { term: m.intellectualProperty, value: job.intellectualProperty },
          { term: m.contact, value: job.contact },
          { term: m.recruiter, value: job.recruiterName },
          { term: m.address, value: job.recruiterAddress },
          { term: m.contact, value: job.recruiterContact },
        ]}
      />
    </Card>
  )
}

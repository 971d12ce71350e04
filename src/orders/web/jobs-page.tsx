import { firstOf, useAddress } from '../../ui/address.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyList } from '../../ui/data-list-empty.tsx'
import { useFormat } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { Loaded } from '../../ui/loading.tsx'
import { Anchor } from '../../ui/navigation.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Badge } from '../../ui/status.tsx'
import { useWholeList } from '../../ui/server-pages.ts'
import { contract } from '../contract/index.ts'
import type { z } from 'zod'
import { useLackText } from './job-lacks.tsx'
import { useWorkerWords } from './words.ts'

type Job = z.output<(typeof contract)['jobs']['output']>['rows'][number]

export default function JobsPage() {
  const m = useWorkerWords()
  const [address, change] = useAddress()
  const isFitting = firstOf(address['only']) === 'fitting'
  const jobs = useWholeList(contract.jobs, { search: firstOf(address['q']), only: isFitting ? 'fitting' : 'all' })
  return (
    <>
      <PageTitle lead={m.jobsLead}>{m.jobs}</PageTitle>
      <div className="mb-6 space-y-4 print:hidden">
        <SearchField label={m.jobsSearch} value={firstOf(address['q'])} onChange={(text) => change({ q: text })} />
        <div className="flex flex-wrap gap-3">
          <Button look={isFitting ? 'outline' : 'solid'} size="small" aria-pressed={!isFitting} onClick={() => change({ only: undefined })}>
            {m.allJobs}
          </Button>
          <Button look={isFitting ? 'solid' : 'outline'} size="small" aria-pressed={isFitting} onClick={() => change({ only: 'fitting' })}>
            {m.onlyFitting}
          </Button>
        </div>
      </div>
      <Loaded of={jobs}>
        {(data) =>
          data.rows.length === 0 ? (
            <EmptyList title={m.noJobs} text={m.noJobsText} />
          ) : (
            <ul className="grid gap-4 md:grid-cols-2 md:gap-6">
              {data.rows.map((job) => (
                <li key={job.packageId}>
                  <JobCard job={job} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  )
}

/** A card stays a card; the page of the job tells the rest. */
const lacksShown = 2

function JobCard({ job }: { job: Job }) {
  const m = useWorkerWords()
  const lackText = useLackText()
  const format = useFormat()
  const kind = useLanguage() === 'en' ? job.workKindEn : job.workKindJa
  const state = job.hasOffer ? (
    <Badge tone="info">{m.hasOffer}</Badge>
  ) : job.lacks.length === 0 ? (
    <Badge tone="success">{m.fits}</Badge>
  ) : (
    <Badge>{m.lacksCount(job.lacks.length)}</Badge>
  )
  return (
    <Anchor
      href={`/jobs/${job.packageId}`}
      className="block h-full rounded-16 border border-line bg-surface p-5 text-ink no-underline shadow-lift hover:border-accent-ink"
    >
      <span className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <span className="text-[1rem] text-ink-soft">{kind}</span>
        {state}
      </span>
      <strong className="block text-[1.1875rem] leading-snug">{job.title}</strong>
      <span className="mt-2 line-clamp-2 block">{job.summary}</span>
      <span className="tabular mt-3 flex flex-wrap items-baseline gap-x-4">
        <span className="text-[1.25rem] font-bold">{m.perUnit(format.yen(job.unitPriceYen), job.unitName)}</span>
        <span className="text-[1rem] text-ink-soft">{m.hourlyIs(format.yen(job.hourlyYen))}</span>
      </span>
      <span className="mt-1 flex flex-wrap gap-x-4 text-[1rem] text-ink-soft">
        <span>{m.unitTime(job.unitName, format.minutes(job.unitMinutes))}</span>
        <span>{m.unitsLeft(`${format.number(job.unitsLeft)}${job.unitName}`)}</span>
        <span>
          {m.due} {format.date(job.dueOn)}
        </span>
      </span>
      {job.hasOffer || job.lacks.length === 0 ? null : (
        <span className="mt-3 block border-t border-line pt-3">
          <span className="block font-bold">{m.lacksTitle}</span>
          {job.lacks.slice(0, lacksShown).map((lack) => (
            <span key={lack.kind + lack.subject} className="block">
              {lackText(lack)}
            </span>
          ))}
          {job.lacks.length > lacksShown ? <span className="block text-ink-soft">{m.lacksMore(job.lacks.length - lacksShown)}</span> : null}
        </span>
      )}
    </Anchor>
  )
}

import { useState } from 'react'
import type { z } from 'zod'
import { Button } from '../../ui/button.tsx'
import { useRead, useWrite } from '../../ui/client.ts'
import { DateField } from '../../ui/date-field.tsx'
import { EmptyList } from '../../ui/data-list-empty.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Badge, Notice } from '../../ui/status.tsx'
import { Heading, Stack } from '../../ui/surface.tsx'
import { showToast } from '../../ui/toast.tsx'
import { todayInJapan } from '../../ui/value-text.tsx'
import { contract } from '../contract/index.ts'
import { lotRange } from '../rules/gates.ts'
import { LackList } from './job-lacks.tsx'
import type { PackageView } from './answers.ts'
import { useOrderWords } from './words.ts'

type Candidate = z.output<(typeof contract)['offer-candidates']['output']>['rows'][number]
type Chosen = ReadonlyMap<string, number>

/** Chooses people and amounts by hand; a plan does the same for many packages at once. */
export function OffersTab({ work }: { work: PackageView }) {
  const { staff: m } = useOrderWords()
  const [text, setText] = useState('')
  const candidates = useRead(
    contract['offer-candidates'],
    { packageId: work.id, search: text },
    { enabled: work.state === 'ready', keepPrevious: true },
  )
  if (work.state !== 'ready') return <Notice tone="info">{m.notPublished}</Notice>
  return (
    <Stack gap="medium">
      <Heading>{m.offersTitle}</Heading>
      <p className="measure text-ink-soft">{m.offersLead}</p>
      <SearchField label={m.name} value={text} onChange={setText} />
      <Loaded of={candidates}>
        {(data) =>
          data.total === 0 && text === '' ? (
            <EmptyList title={m.noCandidates} text={m.noCandidatesText} />
          ) : (
            <Chooser work={work} candidates={data.rows} />
          )
        }
      </Loaded>
    </Stack>
  )
}

/** As much as fits into the free time, within the limits of one person's share and of what is left. */
function proposedUnits(work: PackageView, candidate: Candidate, left: number): number {
  const { min, max } = lotRange(work, work.maxSharePercent / 100)
  const fits = Math.floor(candidate.freeMinutes / work.unitMinutes)
  return Math.max(Math.min(min, left), Math.min(max, left, fits))
}

const barClass =
  'sticky short:static bottom-20 z-10 flex flex-wrap items-center justify-between gap-3 rounded-16 ' +
  'border-2 border-accent-line bg-surface p-4 shadow-lift-high md:bottom-4'

function Chooser({ work, candidates }: { work: PackageView; candidates: readonly Candidate[] }) {
  const { staff: m, refusals } = useOrderWords()
  const format = useFormat()
  const [chosen, setChosen] = useState<Chosen>(new Map())
  const [answerBy, setAnswerBy] = useState('')
  const make = useWrite(contract['make-offers'], {
    onSuccess: ({ offerIds }) => {
      showToast(m.sent(offerIds.length))
      setChosen(new Map())
    },
  })
  const total = [...chosen.values()].reduce((sum, units) => sum + units, 0)
  const left = work.progress.left - total
  const isSendable = left >= 0 && [...chosen.values()].every((units) => Number.isInteger(units) && units > 0)
  const set = (workerId: string, units: number | null): void => {
    const next = new Map(chosen)
    if (units === null) next.delete(workerId)
    else next.set(workerId, units)
    setChosen(next)
  }
  const send = (): void => {
    const offers = [...chosen].map(([workerId, units]) => ({
      packageId: work.id,
      workerId,
      units,
      minutes: units * work.unitMinutes,
      why: [{ code: 'fits' as const }],
    }))
    void make.run({ offers, answerBy: answerBy === '' ? null : answerBy }).catch(() => undefined)
  }
  return (
    <>
      <p className="tabular font-bold" role="status">
        {m.offersLeft(`${format.number(left)}${work.unitName}`)}
      </p>
      <DateField
        name="answerBy"
        label={m.answerBy}
        help={m.answerByHelp}
        value={answerBy}
        onChange={setAnswerBy}
        min={todayInJapan()}
        max={work.dueOn}
      />
      <ul className="divide-y divide-line border-y border-line">
        {candidates.map((candidate) => (
          <li key={candidate.workerId} className="py-4">
            <CandidateRow
              work={work}
              candidate={candidate}
              units={chosen.get(candidate.workerId) ?? null}
              propose={() => proposedUnits(work, candidate, left)}
              onChange={(units) => set(candidate.workerId, units)}
            />
          </li>
        ))}
      </ul>
      <RefusalNotice refusal={make.refusal} words={refusals} />
      {chosen.size === 0 ? null : (
        <div className={barClass}>
          <p className="tabular font-bold">{m.chosen(chosen.size, `${format.number(total)}${work.unitName}`)}</p>
          <Button pending={make.pending} disabled={!isSendable} onClick={send}>
            {m.send}
          </Button>
        </div>
      )}
    </>
  )
}

type CandidateRowProps = {
  work: PackageView
  candidate: Candidate
  units: number | null
  propose: () => number
  onChange: (units: number | null) => void
}

function CandidateRow({ work, candidate, units, propose, onChange }: CandidateRowProps) {
  const { staff: m } = useOrderWords()
  const format = useFormat()
  const isFree = candidate.lacks.length === 0 && !candidate.hasOffer
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-3">
          <strong>{candidate.name}</strong>
          {candidate.hasOffer ? (
            <Badge tone="info">{m.alreadyOffered}</Badge>
          ) : candidate.lacks.length === 0 ? (
            <Badge tone="success">{m.fits}</Badge>
          ) : null}
        </p>
        <p className="tabular text-[1rem] text-ink-soft">
          {candidate.municipalityName} · {m.freeTime} {format.minutes(candidate.freeMinutes)}
        </p>
        {candidate.lacks.length > 0 ? <LackList lacks={candidate.lacks} /> : null}
      </div>
      {isFree && units === null ? (
        <Button look="outline" size="small" icon="plus" onClick={() => onChange(propose())}>
          {m.makeOffers}
        </Button>
      ) : null}
      {units === null ? null : (
        <div className="flex items-end gap-3">
          <NumberField
            name={`units.${candidate.workerId}`}
            label={m.offerUnits}
            unit={work.unitName}
            width="short"
            value={units}
            onChange={(next) => onChange(next ?? Number.NaN)}
          />
          <Button look="quiet" size="small" icon="close" onClick={() => onChange(null)}>
            {m.withdraw}
          </Button>
        </div>
      )}
    </div>
  )
}

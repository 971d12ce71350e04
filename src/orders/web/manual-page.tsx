import { useEffect, useEffectEvent, useState } from 'react'
import type { z } from 'zod'
import { readPath, useRead, useWrite } from '../../ui/client.ts'
import { EmptyList } from '../../ui/data-list-empty.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { useParam } from '../../ui/navigation.tsx'
import { useKeepOffline } from '../../ui/offline.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { Badge, Notice, ProgressBar } from '../../ui/status.tsx'
import { Card, Stack } from '../../ui/surface.tsx'
import { fileHref } from '../../ui/upload.ts'
import { PrintButton } from '../../ui/button.tsx'
import { contract } from '../contract/index.ts'
import { AskQuestion } from './ask-question.tsx'
import { MaterialCard, MaterialList, useMaterials } from './materials.tsx'
import { QuestionList } from './question-list.tsx'
import { StepPicture } from './step-picture.tsx'
import { useWorkerWords } from './words.ts'

type Manual = z.output<(typeof contract)['manual']['output']>

export default function ManualPage() {
  const packageId = useParam('packageId')
  const manual = useRead(contract.manual, { packageId })
  return <Loaded of={manual}>{(data) => <ManualView key={data.version} manual={data} />}</Loaded>
}

function ManualView({ manual }: { manual: Manual }) {
  const m = useWorkerWords()
  useKeepOffline([
    readPath(contract.manual, { packageId: manual.packageId }),
    ...manual.steps.flatMap(({ picture }) => (picture ? [fileHref(picture.fileId)] : [])),
  ])
  const badge = manual.version === null ? null : <Badge>{m.version(manual.version)}</Badge>
  return (
    <>
      <PageTitle badge={badge} actions={<PrintButton />}>
        {manual.title}
      </PageTitle>
      <Stack>
        <News manual={manual} />
        {manual.version === null ? <EmptyList title={m.manualNone} text={m.manualNoneText} /> : <StepList manual={manual} />}
        <MaterialCard packageId={manual.packageId} />
        <Card title={m.specification}>
          <p className="measure text-[1.125rem] whitespace-pre-line">{manual.specification}</p>
        </Card>
        <Card title={m.questionsTitle}>
          <Stack gap="medium">
            {manual.questions.length === 0 ? <p>{m.noQuestions}</p> : <QuestionList questions={manual.questions} steps={manual.steps} />}
            {manual.reading === null ? null : <AskQuestion packageId={manual.packageId} step={null} label={m.askWhole} />}
          </Stack>
        </Card>
        <Versions manual={manual} />
      </Stack>
    </>
  )
}

/** What is different from the version that this person read. */
function News({ manual }: { manual: Manual }) {
  const m = useWorkerWords()
  const [readBefore] = useState(manual.reading?.version ?? null)
  if (readBefore === null || manual.version === null || readBefore >= manual.version) return null
  const news = manual.versions.filter((each) => each.version > readBefore && each.changes !== '')
  return (
    <Notice tone="info" title={m.newVersion}>
      <ul className="list-disc pl-6">
        {news.map((each) => (
          <li key={each.version}>
            {m.version(each.version)} {each.changes}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** Ticks are kept on the server, so that they are there on another device too. Opening a version is its read receipt. */
function useTicks(manual: Manual) {
  const [checked, setChecked] = useState<readonly number[]>(manual.reading?.checked ?? [])
  const mark = useWrite(contract['mark-manual-read'], { silent: true })
  const { packageId, version } = manual
  const reads = manual.reading !== null && version !== null
  const isNew = reads && manual.reading?.version !== version
  const send = (next: readonly number[]): void => {
    if (reads) void mark.run({ packageId, version, checked: [...next] }).catch(() => undefined)
  }
  // The receipt is given once, when the version is opened.
  const giveReceipt = useEffectEvent(() => {
    if (isNew) send(checked)
  })
  useEffect(() => giveReceipt(), [])
  const toggle = (step: number): void => {
    const next = checked.includes(step) ? checked.filter((each) => each !== step) : [...checked, step]
    setChecked(next)
    send(next)
  }
  return { checked, toggle, reads }
}

function StepList({ manual }: { manual: Manual }) {
  const m = useWorkerWords()
  const materials = useMaterials(manual.packageId)
  const { checked, toggle, reads } = useTicks(manual)
  const checkable = manual.steps.flatMap((step, at) => (step.check ? [at] : []))
  const done = checkable.filter((at) => checked.includes(at)).length
  return (
    <Stack gap="medium">
      {reads && checkable.length > 0 ? (
        <ProgressBar label={m.manual} share={done / checkable.length} text={m.checkDone(done, checkable.length)} />
      ) : null}
      <ol className="space-y-4 md:space-y-6">
        {manual.steps.map((step, at) => (
          <li key={at} className="rounded-16 border border-line bg-surface p-5 shadow-lift sm:p-6 print:break-inside-avoid">
            <p className="text-[1rem] font-bold text-accent-ink">{m.stepNumber(at + 1)}</p>
            <h2 className="text-[1.25rem] leading-snug font-bold">{step.title}</h2>
            <p className="measure mt-2 mb-3 text-[1.125rem] whitespace-pre-line">{step.body}</p>
            <StepPicture step={step} />
            {materials.some((each) => each.step === at) ? (
              <div className="mt-3">
                <p className="font-bold">{m.material.ofStep}</p>
                <MaterialList materials={materials.filter((each) => each.step === at)} />
              </div>
            ) : null}
            {reads ? (
              <div className="mt-4 flex flex-wrap items-center justify-between gap-3 print:hidden">
                {step.check ? (
                  <Tick label={m.markDone} about={step.title} checked={checked.includes(at)} onChange={() => toggle(at)} />
                ) : (
                  <span />
                )}
                <AskQuestion packageId={manual.packageId} step={at} label={m.askStep} />
              </div>
            ) : null}
          </li>
        ))}
      </ol>
    </Stack>
  )
}

function Tick({ label, about, checked, onChange }: { label: string; about: string; checked: boolean; onChange: () => void }) {
  return (
    <label className="tap flex cursor-pointer items-center gap-3 rounded-8 pr-3 text-[1.125rem] font-bold">
      <input
        type="checkbox"
        className="size-7 accent-[var(--color-accent)]"
        checked={checked}
        onChange={onChange}
        aria-label={`${label} ${about}`}
      />
      {label}
    </label>
  )
}

function Versions({ manual }: { manual: Manual }) {
  const m = useWorkerWords()
  const format = useFormat()
  if (manual.versions.length < 2) return null
  return (
    <Disclosure summary={m.whatChanged}>
      <ul className="space-y-2">
        {manual.versions.map((each) => (
          <li key={each.version}>
            <strong>{m.version(each.version)}</strong> {format.date(each.publishedAt)} {each.changes}
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

import { useState } from 'react'
import type { z } from 'zod'
import { contract as orders } from '../../orders/contract/index.ts'
import { HandBackQuestion } from '../../orders/web/hand-back-question.tsx'
import { MaterialCard } from '../../orders/web/materials.tsx'
import { MessageThread } from '../../orders/web/message-thread.tsx'
import { TermsProposal } from '../../orders/web/terms-proposal.tsx'
import { TermsTalk } from '../../orders/web/terms-talk.tsx'
import { useOrderWords } from '../../orders/web/words.ts'
import { Actions, Button, LinkButton } from '../../ui/button.tsx'
import { useRead } from '../../ui/client.ts'
import { DescriptionList } from '../../ui/description-list.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { useParam } from '../../ui/navigation.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Card, NextStep, Stack } from '../../ui/surface.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { DateText, Money, NumberText, todayInJapan } from '../../ui/value-text.tsx'
import { contract } from '../contract/index.ts'
import { DocumentButton } from './file-links.tsx'
import { HandInList } from './hand-in-list.tsx'
import { ReworkNote } from './rework-note.tsx'
import { WorkProgress } from './work-card.tsx'
import { useDeliveryWords } from './words.ts'

type Assignment = z.output<(typeof contract)['my-assignment']['output']>

export default function AssignmentPage() {
  const m = useDeliveryWords()
  const words = useOrderWords().worker
  const assignment = useRead(contract['my-assignment'], { assignmentId: useParam('assignmentId') })
  return (
    <Loaded of={assignment} lines={10}>
      {(data) => (
        <>
          <PageTitle>{data.title}</PageTitle>
          <Stack>
            <TermsProposal assignmentId={data.id} unitName={data.unitName} unitPriceYen={data.unitPriceYen} dueOn={data.dueOn} />
            <HandBackQuestion assignmentId={data.id} unitName={data.unitName} />
            <Next work={data} />
            <MaterialCard packageId={data.packageId} />
            <Facts work={data} />
            <Card title={m.work.history}>
              <HandInList handIns={[...data.handIns].reverse()} unitName={data.unitName} />
            </Card>
            <Questions work={data} />
            <Card title={words.talk.title}>
              <p className="mb-4 text-ink-soft">{words.talk.lead}</p>
              <MessageThread packageId={data.packageId} workerId={null} />
            </Card>
            {data.specification === '' ? null : (
              <Card title={m.work.spec}>
                <p className="measure whitespace-pre-line">{data.specification}</p>
              </Card>
            )}
            <TermsTalk
              assignmentId={data.id}
              noticeDocumentId={data.noticeDocumentId}
              unitName={data.unitName}
              unitPriceYen={data.unitPriceYen}
              isOpen={data.leftUnits > 0}
            />
            {data.leftUnits > 0 ? <Release work={data} /> : null}
          </Stack>
        </>
      )}
    </Loaded>
  )
}

function Next({ work }: { work: Assignment }) {
  const m = useDeliveryWords()
  const format = useFormat()
  const returned = work.handIns.find((each) => each.state === 'returned')
  const manual = (
    <LinkButton look="outline" size="large" icon="book" href={`/manuals/${work.packageId}`}>
      {m.work.manual}
    </LinkButton>
  )
  if (returned?.rework) {
    return (
      <NextStep
        title={m.work.correct}
        icon="edit"
        actions={
          <>
            <LinkButton size="large" icon="upload" href={`/work/${work.id}/hand-in?replaces=${returned.id}`}>
              {m.rework.again}
            </LinkButton>
            {manual}
          </>
        }
      >
        <ReworkNote rework={returned.rework} />
      </NextStep>
    )
  }
  if (work.leftUnits === 0) return null
  const left = `${format.number(work.leftUnits)}${work.unitName}`
  return (
    <NextStep
      title={m.work.handInText(left, format.date(work.dueOn))}
      icon="upload"
      actions={
        <>
          <LinkButton size="large" icon="upload" href={`/work/${work.id}/hand-in`}>
            {m.work.handIn}
          </LinkButton>
          {manual}
        </>
      }
    >
      <WorkProgress work={work} />
      <p>{work.daysLeft < 0 ? m.work.late : m.work.perDay(format.minutes(work.minutesPerDay))}</p>
      {work.manualVersion !== null && work.manualVersionRead !== work.manualVersion ? (
        <p className="font-bold text-warning-ink">{work.manualVersionRead === null ? m.work.manualUnread : m.work.manualNew}</p>
      ) : null}
    </NextStep>
  )
}

function Facts({ work }: { work: Assignment }) {
  const m = useDeliveryWords()
  const count = (units: number) => <NumberText value={units} unit={work.unitName} />
  return (
    <Card title={m.package} aside={<DocumentButton id={work.noticeDocumentId}>{m.work.terms}</DocumentButton>}>
      <DescriptionList
        items={[
          { term: m.units, value: count(work.units) },
          work.acceptedUnits > 0 ? { term: m.accepted, value: count(work.acceptedUnits) } : null,
          work.waitingUnits > 0 ? { term: m.work.waitingUnits, value: count(work.waitingUnits) } : null,
          work.toCorrectUnits > 0 ? { term: m.work.toCorrect, value: count(work.toCorrectUnits) } : null,
          work.releasedUnits > 0 ? { term: m.work.releasedUnits, value: count(work.releasedUnits) } : null,
          { term: m.work.left, value: count(work.leftUnits) },
          { term: m.due, value: <DateText date={work.dueOn} relativeTo={todayInJapan()} /> },
          { term: m.fee, value: <Money yen={work.feeYen} /> },
          { term: m.work.tax, value: <Money yen={work.taxYen} /> },
          { term: m.work.ordered, value: <DateText date={work.orderedOn} /> },
        ]}
      />
    </Card>
  )
}

function Questions({ work }: { work: Assignment }) {
  const m = useDeliveryWords()
  return (
    <Card title={m.work.questions}>
      {work.questions.length === 0 ? (
        <p className="text-ink-soft">{m.work.noQuestions}</p>
      ) : (
        <ul className="space-y-4">
          {work.questions.map((question) => (
            <li key={question.id} className="border-l-4 border-line pl-4">
              <p className="font-bold whitespace-pre-line">{question.text}</p>
              <p className={`mt-1 whitespace-pre-line ${question.answer === null ? 'text-ink-soft' : ''}`}>
                {question.answer ?? m.work.waitAnswer}
              </p>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-4 text-ink-soft">{m.work.askText}</p>
    </Card>
  )
}

function Release({ work }: { work: Assignment }) {
  const m = useDeliveryWords()
  const [open, setOpen] = useState(false)
  return (
    <Card title={m.work.release}>
      <p className="measure mb-4">{m.work.releaseText}</p>
      <Actions>
        <Button look="outline" onClick={() => setOpen(true)}>
          {m.work.release}
        </Button>
      </Actions>
      <Dialog open={open} onClose={() => setOpen(false)} title={m.work.release}>
        <ReleaseForm work={work} onDone={() => setOpen(false)} />
      </Dialog>
    </Card>
  )
}

function ReleaseForm({ work, onDone }: { work: Assignment; onDone: () => void }) {
  const m = useDeliveryWords()
  const { refusals } = useOrderWords()
  const form = useForm(orders['release-units'], {
    initial: { units: work.leftUnits as number | null },
    input: (values) => ({ assignmentId: work.id, units: values.units }),
    refusals,
    onDone: () => {
      showToast(m.work.released)
      onDone()
    },
  })
  return (
    <Form form={form} submit={m.work.releaseConfirm}>
      <NumberField {...form.field('units')} label={m.work.releaseUnits} unit={work.unitName} required />
    </Form>
  )
}

import { type ReactNode, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { useRead } from '../../ui/client.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { useMay } from '../../ui/may.ts'
import { useParam } from '../../ui/navigation.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Badge, Notice } from '../../ui/status.tsx'
import { Card, Figure, Grid, NextStep, Stack } from '../../ui/surface.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { contract } from '../contract/index.ts'
import { BlockerAction } from './blocker-action.tsx'
import { ConsentsCard } from './consents-card.tsx'
import { DayRangeCard } from './day-range-card.tsx'
import { DaysCard, WeekCard } from './free-minutes.tsx'
import { BankAccountCard, InvoiceCard } from './payment-parts.tsx'
import { AssessForm, InterviewForm, RegisterForm, StateForm } from './person-forms.tsx'
import type { PersonRecord } from './record.ts'
import { EmployeesCard, EquipmentCard, PersonalCard, WishesCard } from './record-cards.tsx'
import { SkillList } from './skill-list.tsx'
import { StateBadge } from './state-badge.tsx'
import { usePeopleWords } from './words.ts'

type Opened = 'interview' | 'register' | 'state' | 'assess'
type PartProps = { record: PersonRecord; open: (what: Opened) => void }

/** What is to be done next with an applicant, or what keeps a registered person from being offered work. */
function Next({ record, open }: PartProps) {
  const m = usePeopleWords()
  const mayRegister = useMay(contract['register-worker'])
  if (!mayRegister) return null
  if (record.state === 'applicant') {
    const ready = record.interviews?.[0]?.outcome === 'suitable'
    return (
      <NextStep
        title={ready ? m.person.nextRegister : m.person.nextInterview}
        actions={<Button onClick={() => open(ready ? 'register' : 'interview')}>{ready ? m.person.register : m.person.interview}</Button>}
      >
        <p>{ready ? m.person.nextRegisterText : m.person.nextInterviewText}</p>
      </NextStep>
    )
  }
  if (record.blockers.length === 0 || record.state === 'left' || record.state === 'graduated') return null
  return (
    <Notice tone="warning" title={m.person.blockedTitle}>
      <ul className="list-disc space-y-1 pl-6">
        {record.blockers.map((blocker) => (
          <li key={blocker}>
            <span className="font-bold">{`${m.blockers[blocker].issue} ${m.blockers[blocker].reason}`}</span>{' '}
            <BlockerAction blocker={blocker} workerId={record.id} />
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Outline({ record }: PartProps) {
  const m = usePeopleWords()
  const format = useFormat()
  return (
    <Stack>
      <Grid min="small">
        <Figure label={m.number} value={record.number} />
        <Figure label={m.people.registeredOn} value={record.registeredOn === null ? '—' : format.shortDate(record.registeredOn)} />
        <Figure label={m.person.monthLeft} value={format.minutes(record.minutesToEndOfMonth)} />
      </Grid>
      <Grid min="large">
        <PersonalCard record={record} />
        <Stack>
          <WishesCard record={record} />
          <EmployeesCard record={record} />
        </Stack>
      </Grid>
    </Stack>
  )
}

function Time({ record }: PartProps) {
  const m = usePeopleWords()
  const format = useFormat()
  const maySet = useMay(contract['set-free-minutes'])
  const mayRecord = useMay(contract['set-free-days'])
  if (maySet) {
    return (
      <Grid min="large">
        <WeekCard record={record} />
        <DaysCard record={record} />
        <DayRangeCard workerId={record.id} absence />
      </Grid>
    )
  }
  const week = (
    <Card title={m.mine.weekTitle}>
      <dl className="grid max-w-md grid-cols-[auto_1fr] gap-x-6 gap-y-2">
        {record.week.map((minutes, index) => (
          <div key={m.weekdays[index]} className="contents">
            <dt>{m.weekdaysLong[index]}</dt>
            <dd className="tabular text-right font-bold">{minutes === 0 ? m.mine.restOf : format.minutes(minutes)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
  return mayRecord ? (
    <Grid min="large">
      {week}
      <DayRangeCard workerId={record.id} absence />
    </Grid>
  ) : (
    week
  )
}

function Interviews({ record, open }: PartProps) {
  const m = usePeopleWords()
  const format = useFormat()
  const rows = record.interviews ?? []
  return (
    <Card
      title={m.person.tabs.interviews}
      aside={
        <Button look="outline" size="small" icon="plus" onClick={() => open('interview')}>
          {m.person.interview}
        </Button>
      }
    >
      {rows.length === 0 ? <p className="text-ink-soft">{m.person.noInterviews}</p> : null}
      <ul className="divide-y divide-line">
        {rows.map((row) => (
          <li key={row.id} className="space-y-1 py-3">
            <p className="flex flex-wrap items-center gap-3">
              <span className="font-bold">{format.date(row.heldOn)}</span>
              <Badge tone={row.outcome === 'suitable' ? 'success' : row.outcome === 'later' ? 'warning' : 'neutral'}>
                {m.outcomes[row.outcome]}
              </Badge>
            </p>
            {row.note === '' ? null : <p className="measure whitespace-pre-wrap">{row.note}</p>}
            <p className="text-ink-soft">{m.person.by(row.heldByName)}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function History({ record }: PartProps) {
  const m = usePeopleWords()
  const format = useFormat()
  return (
    <Grid min="large">
      <Card title={m.person.changes}>
        {record.changes.length === 0 ? <p className="text-ink-soft">{m.person.noChanges}</p> : null}
        <ul className="divide-y divide-line">
          {record.changes.map((change, index) => (
            <li key={`${change.changedOn}-${index}`} className="py-3">
              <p className="font-bold">{m.person.change(m.states[change.from], m.states[change.to])}</p>
              <p className="text-ink-soft">
                {[format.date(change.changedOn), change.changedByName === '' ? '' : m.person.by(change.changedByName)]
                  .filter(Boolean)
                  .join(' / ')}
              </p>
              {change.note === '' ? null : <p className="whitespace-pre-wrap">{change.note}</p>}
            </li>
          ))}
        </ul>
      </Card>
      <ConsentsCard record={record} />
    </Grid>
  )
}

function SkillsPart({ record, open }: PartProps) {
  const m = usePeopleWords()
  const mayAssess = useMay(contract['assess-skill'])
  const button = (
    <Button look="outline" size="small" icon="plus" onClick={() => open('assess')}>
      {m.person.assess}
    </Button>
  )
  return (
    <Card title={m.person.tabs.skills} aside={mayAssess ? button : null}>
      <SkillList skills={record.skills} />
    </Card>
  )
}

function Person({ record }: { record: PersonRecord }) {
  const m = usePeopleWords()
  const mayChangeState = useMay(contract['change-state'])
  const [opened, setOpened] = useState<Opened | null>(null)
  const part = { record, open: setOpened }
  const close = (): void => setOpened(null)
  const windows: Record<Opened, { title: string; form: ReactNode }> = {
    interview: { title: m.person.interview, form: <InterviewForm record={record} onDone={close} /> },
    register: { title: m.person.registerTitle, form: <RegisterForm record={record} onDone={close} /> },
    state: { title: m.person.changeState, form: <StateForm record={record} onDone={close} /> },
    assess: { title: m.person.assess, form: <AssessForm record={record} onDone={close} /> },
  }
  const changeState = (
    <Button look="outline" onClick={() => setOpened('state')}>
      {m.person.changeState}
    </Button>
  )
  const payment = record.payment
  return (
    <>
      <PageTitle
        lead={`${record.kana} / ${record.municipalityName}`}
        badge={
          <>
            <StateBadge state={record.state} />
            {record.isDemo ? <Badge>{m.people.demo}</Badge> : null}
          </>
        }
        actions={mayChangeState && record.nextStates.length > 0 ? changeState : null}
      >
        {record.name}
      </PageTitle>
      <Stack>
        <Next {...part} />
        <Tabs
          label={m.who}
          tabs={[
            { key: 'outline', label: m.person.tabs.outline, content: <Outline {...part} /> },
            { key: 'time', label: m.person.tabs.time, content: <Time {...part} /> },
            { key: 'skills', label: m.person.tabs.skills, content: <SkillsPart {...part} /> },
            { key: 'equipment', label: m.person.tabs.equipment, content: <EquipmentCard record={record} /> },
            ...(payment
              ? [
                  {
                    key: 'payment',
                    label: m.person.tabs.payment,
                    content: (
                      <Grid min="large">
                        <BankAccountCard workerId={record.id} payment={payment} />
                        <InvoiceCard workerId={record.id} kind={record.kind} payment={payment} />
                      </Grid>
                    ),
                  },
                ]
              : []),
            ...(record.interviews ? [{ key: 'interviews', label: m.person.tabs.interviews, content: <Interviews {...part} /> }] : []),
            { key: 'history', label: m.person.tabs.history, content: <History {...part} /> },
          ]}
        />
      </Stack>
      <Dialog open={opened !== null} onClose={close} title={opened ? windows[opened].title : ''}>
        {opened ? windows[opened].form : null}
      </Dialog>
    </>
  )
}

export default function PersonPage() {
  const workerId = useParam('workerId')
  const record = useRead(contract.worker, { workerId })
  return (
    <Loaded of={record} lines={10}>
      {(data) => <Person record={data} />}
    </Loaded>
  )
}

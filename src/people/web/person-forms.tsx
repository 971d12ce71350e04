import { RadioGroup, Select } from '../../ui/choice-field.tsx'
import { useRead } from '../../ui/client.ts'
import { DateField } from '../../ui/date-field.tsx'
import { Form } from '../../ui/form.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { todayInJapan } from '../../ui/value-text.tsx'
import { contract as programmeContract } from '../../programme/contract/index.ts'
import { contract } from '../contract/index.ts'
import { type Evidence, evidences } from '../rules/skills.ts'
import type { PersonRecord } from './record.ts'
import { usePeopleWords, useSkillName } from './words.ts'

type FormProps = { record: PersonRecord; onDone: () => void }
const outcomes = ['suitable', 'later', 'declined'] as const

export function InterviewForm({ record, onDone }: FormProps) {
  const m = usePeopleWords()
  const today = todayInJapan()
  const form = useForm(contract['record-interview'], {
    draft: `people.record-interview.${record.id}`,
    initial: { heldOn: today, outcome: '' as (typeof outcomes)[number] | '', note: '' },
    input: ({ outcome, ...values }) => ({ ...values, workerId: record.id, outcome: outcome === '' ? null : outcome }),
    onDone: () => {
      showToast(m.person.interviewSaved)
      onDone()
    },
    refusals: m.refusals,
  })
  return (
    <Form form={form} submit={m.person.interview}>
      <DateField {...form.field('heldOn')} label={m.person.heldOn} max={today} required />
      <RadioGroup
        {...form.field('outcome')}
        label={m.person.outcome}
        look="tiles"
        options={outcomes.map((value) => ({ value, label: m.outcomes[value] }))}
        required
      />
      <TextArea {...form.field('note')} label={m.person.interviewNote} help={m.person.interviewNoteHelp} limit={4_000} optional />
    </Form>
  )
}

export function RegisterForm({ record, onDone }: FormProps) {
  const m = usePeopleWords()
  const sites = useRead(programmeContract.sites, {})
  const form = useForm(contract['register-worker'], {
    initial: { siteId: record.siteId ?? '' },
    input: ({ siteId }) => ({ workerId: record.id, siteId: siteId === '' ? null : siteId }),
    onDone: () => {
      showToast(m.person.registered)
      onDone()
    },
    refusals: m.refusals,
  })
  const open = (sites.data?.rows ?? []).filter((row) => row.closedOn === null)
  return (
    <Form form={form} submit={m.person.register}>
      <p>{m.person.registerText(record.name)}</p>
      <Select
        {...form.field('siteId')}
        label={m.fields.site}
        none={m.fields.noSite}
        options={open.map((row) => ({ value: row.id, label: row.name }))}
      />
    </Form>
  )
}

const changeable = ['active', 'paused', 'graduated', 'left'] as const

export function StateForm({ record, onDone }: FormProps) {
  const m = usePeopleWords()
  const form = useForm(contract['change-state'], {
    initial: { to: '' as (typeof changeable)[number] | '', note: '' },
    input: ({ to, note }) => ({ workerId: record.id, to: to === '' ? null : to, note }),
    onDone: () => {
      showToast(m.person.stateChanged)
      onDone()
    },
    refusals: m.refusals,
  })
  const options = changeable.filter((state) => record.nextStates.includes(state)).map((value) => ({ value, label: m.states[value] }))
  return (
    <Form form={form} submit={m.person.changeState}>
      <RadioGroup {...form.field('to')} label={m.person.to} options={options} required />
      <TextArea {...form.field('note')} label={m.person.note} help={m.person.noteHelp} limit={1_000} optional />
    </Form>
  )
}

export function AssessForm({ record, onDone }: FormProps) {
  const m = usePeopleWords()
  const nameOf = useSkillName()
  const skills = useRead(contract.skills, {})
  const form = useForm(contract['assess-skill'], {
    initial: { skillId: '', level: '', evidence: 'tested' as Evidence | '' },
    input: ({ level, evidence, skillId }) => ({
      workerId: record.id,
      skillId,
      level: level === '' ? null : Number(level),
      evidence: evidence === '' ? null : evidence,
    }),
    onDone: () => {
      showToast(m.person.assessed)
      onDone()
    },
    refusals: m.refusals,
  })
  const rows = skills.data?.rows ?? []
  const highest = rows.find((row) => row.id === form.values.skillId)?.highestLevel ?? 0
  const levels = [
    ...Array.from({ length: highest }, (_, index) => ({ value: String(index + 1), label: m.fields.level(index + 1) })),
    ...(record.skills.some((skill) => skill.skillId === form.values.skillId) ? [{ value: '0', label: m.person.remove }] : []),
  ]
  return (
    <Form form={form} submit={m.person.assess}>
      <Select
        {...form.field('skillId')}
        label={m.skillLabel}
        options={rows.map((row) => ({ value: row.id, label: nameOf(row) }))}
        required
      />
      <Select {...form.field('level')} label={m.levelLabel} options={levels} required />
      <RadioGroup
        {...form.field('evidence')}
        label={m.person.evidence}
        options={evidences.map((value) => ({ value, label: m.evidences[value] }))}
        required
      />
    </Form>
  )
}

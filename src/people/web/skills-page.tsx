import { useState } from 'react'
import type { z } from 'zod'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/choice-field.tsx'
import { useRead } from '../../ui/client.ts'
import { DataList } from '../../ui/data-list.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { formatLanguage, useLanguage } from '../../ui/language.ts'
import { Loaded } from '../../ui/loading.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Card } from '../../ui/surface.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { contract } from '../contract/index.ts'
import { usualSkills } from '../rules/usual-skills.ts'
import { usePeopleWords, useSkillName } from './words.ts'

function SkillForm({ onDone }: { onDone: () => void }) {
  const m = usePeopleWords()
  const language = formatLanguage(useLanguage())
  const form = useForm(contract['add-skill'], {
    initial: { nameJa: '', nameEn: '', key: '', highestLevel: 3 as number | null },
    input: (values) => values,
    onDone: () => {
      showToast(m.skills.added)
      onDone()
    },
    refusals: m.refusals,
  })
  return (
    <Form form={form} submit={m.skills.add}>
      <Select
        name="usual"
        label={m.skills.usual}
        value={usualSkills.find(({ key }) => key === form.values.key)?.key ?? ''}
        onChange={(key) => {
          for (const usual of usualSkills)
            if (usual.key === key) for (const field of ['key', 'nameJa', 'nameEn'] as const) form.set(field, usual[field])
        }}
        none={m.skills.usualNone}
        options={usualSkills.map((usual) => ({ value: usual.key, label: language === 'en' ? usual.nameEn : usual.nameJa }))}
        optional
      />
      <TextField {...form.field('nameJa')} label={m.skills.nameJa} width="medium" required />
      <TextField {...form.field('nameEn')} label={m.skills.nameEn} width="medium" required />
      <TextField {...form.field('key')} label={m.skills.key} help={m.skills.keyHelp} width="medium" required />
      <NumberField {...form.field('highestLevel')} label={m.skills.highestLevel} required />
    </Form>
  )
}

type Skill = z.output<typeof contract.skills.output>['rows'][number]

function ChangeForm({ skill, onDone }: { skill: Skill; onDone: () => void }) {
  const m = usePeopleWords()
  const form = useForm(contract['change-skill'], {
    initial: { nameJa: skill.nameJa, nameEn: skill.nameEn, highestLevel: skill.highestLevel as number | null },
    input: (values) => ({ skillId: skill.id, ...values }),
    onDone: () => {
      showToast(m.skills.saved)
      onDone()
    },
    refusals: m.refusals,
  })
  return (
    <Form form={form} submit={m.save}>
      <TextField {...form.field('nameJa')} label={m.skills.nameJa} width="medium" required />
      <TextField {...form.field('nameEn')} label={m.skills.nameEn} width="medium" required />
      <NumberField {...form.field('highestLevel')} label={m.skills.highestLevel} required />
    </Form>
  )
}

export default function SkillsPage() {
  const m = usePeopleWords()
  const nameOf = useSkillName()
  const skills = useRead(contract.skills, {})
  const [open, setOpen] = useState<Skill | 'new' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <PageTitle
        lead={m.skills.lead}
        actions={
          <Button icon="plus" onClick={() => setOpen('new')}>
            {m.skills.add}
          </Button>
        }
      >
        {m.skills.title}
      </PageTitle>
      <Card>
        <Loaded of={skills}>
          {({ rows }) => (
            <DataList
              caption={m.skills.title}
              rows={rows}
              rowKey={(row) => row.id}
              columns={[
                { key: 'name', label: m.skillLabel, value: nameOf, href: (row) => `/people?skill=${row.id}` },
                { key: 'key', label: m.skills.key, value: (row) => row.key },
                { key: 'highest', label: m.skills.highestLevel, value: (row) => row.highestLevel, numeric: true },
                { key: 'workers', label: m.skills.workers, value: (row) => row.workerCount, numeric: true },
              ]}
              rowActions={{
                label: m.skills.change,
                show: (row) => (
                  <Button size="small" look="outline" icon="edit" aria-label={m.skills.changeOf(nameOf(row))} onClick={() => setOpen(row)}>
                    {m.skills.change}
                  </Button>
                ),
              }}
              empty={{ title: m.skills.none, text: m.skills.noneText }}
            />
          )}
        </Loaded>
      </Card>
      <Dialog open={open !== null} onClose={close} title={open === null || open === 'new' ? m.skills.add : m.skills.changeOf(nameOf(open))}>
        {open === 'new' ? <SkillForm onDone={close} /> : null}
        {open === null || open === 'new' ? null : <ChangeForm skill={open} onDone={close} />}
      </Dialog>
    </>
  )
}

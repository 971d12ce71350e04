import { LinkButton } from '../button.tsx'
import { Checkbox, Checkboxes, RadioGroup, Select } from '../choice-field.tsx'
import { DateField } from '../date-field.tsx'
import { FileDrop, type UploadedFile } from '../file-drop.tsx'
import { Form } from '../form.tsx'
import { useGo } from '../navigation.tsx'
import { MinutesField, NumberField, YenField } from '../number-field.tsx'
import { PageTitle } from '../page-title.tsx'
import { Card } from '../surface.tsx'
import { TextArea, TextField } from '../text-field.tsx'
import { showToast } from '../toast.tsx'
import { useForm } from '../use-form.ts'
import { galleryContract } from './contract.ts'
import { useGalleryWords } from './messages.ts'

type Values = {
  name: string
  units: number | null
  priceYen: number | null
  unitMinutes: number | null
  dueOn: string
  kind: 'alone' | 'team' | ''
  level: '0' | '1' | '2' | ''
  skills: readonly string[]
  agreed: boolean
  note: string
  files: readonly UploadedFile[]
}

const initial: Values = {
  name: '',
  units: null,
  priceYen: null,
  unitMinutes: null,
  dueOn: '',
  kind: '',
  level: '',
  skills: [],
  agreed: false,
  note: '',
  files: [],
}
const levels = ['0', '1', '2'] as const

export default function FormPage() {
  const m = useGalleryWords()
  const go = useGo()
  const form = useForm(galleryContract['create-sample'], {
    initial,
    input: ({ files, kind, level, skills, agreed, ...rest }) => ({
      ...rest,
      kind: kind === '' ? null : kind,
      level: level === '' ? null : level,
      skills: [...skills],
      agreed: agreed || null,
      fileIds: files.map((file) => file.id),
    }),
    onDone: () => {
      showToast(m.fields.done)
      go('/ui-gallery/list')
    },
    draft: 'gallery.create-sample',
    refusals: m.refusals,
  })
  const { fields } = m
  return (
    <>
      <PageTitle>{m.form}</PageTitle>
      <Card>
        <Form
          form={form}
          submit={fields.submit}
          aside={
            <LinkButton look="quiet" href="/ui-gallery/list">
              {m.buttons.back}
            </LinkButton>
          }
        >
          <TextField {...form.field('name')} label={fields.name} help={fields.nameHelp} required />
          <NumberField {...form.field('units')} label={fields.units} unit={fields.pieces} required />
          <YenField {...form.field('priceYen')} label={fields.price} required />
          <MinutesField {...form.field('unitMinutes')} label={fields.minutes} required />
          <DateField {...form.field('dueOn')} label={fields.due} required />
          <RadioGroup
            {...form.field('kind')}
            label={fields.kind}
            look="tiles"
            required
            options={[
              { value: 'alone', label: fields.alone, help: fields.aloneHelp },
              { value: 'team', label: fields.team, help: fields.teamHelp },
            ]}
          />
          <Select
            {...form.field('level')}
            label={fields.level}
            required
            options={levels.map((value) => ({ value, label: fields.levels[Number(value)] ?? value }))}
          />
          <Checkboxes
            {...form.field('skills')}
            label={fields.skills}
            required
            columns
            options={[0, 1, 2, 3].map((skill) => ({ value: String(skill), label: fields.skill(skill) }))}
          />
          <FileDrop {...form.field('files')} label={fields.files} optional accept=".pdf,.csv,.txt,image/*" />
          <TextArea {...form.field('note')} label={fields.note} optional limit={200} />
          <Checkbox {...form.field('agreed')} label={fields.agree} required />
        </Form>
      </Card>
    </>
  )
}

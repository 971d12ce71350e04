import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice-field.tsx'
import { Form } from '../../ui/form.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { contract, type Sheet } from '../contract.ts'
import { useIndicatorWords } from './words.ts'

/** The parts that people write. A draft stays on the device until it is saved. */
export function SheetForm({ sheet, onDone }: { sheet: Sheet; onDone: () => void }) {
  const m = useIndicatorWords()
  const { typed } = sheet
  const form = useForm(contract['edit-sheet'], {
    initial: { ...typed, rating: typed.rating ?? '', direction: typed.direction ?? '', opinions: typed.opinions.join('\n') },
    input: (values) => ({
      municipalityId: sheet.municipality.id,
      fiscalYear: sheet.fiscalYear,
      revision: sheet.revision,
      typed: {
        ...values,
        rating: values.rating === '' ? null : values.rating,
        direction: values.direction === '' ? null : values.direction,
        opinions: values.opinions.split('\n').filter((line) => line.trim() !== ''),
      },
    }),
    onDone: () => {
      showToast(m.edit.saved)
      onDone()
    },
    draft: `indicators.sheet.${sheet.municipality.id}.${sheet.fiscalYear}`,
    refusals: m.refusals,
  })
  const options = (list: Sheet['ratings']) => list.map((option) => ({ value: option.key, label: `${option.key} ${option.label}` }))
  return (
    <Form
      form={form}
      submit={m.edit.save}
      aside={
        <Button look="outline" onClick={onDone}>
          {m.edit.cancel}
        </Button>
      }
    >
      <TextArea {...form.field('positionOfYear')} label={m.paper.position} limit={1_000} />
      <TextArea {...form.field('content')} label={m.paper.content} limit={4_000} />
      <RadioGroup {...form.field('rating')} label={m.edit.rating} options={options(sheet.ratings)} />
      <TextArea {...form.field('effect')} label={m.paper.effect} limit={4_000} />
      <TextArea {...form.field('answerToOpinions')} label={m.paper.answer} limit={4_000} optional />
      <RadioGroup {...form.field('direction')} label={m.edit.direction} options={options(sheet.directions)} />
      <TextArea {...form.field('issues')} label={m.paper.issues} limit={4_000} />
      <TextArea {...form.field('nextSteps')} label={m.paper.nextSteps} limit={4_000} />
      <TextArea {...form.field('opinions')} label={m.paper.opinions} help={m.edit.opinionsHelp} optional />
    </Form>
  )
}

import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice-field.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { Badge } from '../../ui/status.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { contract, type Sheet, type TypedKey } from '../contract.ts'
import { useIndicatorWords } from './words.ts'

/** Longest texts, as the contract has them. */
const limits = { positionOfYear: 1_000, others: 4_000 } as const

/** A part that people write: its words with who wrote them, and the field in their place while somebody writes. */
export function TypedPart({ sheet, part, mayWrite }: { sheet: Sheet; part: TypedKey; mayWrite: boolean }) {
  const m = useIndicatorWords()
  const format = useFormat()
  const [isWriting, setWriting] = useState(false)
  const by = sheet.typedBy[part]
  const isEmpty = textOf(sheet, part).trim() === ''
  if (isWriting) return <PartForm sheet={sheet} part={part} onDone={() => setWriting(false)} />
  return (
    <div className="space-y-2">
      <Shown sheet={sheet} part={part} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 print:hidden">
        {by ? <Badge tone="info">{`${m.paper.typed} ${m.edit.by(by.name, format.shortDate(by.at))}`}</Badge> : null}
        {mayWrite ? (
          <Button
            look="quiet"
            size="small"
            icon="edit"
            aria-label={m.edit.open(m.parts[part], isEmpty ? m.edit.write : m.edit.change)}
            onClick={() => setWriting(true)}
          >
            {isEmpty ? m.edit.write : m.edit.change}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

/** What the software counted itself. */
export function ComputedMark() {
  const m = useIndicatorWords()
  return (
    <span className="print:hidden">
      <Badge>{m.paper.computed}</Badge>
    </span>
  )
}

function textOf({ typed }: Sheet, part: TypedKey): string {
  const value = typed[part]
  return Array.isArray(value) ? value.join('\n') : (value ?? '')
}

const optionsOf = (sheet: Sheet, part: TypedKey): Sheet['ratings'] | null =>
  part === 'rating' ? sheet.ratings : part === 'direction' ? sheet.directions : null

function Shown({ sheet, part }: { sheet: Sheet; part: TypedKey }) {
  const m = useIndicatorWords()
  const options = optionsOf(sheet, part)
  const text = textOf(sheet, part)
  if (options) return <Options options={options} chosen={text} />
  if (text.trim() === '') return <span className="text-ink-soft">{m.paper.blank}</span>
  if (part !== 'opinions') return <p className="whitespace-pre-wrap">{text}</p>
  return (
    <ul className="list-disc pl-6">
      {sheet.typed.opinions.map((opinion) => (
        <li key={opinion}>{opinion}</li>
      ))}
    </ul>
  )
}

/** All options as the paper lists them, the chosen one marked by a ring and by words. */
function Options({ options, chosen }: { options: Sheet['ratings']; chosen: string }) {
  const m = useIndicatorWords()
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1">
      {options.map((option) => (
        <li key={option.key} className={option.key === chosen ? 'font-bold' : 'text-ink-soft'}>
          <span className={`mr-1 inline-block min-w-8 rounded-full text-center ${option.key === chosen ? 'border-2 border-accent' : ''}`}>
            {option.key}
          </span>
          {option.label}
          {option.key === chosen ? <span className="sr-only"> {m.edit.chosen}</span> : null}
        </li>
      ))}
    </ul>
  )
}

function PartForm({ sheet, part, onDone }: { sheet: Sheet; part: TypedKey; onDone: () => void }) {
  const m = useIndicatorWords()
  const options = optionsOf(sheet, part)
  const form = useForm(contract['edit-sheet'], {
    initial: { [part]: textOf(sheet, part) },
    input: (values) => ({
      municipalityId: sheet.municipality.id,
      fiscalYear: sheet.fiscalYear,
      revision: sheet.revision,
      typed: { ...sheet.typed, [part]: valueOf(part, values[part] ?? '') },
    }),
    onDone: () => {
      showToast(m.saved)
      onDone()
    },
    draft: `indicators.sheet.${sheet.municipality.id}.${sheet.fiscalYear}.${part}`,
    refusals: m.refusals,
  })
  return (
    <Form
      form={form}
      submit={m.save}
      aside={
        <Button look="outline" onClick={onDone}>
          {m.close}
        </Button>
      }
    >
      {options ? (
        <RadioGroup
          {...form.field(part)}
          label={m.parts[part]}
          options={options.map((option) => ({ value: option.key, label: `${option.key} ${option.label}` }))}
        />
      ) : (
        <TextArea
          {...form.field(part)}
          label={m.parts[part]}
          {...(part === 'opinions'
            ? { help: m.edit.opinionsHelp }
            : { limit: part === 'positionOfYear' ? limits.positionOfYear : limits.others })}
        />
      )}
    </Form>
  )
}

function valueOf(part: TypedKey, text: string): string | string[] | null {
  if (part === 'opinions') return text.split('\n').filter((line) => line.trim() !== '')
  return (part === 'rating' || part === 'direction') && text === '' ? null : text
}

import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { formatLanguage, useLanguage } from '../../ui/language.ts'
import { Card } from '../../ui/surface.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { Money, NumberText } from '../../ui/value-text.tsx'
import { contract } from '../contract/index.ts'
import type { Stair } from './answers.ts'
import { Done } from './done.tsx'
import { useMoneyWords } from './words.ts'

type Kind = Stair['undecided'][number]

/** Step 2: kinds of work of which nobody has said whether tax is withheld. */
export function UndecidedStep({ stair }: { stair: Stair }) {
  const m = useMoneyWords()
  const language = formatLanguage(useLanguage())
  const [kind, setKind] = useState<Kind | null>(null)
  const nameOf = (each: Kind): string => (language === 'ja' ? each.nameJa : each.nameEn)
  return (
    <Card title={m.closing.undecided}>
      {stair.undecided.length === 0 ? (
        <Done>{m.closing.undecidedOk}</Done>
      ) : (
        <>
          <p className="measure mb-3">{m.closing.undecidedText}</p>
          <ul className="divide-y divide-line">
            {stair.undecided.map((each) => (
              <li key={each.workKindId} className="flex flex-wrap items-center justify-between gap-3 py-3">
                <span className="font-bold">{nameOf(each)}</span>
                <span className="tabular text-ink-soft">
                  <NumberText value={each.lineCount} /> ・ <Money yen={each.amountYen} />
                </span>
                <Button size="small" look="outline" onClick={() => setKind(each)}>
                  {m.closing.decide}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <Dialog open={kind !== null} onClose={() => setKind(null)} title={kind ? m.closing.decideTitle(nameOf(kind)) : ''}>
        {kind ? <DecideForm kind={kind} onDone={() => setKind(null)} /> : null}
      </Dialog>
    </Card>
  )
}

function DecideForm({ kind, onDone }: { kind: Kind; onDone: () => void }) {
  const m = useMoneyWords()
  const form = useForm(contract['decide-withholding'], {
    initial: { withholding: '' as 'subject' | 'not-subject' | '', basis: '' },
    input: (values) => ({
      workKindId: kind.workKindId,
      basis: values.basis,
      withholding: values.withholding === '' ? null : values.withholding,
    }),
    refusals: m.refusals,
    onDone: () => {
      showToast(m.closing.decided)
      onDone()
    },
  })
  return (
    <Form form={form} submit={m.closing.decide}>
      <RadioGroup
        {...form.field('withholding')}
        label={m.withholding}
        options={[
          { value: 'subject', label: m.closing.subject },
          { value: 'not-subject', label: m.closing.notSubject },
        ]}
        required
      />
      <TextArea {...form.field('basis')} label={m.closing.basis} help={m.closing.basisHelp} required limit={1000} />
    </Form>
  )
}

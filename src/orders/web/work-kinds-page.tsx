import { useState } from 'react'
import type { z } from 'zod'
import { Button } from '../../ui/button.tsx'
import { RadioGroup, Select } from '../../ui/choice-field.tsx'
import { useRead } from '../../ui/client.ts'
import { DataList } from '../../ui/data-list.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { formatLanguage, useLanguage } from '../../ui/language.ts'
import { Loaded } from '../../ui/loading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Badge } from '../../ui/status.tsx'
import { Card } from '../../ui/surface.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { contract } from '../contract/index.ts'
import { paymentCategories, type PaymentCategory, paymentCategoryJa } from '../rules/payment-category.ts'
import { usualWorkKinds } from '../rules/usual-work-kinds.ts'
import { useStaffWords } from './words.ts'

type Kind = z.output<(typeof contract)['work-kinds']['output']>['rows'][number]

const withholdings = ['subject', 'not-subject', 'undecided'] as const

/** Writes a new kind, or the one that is given; its key is what other records know it by and stays. */
function KindForm({ kind, onDone }: { kind: Kind | null; onDone: () => void }) {
  const { workKinds: m, save } = useStaffWords()
  const language = formatLanguage(useLanguage())
  const form = useForm(contract['record-work-kind'], {
    initial: {
      key: kind?.key ?? '',
      nameJa: kind?.nameJa ?? '',
      nameEn: kind?.nameEn ?? '',
      withholding: (kind?.withholding ?? 'undecided') as Kind['withholding'] | '',
      paymentCategory: (kind?.paymentCategory ?? '') as PaymentCategory | '',
    },
    input: ({ withholding, ...values }) => ({ ...values, withholding: withholding === '' ? null : withholding }),
    onDone: () => {
      showToast(m.saved)
      onDone()
    },
  })
  return (
    <Form form={form} submit={save}>
      {kind === null ? (
        <Select
          name="usual"
          label={m.usual}
          value={usualWorkKinds.find(({ key }) => key === form.values.key)?.key ?? ''}
          onChange={(key) => {
            for (const usual of usualWorkKinds)
              if (usual.key === key) for (const field of ['key', 'nameJa', 'nameEn'] as const) form.set(field, usual[field])
          }}
          none={m.usualNone}
          options={usualWorkKinds.map((usual) => ({ value: usual.key, label: language === 'en' ? usual.nameEn : usual.nameJa }))}
          optional
        />
      ) : null}
      <TextField {...form.field('nameJa')} label={m.nameJa} width="medium" required />
      <TextField {...form.field('nameEn')} label={m.nameEn} width="medium" required />
      {kind === null ? <TextField {...form.field('key')} label={m.key} help={m.keyHelp} width="medium" required /> : null}
      <RadioGroup
        {...form.field('withholding')}
        label={m.withholding}
        help={m.withholdingHelp}
        options={withholdings.map((value) => ({ value, label: m.withholdings[value] }))}
        required
      />
      {form.values.withholding === 'subject' ? (
        <Select
          {...form.field('paymentCategory')}
          label={m.paymentCategory}
          help={m.paymentCategoryHelp(paymentCategoryJa({ paymentCategory: '', nameJa: form.values.nameJa }))}
          none={m.paymentCategoryNone}
          options={paymentCategories.map(({ key, ...names }) => ({ value: key, label: names[language] }))}
          optional
        />
      ) : null}
    </Form>
  )
}

const tones = { subject: 'info', 'not-subject': 'neutral', undecided: 'warning' } as const

export default function WorkKindsPage() {
  const m = useStaffWords().workKinds
  const language = formatLanguage(useLanguage())
  const nameOf = (kind: Kind): string => (language === 'en' ? kind.nameEn : kind.nameJa)
  const kinds = useRead(contract['work-kinds'], {})
  const [open, setOpen] = useState<Kind | 'new' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <PageTitle
        lead={m.lead}
        actions={
          <Button icon="plus" onClick={() => setOpen('new')}>
            {m.add}
          </Button>
        }
      >
        {m.title}
      </PageTitle>
      <Card>
        <Loaded of={kinds}>
          {({ rows }) => (
            <DataList
              caption={m.title}
              rows={rows}
              rowKey={(row) => row.id}
              columns={[
                { key: 'name', label: m.title, value: nameOf },
                { key: 'key', label: m.key, value: (row) => row.key },
                {
                  key: 'withholding',
                  label: m.withholding,
                  value: (row) => m.withholdings[row.withholding],
                  show: (row) => <Badge tone={tones[row.withholding]}>{m.withholdings[row.withholding]}</Badge>,
                },
                { key: 'packages', label: m.packages, value: (row) => row.packageCount, numeric: true },
              ]}
              rowActions={{
                label: m.change,
                show: (row) => (
                  <Button size="small" look="outline" icon="edit" aria-label={m.changeOf(nameOf(row))} onClick={() => setOpen(row)}>
                    {m.change}
                  </Button>
                ),
              }}
              empty={{ title: m.none, text: m.noneText }}
            />
          )}
        </Loaded>
      </Card>
      <Dialog open={open !== null} onClose={close} title={open === null || open === 'new' ? m.add : m.changeOf(nameOf(open))}>
        {open === null ? null : <KindForm kind={open === 'new' ? null : open} onDone={close} />}
      </Dialog>
    </>
  )
}

import { useRead } from '../../ui/client.ts'
import { Select } from '../../ui/choice-field.tsx'
import { DataList } from '../../ui/data-list.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { YenField } from '../../ui/number-field.tsx'
import { Badge } from '../../ui/status.tsx'
import { Card, Grid } from '../../ui/surface.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { Money, todayInJapan } from '../../ui/value-text.tsx'
import { contract } from '../contract/index.ts'
import { prefecturesJa } from '../rules/municipality-code.ts'
import { SetUpFrame } from './set-up-frame.tsx'
import { useProgrammeWords } from './words.ts'

function WageForm() {
  const m = useProgrammeWords()
  const initial = { prefecture: '', validFrom: '', hourlyYen: null as number | null }
  const form = useForm(contract['record-minimum-wage'], {
    initial,
    input: (values) => values,
    refusals: m.refusals,
    onDone: () => {
      showToast(m.saved)
      form.discardDraft()
    },
  })
  return (
    <Form form={form} submit={m.wages.add}>
      <Select
        {...form.field('prefecture')}
        label={m.wages.prefecture}
        options={prefecturesJa.map((name) => ({ value: name, label: name }))}
        required
      />
      <DateField {...form.field('validFrom')} label={m.wages.validFrom} required />
      <YenField {...form.field('hourlyYen')} label={m.wages.hourly} required />
    </Form>
  )
}

export default function MinimumWagesPage() {
  const m = useProgrammeWords()
  const format = useFormat()
  const wages = useRead(contract['minimum-wages'], {})
  const today = todayInJapan()
  return (
    <SetUpFrame step="minimum-wage" title={m.wages.title} lead={m.wages.lead}>
      <Grid min="large">
        <Card>
          <Loaded of={wages}>
            {({ rows }) => (
              <DataList
                caption={m.wages.title}
                rows={rows}
                rowKey={(row) => `${row.prefecture} ${row.validFrom}`}
                columns={[
                  { key: 'prefecture', label: m.wages.prefecture, value: (row) => row.prefecture },
                  {
                    key: 'validFrom',
                    label: m.wages.validFrom,
                    value: (row) => row.validFrom,
                    show: (row) => {
                      const current = rows.find((each) => each.prefecture === row.prefecture && each.validFrom <= today) === row
                      return (
                        <span className="inline-flex flex-wrap items-center gap-2">
                          {format.shortDate(row.validFrom)}
                          {current ? <Badge tone="success">{m.wages.current}</Badge> : null}
                        </span>
                      )
                    },
                  },
                  {
                    key: 'hourly',
                    label: m.wages.hourly,
                    value: (row) => row.hourlyYen,
                    show: (row) => <Money yen={row.hourlyYen} />,
                    numeric: true,
                  },
                ]}
                empty={{ title: m.wages.none, text: m.wages.noneText }}
              />
            )}
          </Loaded>
        </Card>
        <Card title={m.wages.add}>
          <WageForm />
        </Card>
      </Grid>
    </SetUpFrame>
  )
}

import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { RadioGroup, Select } from '../../ui/choice-field.tsx'
import { useRead } from '../../ui/client.ts'
import { DataList } from '../../ui/data-list.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Badge, Notice } from '../../ui/status.tsx'
import { Card } from '../../ui/surface.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { todayInJapan } from '../../ui/value-text.tsx'
import { contract } from '../contract/index.ts'
import { prefectureNameOf, prefecturesJa } from '../rules/municipality-code.ts'
import { SetUpFrame } from './set-up-frame.tsx'
import { useProgrammeWords } from './words.ts'

type Site = (typeof contract)['sites']['output']['_output']['rows'][number]
type Municipality = (typeof contract)['municipalities']['output']['_output']['rows'][number]

const classes = ['0', '1', '2', '3'] as const
const classOf = (level: number): (typeof classes)[number] => classes[level] ?? '0'

function SiteForm({ site, municipalities, onDone }: { site: Site | null; municipalities: readonly Municipality[]; onDone: () => void }) {
  const m = useProgrammeWords()
  const [first] = municipalities
  const initial = {
    municipalityId: site?.municipalityId ?? first?.id ?? '',
    name: site?.name ?? '',
    prefecture: site?.prefecture ?? prefectureNameOf(first?.code ?? '') ?? '',
    address: site?.address ?? '',
    seats: (site?.seats ?? null) as number | null,
    securityClass: classOf(site?.securityClass ?? 0) as (typeof classes)[number] | '',
    openedOn: site?.openedOn ?? todayInJapan(),
    closedOn: site?.closedOn ?? '',
  }
  const fields = (values: typeof initial) => ({
    ...values,
    securityClass: Number(values.securityClass),
    closedOn: values.closedOn === '' ? null : values.closedOn,
  })
  const shared = {
    initial,
    refusals: m.refusals,
    onDone: () => {
      showToast(m.saved)
      onDone()
    },
  }
  const add = useForm(contract['add-site'], { ...shared, input: fields })
  const change = useForm(contract['change-site'], { ...shared, input: (values) => ({ ...fields(values), siteId: site?.id ?? null }) })
  const form = site ? change : add
  return (
    <Form form={form} submit={site ? m.save : m.sites.add}>
      <TextField {...form.field('name')} label={m.sites.name} width="medium" required />
      <Select
        {...form.field('municipalityId')}
        label={m.municipality}
        options={municipalities.map((row) => ({ value: row.id, label: row.name }))}
        required
      />
      <Select
        {...form.field('prefecture')}
        label={m.sites.prefecture}
        help={m.sites.prefectureHelp}
        options={prefecturesJa.map((name) => ({ value: name, label: name }))}
        required
      />
      <TextField {...form.field('address')} label={m.address} optional />
      <NumberField {...form.field('seats')} label={m.sites.seats} unit={m.sites.seatsUnit} required />
      <RadioGroup
        {...form.field('securityClass')}
        label={m.sites.securityClass}
        options={classes.map((value) => ({ value, label: m.sites.securityClasses[value] }))}
        required
      />
      <DateField {...form.field('openedOn')} label={m.sites.openedOn} required />
      {site ? <DateField {...form.field('closedOn')} label={m.sites.closedOn} optional /> : null}
    </Form>
  )
}

export default function SitesPage() {
  const m = useProgrammeWords()
  const sites = useRead(contract.sites, {})
  const municipalities = useRead(contract.municipalities, {})
  const [open, setOpen] = useState<Site | 'new' | null>(null)
  const cities = municipalities.data?.rows ?? []
  const addButton = (
    <Button icon="plus" disabled={cities.length === 0} onClick={() => setOpen('new')}>
      {m.sites.add}
    </Button>
  )
  return (
    <SetUpFrame step="sites" title={m.sites.title} lead={m.sites.lead} actions={addButton}>
      {municipalities.data && cities.length === 0 ? <Notice tone="warning">{m.sites.needMunicipality}</Notice> : null}
      <Card>
        <Loaded of={sites}>
          {({ rows }) => (
            <DataList
              caption={m.sites.title}
              rows={rows}
              rowKey={(row) => row.id}
              columns={[
                { key: 'name', label: m.sites.name, value: (row) => row.name },
                { key: 'municipality', label: m.municipality, value: (row) => row.municipalityName },
                { key: 'seats', label: m.sites.seats, value: (row) => row.seats, numeric: true },
                { key: 'class', label: m.sites.securityClass, value: (row) => m.sites.securityClasses[classOf(row.securityClass)] },
                {
                  key: 'state',
                  label: m.state,
                  value: (row) => (row.closedOn === null ? m.sites.open : m.sites.closed),
                  show: (row) => (
                    <Badge tone={row.closedOn === null ? 'success' : 'neutral'}>
                      {row.closedOn === null ? m.sites.open : m.sites.closed}
                    </Badge>
                  ),
                },
              ]}
              rowActions={{
                label: m.people.actions,
                show: (row) => (
                  <Button size="small" look="outline" icon="edit" aria-label={`${m.sites.edit}: ${row.name}`} onClick={() => setOpen(row)}>
                    {m.sites.edit}
                  </Button>
                ),
              }}
              empty={{ title: m.sites.none, text: m.sites.noneText }}
            />
          )}
        </Loaded>
      </Card>
      <Dialog open={open !== null} onClose={() => setOpen(null)} title={open === 'new' || open === null ? m.sites.add : open.name}>
        {open === null ? null : <SiteForm site={open === 'new' ? null : open} municipalities={cities} onDone={() => setOpen(null)} />}
      </Dialog>
    </SetUpFrame>
  )
}

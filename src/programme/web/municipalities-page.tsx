import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice-field.tsx'
import { useRead } from '../../ui/client.ts'
import { DataList } from '../../ui/data-list.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { Badge } from '../../ui/status.tsx'
import { Card } from '../../ui/surface.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { todayInJapan } from '../../ui/value-text.tsx'
import { foldCode } from '../../platform/typed-text.ts'
import { contract } from '../contract/index.ts'
import { isMunicipalityCode, municipalityCheckDigit, prefectureNameOf } from '../rules/municipality-code.ts'
import { SetUpFrame } from './set-up-frame.tsx'
import { useProgrammeWords } from './words.ts'

type Municipality = (typeof contract)['municipalities']['output']['_output']['rows'][number]

const orNull = (text: string): string | null => (text === '' ? null : text)

/** Five digits are completed with their check digit, so that a wrong sixth one is explained and not only refused. */
function useCodeHint(code: string): string | null {
  const m = useProgrammeWords()
  const five = code.slice(0, 5)
  if (!/^[0-9]{5,6}$/.test(code) || isMunicipalityCode(code) || prefectureNameOf(five) === null) return null
  return m.municipalities.codeHint(`${five}${municipalityCheckDigit(five)}`)
}

function MunicipalityForm({ municipality, onDone }: { municipality: Municipality | null; onDone: () => void }) {
  const m = useProgrammeWords()
  const initial = {
    name: municipality?.name ?? '',
    nameEn: municipality?.nameEn ?? '',
    code: municipality?.code ?? '',
    department: municipality?.department ?? '',
    isLead: municipality?.isLead ?? false,
    isMember: municipality?.isMember ?? true,
    joinedOn: municipality?.joinedOn ?? todayInJapan(),
    leftOn: municipality?.leftOn ?? '',
    adoptedOn: municipality?.adoptedOn ?? '',
  }
  const fields = (values: typeof initial) => ({
    ...values,
    code: orNull(values.code),
    leftOn: orNull(values.leftOn),
    adoptedOn: orNull(values.adoptedOn),
  })
  const done = () => {
    showToast(municipality ? m.saved : m.municipalities.added)
    onDone()
  }
  const shared = { initial, onDone: done, refusals: m.refusals, faults: m.faults }
  const add = useForm(contract['add-municipality'], { ...shared, input: fields })
  const change = useForm(contract['change-municipality'], {
    ...shared,
    input: (values) => ({ ...fields(values), municipalityId: municipality?.id ?? null }),
  })
  const form = municipality ? change : add
  const hint = useCodeHint(foldCode(form.values.code))
  return (
    <Form form={form} submit={municipality ? m.save : m.municipalities.add}>
      <TextField {...form.field('name')} label={m.municipalities.name} width="medium" required />
      <CodeField {...form.field('code')} label={m.municipalities.code} help={hint ?? m.municipalities.codeHelp} optional />
      <TextField {...form.field('department')} label={m.municipalities.department} width="medium" optional />
      <TextField {...form.field('nameEn')} label={m.municipalities.nameEn} width="medium" optional />
      <Checkbox {...form.field('isLead')} label={m.municipalities.isLead} />
      <Checkbox {...form.field('isMember')} label={m.municipalities.isMember} />
      <DateField {...form.field('joinedOn')} label={m.municipalities.joinedOn} required />
      <DateField {...form.field('adoptedOn')} label={m.municipalities.adoptedOn} help={m.municipalities.adoptedOnHelp} optional />
      {municipality ? <DateField {...form.field('leftOn')} label={m.municipalities.leftOn} optional /> : null}
    </Form>
  )
}

export default function MunicipalitiesPage() {
  const m = useProgrammeWords()
  const format = useFormat()
  const municipalities = useRead(contract.municipalities, {})
  const [open, setOpen] = useState<Municipality | 'new' | null>(null)
  const kindOf = (row: Municipality): string =>
    row.leftOn !== null ? m.municipalities.left : row.isMember ? m.municipalities.member : m.municipalities.adopter
  const addButton = (
    <Button icon="plus" onClick={() => setOpen('new')}>
      {m.municipalities.add}
    </Button>
  )
  return (
    <SetUpFrame step="municipalities" title={m.municipalities.title} lead={m.municipalities.lead} actions={addButton}>
      <Card>
        <Loaded of={municipalities}>
          {({ rows }) => (
            <DataList
              caption={m.municipalities.title}
              rows={rows}
              rowKey={(row) => row.id}
              columns={[
                {
                  key: 'name',
                  label: m.municipalities.name,
                  value: (row) => row.name,
                  show: (row) => (
                    <span className="inline-flex flex-wrap items-center gap-2">
                      {row.name}
                      {row.isLead ? <Badge tone="info">{m.municipalities.leads}</Badge> : null}
                    </span>
                  ),
                },
                { key: 'code', label: m.municipalities.code, value: (row) => row.code ?? m.none },
                { key: 'department', label: m.municipalities.department, value: (row) => row.department },
                {
                  key: 'joinedOn',
                  label: m.municipalities.joinedOn,
                  value: (row) => row.joinedOn,
                  show: (row) => format.shortDate(row.joinedOn),
                },
                { key: 'state', label: m.kind, value: kindOf },
              ]}
              rowActions={{
                label: m.people.actions,
                show: (row) => (
                  <Button
                    size="small"
                    look="outline"
                    icon="edit"
                    aria-label={`${m.municipalities.edit}: ${row.name}`}
                    onClick={() => setOpen(row)}
                  >
                    {m.municipalities.edit}
                  </Button>
                ),
              }}
              empty={{ title: m.municipalities.none, text: m.municipalities.noneText }}
            />
          )}
        </Loaded>
      </Card>
      <Dialog open={open !== null} onClose={() => setOpen(null)} title={open === 'new' || open === null ? m.municipalities.add : open.name}>
        {open === null ? null : <MunicipalityForm municipality={open === 'new' ? null : open} onDone={() => setOpen(null)} />}
      </Dialog>
    </SetUpFrame>
  )
}

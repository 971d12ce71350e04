import { Select } from '../../ui/choice-field.tsx'
import { useRead } from '../../ui/client.ts'
import { Form } from '../../ui/form.tsx'
import { PhoneField } from '../../ui/code-field.tsx'
import { HoursField, NumberField, YenField } from '../../ui/number-field.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { contract as programmeContract } from '../../programme/contract/index.ts'
import { prefecturesJa } from '../../programme/rules/municipality-code.ts'
import { contract } from '../contract/index.ts'
import { isEquipment, type Equipment } from '../rules/equipment.ts'
import { EmployeesField, EquipmentField } from './fields.tsx'
import type { PersonRecord } from './record.ts'
import { usePeopleWords } from './words.ts'

type FormProps = { record: PersonRecord; onDone?: () => void }

export function ProfileForm({ record, onDone }: FormProps) {
  const m = usePeopleWords()
  const municipalities = useRead(programmeContract.municipalities, {})
  const sites = useRead(programmeContract.sites, {})
  const form = useForm(contract['change-profile'], {
    draft: `people.change-profile.${record.id}`,
    initial: {
      name: record.name,
      kana: record.kana,
      displayName: record.displayName,
      phone: record.contact?.phone ?? '',
      postalAddress: record.contact?.postalAddress ?? '',
      prefecture: record.prefecture,
      municipalityId: record.municipalityId,
      siteId: record.siteId ?? '',
    },
    input: (values) => ({ ...values, workerId: record.id, siteId: values.siteId === '' ? null : values.siteId }),
    onDone: () => {
      showToast(m.saved)
      onDone?.()
    },
    refusals: m.refusals,
    faults: m.faults,
  })
  const cities = (municipalities.data?.rows ?? []).filter(
    (row) => (row.isMember && row.leftOn === null) || row.id === record.municipalityId,
  )
  const open = (sites.data?.rows ?? []).filter((row) => row.closedOn === null || row.id === record.siteId)
  return (
    <Form form={form} submit={m.save}>
      <TextField {...form.field('name')} label={m.fields.name} autoComplete="name" width="medium" required />
      <TextField {...form.field('kana')} label={m.fields.kana} help={m.fields.kanaHelp} width="medium" required />
      <TextField {...form.field('displayName')} label={m.fields.displayName} help={m.fields.displayNameHelp} width="medium" required />
      <PhoneField {...form.field('phone')} label={m.fields.phone} autoComplete="tel" optional />
      <TextField
        {...form.field('postalAddress')}
        label={m.fields.postalAddress}
        help={m.fields.postalAddressHelp}
        autoComplete="street-address"
        optional
      />
      <Select
        {...form.field('prefecture')}
        label={m.fields.prefecture}
        options={prefecturesJa.map((name) => ({ value: name, label: name }))}
        required
      />
      <Select
        {...form.field('municipalityId')}
        label={m.fields.municipality}
        options={cities.map((row) => ({ value: row.id, label: row.name }))}
        required
      />
      <Select
        {...form.field('siteId')}
        label={m.fields.site}
        none={m.fields.noSite}
        options={open.map((row) => ({ value: row.id, label: row.name }))}
      />
    </Form>
  )
}

export function WishesForm({ record, onDone }: FormProps) {
  const m = usePeopleWords()
  const form = useForm(contract['change-wishes'], {
    draft: `people.change-wishes.${record.id}`,
    initial: {
      wish: record.wish,
      wantedMonthlyYen: record.wantedMonthlyYen as number | null,
      wantedMonthlyMinutes: record.wantedMonthlyMinutes as number | null,
      highestMonthlyMinutes: record.highestMonthlyMinutes as number | null,
    },
    input: (values) => ({ ...values, workerId: record.id }),
    onDone: () => {
      showToast(m.saved)
      onDone?.()
    },
    refusals: m.refusals,
    faults: m.faults,
  })
  return (
    <Form form={form} submit={m.save}>
      <TextArea {...form.field('wish')} label={m.fields.wish} help={m.fields.wishHelp} limit={1_000} optional />
      <YenField {...form.field('wantedMonthlyYen')} label={m.fields.wantedMonthlyYen} required />
      <HoursField {...form.field('wantedMonthlyMinutes')} label={m.fields.wantedMonthlyMinutes} required />
      <HoursField {...form.field('highestMonthlyMinutes')} label={m.fields.highestMonthlyMinutes} help={m.fields.highestHelp} required />
    </Form>
  )
}

export function EquipmentForm({ record, onDone }: FormProps) {
  const m = usePeopleWords()
  const form = useForm(contract['change-equipment'], {
    initial: { equipment: record.equipment.filter(isEquipment) as readonly Equipment[], lineSpeedMbps: record.lineSpeedMbps },
    input: (values) => ({ workerId: record.id, equipment: [...values.equipment], lineSpeedMbps: values.lineSpeedMbps }),
    onDone: () => {
      showToast(m.saved)
      onDone?.()
    },
    refusals: m.refusals,
  })
  return (
    <Form form={form} submit={m.save}>
      <EquipmentField {...form.field('equipment')} />
      <NumberField
        {...form.field('lineSpeedMbps')}
        label={m.fields.lineSpeed}
        help={m.fields.lineSpeedHelp}
        unit={m.fields.lineSpeedUnit}
        optional
      />
    </Form>
  )
}

export function EmployeesForm({ record, onDone }: FormProps) {
  const m = usePeopleWords()
  const answered = record.usesEmployeesDeclaredOn === null ? '' : record.usesEmployees ? 'yes' : 'no'
  const form = useForm(contract['declare-employees'], {
    initial: { usesEmployees: answered as 'yes' | 'no' | '' },
    input: (values) => ({ workerId: record.id, usesEmployees: values.usesEmployees === '' ? null : values.usesEmployees === 'yes' }),
    onDone: () => {
      showToast(m.saved)
      onDone?.()
    },
    refusals: m.refusals,
  })
  return (
    <Form form={form} submit={m.save}>
      <EmployeesField {...form.field('usesEmployees')} />
    </Form>
  )
}

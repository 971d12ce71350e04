import { type ReactNode, useEffect, useEffectEvent } from 'react'
import { Button } from '../../ui/button.tsx'
import { Checkbox, RadioGroup, Select } from '../../ui/choice-field.tsx'
import { Form } from '../../ui/form.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PhoneField } from '../../ui/code-field.tsx'
import { HoursField, NumberField, YenField } from '../../ui/number-field.tsx'
import { Heading, Stack } from '../../ui/surface.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { type FormState, useFreeForm } from '../../ui/use-form.ts'
import { consentPurposes } from '../rules/consents.ts'
import { faultsOfStep, type Application, type RegistrationForm, type StepKey } from './application.ts'
import { EmployeesField, EquipmentField, SkillsField } from './fields.tsx'
import { WeekField } from './week-field.tsx'
import { usePeopleWords } from './words.ts'

type PartProps = { state: FormState<Application>; form: RegistrationForm }

function Briefing({ state }: PartProps) {
  const m = usePeopleWords().register
  return (
    <Stack gap="medium">
      <ul className="measure space-y-3">
        {m.briefing.map((line) => (
          <li key={line} className="flex gap-3">
            <span className="text-accent-ink">
              <Icon name="check" className="mt-1 size-5" />
            </span>
            <span>{line}</span>
          </li>
        ))}
      </ul>
      <Heading level={3}>{m.flowTitle}</Heading>
      <ol className="measure list-decimal space-y-1 pl-6">
        {m.flow.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <Checkbox {...state.field('understood')} label={m.understood} required />
    </Stack>
  )
}

function Personal({ state, form }: PartProps) {
  const { fields: m } = usePeopleWords()
  // Most people live where they take part, so the prefecture is filled in and can be changed.
  const chooseMunicipality = (id: string): void => {
    state.set('municipalityId', id)
    const prefecture = form.municipalities.find((row) => row.id === id)?.prefecture
    if (prefecture && state.values.prefecture === '') state.set('prefecture', prefecture)
  }
  return (
    <>
      <RadioGroup
        {...state.field('kind')}
        label={m.kind}
        options={[
          { value: 'individual', label: m.kinds.individual },
          { value: 'corporation', label: m.kinds.corporation },
        ]}
        required
      />
      <TextField {...state.field('name')} label={m.name} autoComplete="name" width="medium" required />
      <TextField {...state.field('kana')} label={m.kana} help={m.kanaHelp} width="medium" required />
      <TextField {...state.field('displayName')} label={m.displayName} help={m.displayNameHelp} width="medium" optional />
      <PhoneField {...state.field('phone')} label={m.phone} help={m.phoneHelp} autoComplete="tel" optional />
      <Select
        {...state.field('municipalityId')}
        onChange={chooseMunicipality}
        label={m.municipality}
        help={m.municipalityHelp}
        options={form.municipalities.map((row) => ({ value: row.id, label: row.name }))}
        required
      />
      <Select
        {...state.field('prefecture')}
        label={m.prefecture}
        options={form.prefectures.map((name) => ({ value: name, label: name }))}
        required
      />
      <TextField
        {...state.field('postalAddress')}
        label={m.postalAddress}
        help={m.postalAddressHelp}
        autoComplete="street-address"
        optional
      />
    </>
  )
}

function Wishes({ state }: PartProps) {
  const { fields: m } = usePeopleWords()
  return (
    <>
      <TextArea {...state.field('wish')} label={m.wish} help={m.wishHelp} limit={1_000} optional />
      <YenField {...state.field('wantedMonthlyYen')} label={m.wantedMonthlyYen} required />
      <HoursField {...state.field('wantedMonthlyMinutes')} label={m.wantedMonthlyMinutes} required />
      <HoursField {...state.field('highestMonthlyMinutes')} label={m.highestMonthlyMinutes} help={m.highestHelp} required />
    </>
  )
}

function Time({ state }: PartProps) {
  const { fields: m } = usePeopleWords()
  return <WeekField {...state.field('week')} label={m.week} help={m.weekHelp} />
}

function EquipmentPart({ state }: PartProps) {
  const { fields: m } = usePeopleWords()
  return (
    <>
      <EquipmentField {...state.field('equipment')} />
      <NumberField {...state.field('lineSpeedMbps')} label={m.lineSpeed} help={m.lineSpeedHelp} unit={m.lineSpeedUnit} optional />
    </>
  )
}

function Consent({ state }: PartProps) {
  const { consents: m } = usePeopleWords()
  const field = state.field('consents')
  return (
    <>
      <EmployeesField {...state.field('usesEmployees')} />
      {consentPurposes.map((purpose) => (
        <Checkbox
          key={purpose}
          name={`consents.${purpose}`}
          value={field.value.includes(purpose)}
          onChange={(on) => field.onChange(consentPurposes.filter((each) => (each === purpose ? on : field.value.includes(each))))}
          error={state.errors.find(({ path }) => path === `consents.${purpose}`)?.text ?? null}
          label={m[purpose]}
          help={m.text[purpose]}
          required
        />
      ))}
    </>
  )
}

const parts: Record<Exclude<StepKey, 'account'>, (props: PartProps) => ReactNode> = {
  briefing: Briefing,
  personal: Personal,
  wishes: Wishes,
  time: Time,
  skills: ({ state, form }) => <SkillsField {...state.field('skills')} skills={form.skills} />,
  equipment: EquipmentPart,
  consent: Consent,
}

type ApplicationStepProps = {
  step: Exclude<StepKey, 'account'>
  form: RegistrationForm
  application: Application
  /** Told at every change, so that nothing typed is lost by going back. */
  onChange: (application: Application) => void
  onBack: (() => void) | null
  onNext: (application: Application) => void
}

/** One step of applying: its own fields are checked by the contract before the next one opens. */
export function ApplicationStep({ step, form, application, onChange, onBack, onNext }: ApplicationStepProps) {
  const m = usePeopleWords()
  const state = useFreeForm({
    initial: application,
    check: (values) => faultsOfStep(step, values),
    send: async (values) => values,
    onDone: (values) => onNext(values),
    faults: { ...m.faults, 'must-accept': m.register.mustAccept },
  })
  const { values } = state
  const keep = useEffectEvent(() => onChange(values))
  useEffect(() => keep(), [values])
  const Part = parts[step]
  return (
    <Form
      form={state}
      submit={m.register.next}
      aside={
        onBack ? (
          <Button look="outline" onClick={onBack}>
            {m.register.back}
          </Button>
        ) : undefined
      }
    >
      <Part state={state} form={form} />
    </Form>
  )
}

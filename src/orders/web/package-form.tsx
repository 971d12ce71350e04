import type { ReactNode } from 'react'
import { LinkButton } from '../../ui/button.tsx'
import { Checkbox, Checkboxes, Select } from '../../ui/choice-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Form } from '../../ui/form.tsx'
import { useLanguage } from '../../ui/language.ts'
import { MinutesField, NumberField, YenField } from '../../ui/number-field.tsx'
import { Link } from '../../ui/navigation.tsx'
import { Notice } from '../../ui/status.tsx'
import { Card } from '../../ui/surface.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import type { FormState } from '../../ui/use-form.ts'
import { todayInJapan } from '../../ui/value-text.tsx'
import { calendarDate, isCalendarDate } from '../../units/calendar-date.ts'
import { minutes } from '../../units/minutes.ts'
import { unitCount, unitMinutes } from '../contract/shapes.ts'
import { equipmentKinds } from '../rules/eligibility.ts'
import { standardDaysNeeded } from '../rules/implied-hourly.ts'
import { fitsStandardDays } from '../rules/pace.ts'
import type { Choices, PackageValues } from './package-values.ts'
import { PriceCheck, referenceFor } from './price-check.tsx'
import { SkillsField } from './skills-field.tsx'
import { useOrderWords, useStaffWords } from './words.ts'

type Part = { form: FormState<PackageValues>; choices: Choices }

/** The form of a package: the work, its amount and price, its dates, what it takes, where it is done, its terms. */
export function PackageForm({ form, choices, submit, back }: Part & { submit: string; back: string }) {
  const m = useStaffWords()
  return (
    <Form
      form={form}
      submit={submit}
      aside={
        <LinkButton look="outline" href={back}>
          {m.back}
        </LinkButton>
      }
    >
      <Basics form={form} choices={choices} />
      <Amounts form={form} choices={choices} />
      <Dates form={form} choices={choices} />
      <Needs form={form} choices={choices} />
      <Terms form={form} choices={choices} />
    </Form>
  )
}

function Fields({ title, help, children }: { title: string; help?: string; children: ReactNode }) {
  return (
    <Card title={title}>
      {help ? <p className="measure mb-5 text-ink-soft">{help}</p> : null}
      <div className="space-y-7">{children}</div>
    </Card>
  )
}

function Basics({ form, choices }: Part) {
  const { packageFields: m, workKinds } = useStaffWords()
  const isEnglish = useLanguage() === 'en'
  const kindLabel = (kind: Choices['workKinds'][number]): string => {
    const withholding: Readonly<Record<string, string | undefined>> = m.withholding
    return `${isEnglish ? kind.nameEn : kind.nameJa}（${withholding[kind.withholding] ?? ''}）`
  }
  return (
    <Fields title={m.basics}>
      <TextField {...form.field('title')} label={m.title} required />
      {choices.workKinds.length === 0 ? (
        <Notice tone="warning">
          {workKinds.missing} <Link href="/work-kinds">{workKinds.add}</Link>
        </Notice>
      ) : null}
      <Select
        {...form.field('workKindId')}
        label={m.workKind}
        options={choices.workKinds.map((kind) => ({ value: kind.id, label: kindLabel(kind) }))}
        required
      />
      <TextArea {...form.field('summary')} label={m.summary} help={m.summaryHelp} limit={5000} />
      <TextArea {...form.field('specification')} label={m.specification} help={m.specificationHelp} limit={5000} />
    </Fields>
  )
}

function Amounts({ form, choices }: Part) {
  const m = useStaffWords().packageFields
  const { units, unitMinutes, unitPriceYen, onSiteId } = form.values
  return (
    <Fields title={m.amount}>
      <div className="grid gap-6 sm:grid-cols-2">
        <NumberField {...form.field('units')} label={m.units} unit={form.values.unitName} required />
        <TextField {...form.field('unitName')} label={m.unitName} help={m.unitNameHelp} required />
      </div>
      <MinutesField {...form.field('unitMinutes')} label={m.unitMinutes} help={m.unitMinutesHelp} required />
      <YenField {...form.field('unitPriceYen')} label={m.unitPriceYen} required />
      <PriceCheck units={units} unitMinutes={unitMinutes} unitPriceYen={unitPriceYen} reference={referenceFor(onSiteId, choices)} />
      <TextArea {...form.field('priceRationale')} label={m.priceRationale} help={m.priceRationaleHelp} limit={5000} />
    </Fields>
  )
}

function Dates({ form }: Part) {
  const { packageFields: m, due } = useStaffWords()
  return (
    <Fields title={m.dates}>
      <div className="grid gap-6 sm:grid-cols-2">
        <DateField {...form.field('releaseOn')} label={m.releaseOn} required />
        <DateField {...form.field('dueOn')} label={due} required />
      </div>
      <LongDays values={form.values} />
      <NumberField {...form.field('inspectionDays')} label={m.inspectionDays} unit={m.days} width="short" required />
      <div className="grid gap-6 sm:grid-cols-2">
        <NumberField {...form.field('minUnits')} label={m.minUnits} width="short" required />
        <NumberField {...form.field('maxSharePercent')} label={m.maxSharePercent} unit="%" width="short" required />
      </div>
      <Checkbox {...form.field('indivisible')} label={m.indivisible} />
      <NumberField {...form.field('priority')} label={m.priority} help={m.priorityHelp} width="short" required />
    </Fields>
  )
}

/** Says at once when the smallest share does not fit before its due date at eight hours a day. */
function LongDays({ values }: { values: PackageValues }) {
  const m = useStaffWords()
  const { units, minUnits, indivisible, releaseOn, dueOn } = values
  const lot = unitCount.safeParse(indivisible ? units : minUnits).data
  const unit = unitMinutes.safeParse(values.unitMinutes).data
  if (lot === undefined || unit === undefined || !isCalendarDate(releaseOn) || !isCalendarDate(dueOn)) return null
  const today = calendarDate(todayInJapan())
  if (fitsStandardDays(lot * unit, releaseOn > today ? releaseOn : today, dueOn)) return null
  return (
    <Notice tone="warning" live>
      {m.eightHours(String(standardDaysNeeded(minutes(unit), lot)))}
    </Notice>
  )
}

function Needs({ form, choices }: Part) {
  const { staff, worker } = useOrderWords()
  const m = staff.packageFields
  return (
    <Fields title={m.needs}>
      <SkillsField {...form.field('skills')} skills={choices.skills} />
      <Checkboxes
        {...form.field('equipment')}
        label={m.equipment}
        options={equipmentKinds.map((kind) => ({ value: kind, label: worker.equipment[kind] }))}
        columns
      />
      <Select
        {...form.field('onSiteId')}
        label={m.onSite}
        none={m.home}
        options={choices.sites.map((site) => ({ value: site.id, label: `${site.name}（${site.prefecture}）` }))}
      />
      {form.values.onSiteId === '' ? null : <Checkbox {...form.field('independenceReviewed')} label={m.independenceReviewed} />}
      <Select
        {...form.field('securityClass')}
        label={m.securityClass}
        options={m.securityClasses.map((label, at) => ({ value: String(at), label }))}
        required
      />
      <Checkbox {...form.field('isPublic')} label={m.isPublic} />
    </Fields>
  )
}

function Terms({ form }: Part) {
  const m = useStaffWords().packageFields
  return (
    <Fields title={m.terms} help={m.termsHelp}>
      <TextField {...form.field('workPlace')} label={m.workPlace} />
      <TextArea {...form.field('expenses')} label={m.expenses} limit={5000} />
      <TextArea {...form.field('intellectualProperty')} label={m.intellectualProperty} limit={5000} />
      <TextArea {...form.field('personalData')} label={m.personalData} limit={5000} />
      <TextField {...form.field('contact')} label={m.contact} />
    </Fields>
  )
}

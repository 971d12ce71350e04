import { useState } from 'react'
import { LinkButton } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { useGo } from '../../ui/navigation.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useSession } from '../../ui/session.ts'
import { Notice } from '../../ui/status.tsx'
import { Card, Stack } from '../../ui/surface.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useFreeForm } from '../../ui/use-form.ts'
import { todayInJapan } from '../../ui/value-text.tsx'
import { uniqueId } from '../../ui/unique-id.ts'
import { faultsOf } from '../../platform/faults.ts'
import { fiscalYearOf } from '../../units/fiscal-year.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { contract } from '../contract/index.ts'
import { writeOutside } from './in-programme.ts'
import { useSecretOfLink } from './secret-link.ts'
import { useProgrammeWords } from './words.ts'
import { YearSelect } from './year-select.tsx'

const withYears = (values: { name: string; operatorName: string; firstFiscalYear: string; lastFiscalYear: string }) => ({
  ...values,
  firstFiscalYear: Number(values.firstFiscalYear),
  lastFiscalYear: Number(values.lastFiscalYear),
})

export default function CreateProgrammePage() {
  const m = useProgrammeWords()
  const go = useGo()
  const { account, doors, refresh } = useSession()
  // A repeated request creates one programme and not two.
  const [key] = useState(uniqueId)
  const secret = useSecretOfLink()
  const thisYear: number = fiscalYearOf(calendarDate(todayInJapan()))
  const { input } = contract['create-programme']
  const form = useFreeForm({
    initial: { name: '', operatorName: '', firstFiscalYear: String(thisYear), lastFiscalYear: String(thisYear + 2) },
    check: (values) => {
      const parsed = input.safeParse(withYears(values))
      return parsed.success ? [] : faultsOf(parsed.error)
    },
    send: (values) => writeOutside(contract['create-programme'], { ...withYears(values), invitation: secret || null }, key),
    onDone: () => {
      showToast(m.create.created)
      void refresh().then(() => go('/', { replace: true }))
    },
    refusals: m.refusals,
    faults: m.faults,
  })
  return (
    <div className="mx-auto max-w-3xl">
      <PageTitle lead={m.create.lead}>{m.create.title}</PageTitle>
      <Stack>
        {doors.opening || secret === '' ? null : <Notice tone="info">{m.create.invited}</Notice>}
        {doors.opening || secret !== '' ? null : <Notice tone="warning">{m.newcomer.operatorInvited}</Notice>}
        {account && !account.secondFactor ? (
          <Notice
            tone="warning"
            actions={
              <LinkButton href="/account" look="outline" size="small">
                {m.create.secondFactorAction}
              </LinkButton>
            }
          >
            {m.create.secondFactorFirst}
          </Notice>
        ) : null}
        <Card>
          <Form form={form} submit={m.create.submit}>
            <TextField {...form.field('name')} label={m.programme.name} required />
            <TextField {...form.field('operatorName')} label={m.programme.operatorName} required />
            <YearSelect {...form.field('firstFiscalYear')} label={m.programme.firstYear} help={m.programme.yearHelp} required />
            <YearSelect {...form.field('lastFiscalYear')} label={m.programme.lastYear} help={m.programme.yearHelp} required />
          </Form>
        </Card>
      </Stack>
    </div>
  )
}

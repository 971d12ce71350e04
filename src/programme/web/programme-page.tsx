import { useRead, useWrite } from '../../ui/client.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { Badge } from '../../ui/status.tsx'
import { Card, Stack } from '../../ui/surface.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { contract } from '../contract/index.ts'
import { SetUpFrame } from './set-up-frame.tsx'
import { useProgrammeWords } from './words.ts'
import { YearSelect } from './year-select.tsx'
import { FreshLink } from './fresh-link.tsx'

type Programme = (typeof contract)['programme']['output']['_output']

function ProgrammeForm({ programme }: { programme: Programme }) {
  const m = useProgrammeWords()
  const form = useForm(contract['change-programme'], {
    draft: 'programme.change-programme',
    initial: {
      name: programme.name,
      outline: programme.outline,
      firstFiscalYear: String(programme.firstFiscalYear),
      lastFiscalYear: String(programme.lastFiscalYear),
      grantName: programme.grantName,
      grantNumerator: programme.grantNumerator as number | null,
      grantDenominator: programme.grantDenominator as number | null,
    },
    input: (values) => ({ ...values, firstFiscalYear: Number(values.firstFiscalYear), lastFiscalYear: Number(values.lastFiscalYear) }),
    onDone: ({ heldBack }) => showToast(heldBack ? m.programme.heldBack : m.saved, heldBack ? { tone: 'warning' } : {}),
    faults: m.faults,
    refusals: m.refusals,
  })
  return (
    <Form form={form} submit={m.save}>
      <TextField {...form.field('name')} label={m.programme.name} required />
      <TextArea {...form.field('outline')} label={m.programme.outline} help={m.programme.outlineHelp} limit={4_000} />
      <YearSelect {...form.field('firstFiscalYear')} label={m.programme.firstYear} required />
      <YearSelect {...form.field('lastFiscalYear')} label={m.programme.lastYear} required />
      <TextField {...form.field('grantName')} label={m.programme.grantName} optional />
      <NumberField {...form.field('grantNumerator')} label={m.programme.grantNumerator} help={m.programme.grantRateHelp} required />
      <NumberField {...form.field('grantDenominator')} label={m.programme.grantDenominator} required />
    </Form>
  )
}

function SecondFactor({ required }: { required: boolean }) {
  const m = useProgrammeWords()
  const require = useWrite(contract['require-second-factor'], { onSuccess: () => showToast(m.saved) })
  return (
    <Card
      title={m.programme.secondFactor}
      aside={<Badge tone={required ? 'success' : 'warning'}>{required ? m.people.on : m.people.off}</Badge>}
    >
      <Stack gap="medium">
        <p>{required ? m.programme.secondFactorOn : m.programme.secondFactorOff}</p>
        <RefusalNotice refusal={require.refusal} words={m.refusals} actions={<FreshLink refusal={require.refusal} />} />
        <div>
          <Button look="outline" pending={require.pending} onClick={() => void require.run({ required: !required }).catch(() => undefined)}>
            {required ? m.programme.secondFactorRelease : m.programme.secondFactorRequire}
          </Button>
        </div>
      </Stack>
    </Card>
  )
}

function ApprovalRest() {
  const m = useProgrammeWords()
  const rest = useRead(contract['approval-rest'], {})
  return (
    <Loaded of={rest} lines={2}>
      {({ hours, hoursNow }) => (
        <Card title={m.programme.rest} aside={<Badge>{m.programme.restNow(hoursNow)}</Badge>}>
          <p className="measure mb-3">{m.programme.restText}</p>
          <RestForm key={hours} hours={hours} />
        </Card>
      )}
    </Loaded>
  )
}

function RestForm({ hours }: { hours: number }) {
  const m = useProgrammeWords()
  const form = useForm(contract['set-approval-rest'], {
    initial: { hours: hours as number | null },
    input: (values) => values,
    onDone: () => showToast(m.saved),
  })
  return (
    <Form form={form} submit={m.save}>
      <NumberField {...form.field('hours')} label={m.programme.restHours} required />
    </Form>
  )
}

export default function ProgrammePage() {
  const m = useProgrammeWords()
  const programme = useRead(contract.programme, {})
  return (
    <SetUpFrame step="programme" title={m.programme.title}>
      <Loaded of={programme}>
        {(data) => (
          <Stack>
            <Card>
              <ProgrammeForm programme={data} />
            </Card>
            <SecondFactor required={data.secondFactorRequired} />
            <ApprovalRest />
          </Stack>
        )}
      </Loaded>
    </SetUpFrame>
  )
}

import { Button, LinkButton } from '../../ui/button.tsx'
import { useRead } from '../../ui/client.ts'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { useGo, useParam } from '../../ui/navigation.tsx'
import { YenField } from '../../ui/number-field.tsx'
import { Notice } from '../../ui/status.tsx'
import { Card, Heading, Stack } from '../../ui/surface.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { isYen } from '../../units/yen.ts'
import { contract } from '../contract/index.ts'
import { evenParts, proposedGrantYen, shareDifferenceYen } from '../rules/cost-shares.ts'
import { SetUpFrame } from './set-up-frame.tsx'
import { useProgrammeWords } from './words.ts'

type Year = (typeof contract)['years']['output']['_output']['rows'][number]
type Municipality = (typeof contract)['municipalities']['output']['_output']['rows'][number]
type Share = { municipalityId: string; name: string; costYen: number | null; eligibleYen: number | null; grantYen: number | null }
type Rate = { grantNumerator: number; grantDenominator: number }

const known = (shares: readonly Share[]) => shares.map((share) => ({ costYen: share.costYen ?? 0 }))

function ShareFields({
  share,
  index,
  errorOf,
  onChange,
}: {
  share: Share
  index: number
  errorOf: (path: string) => string | null
  onChange: (share: Share) => void
}) {
  const m = useProgrammeWords()
  const field = (key: 'costYen' | 'eligibleYen' | 'grantYen') => ({
    name: `shares.${index}.${key}`,
    value: share[key],
    error: errorOf(`shares.${index}.${key}`),
    onChange: (value: number | null) => onChange({ ...share, [key]: value }),
  })
  return (
    <fieldset className="rounded-12 border border-line p-4">
      <legend className="px-2 font-bold">{share.name}</legend>
      <div className="flex flex-wrap gap-x-8 gap-y-4">
        <YenField {...field('costYen')} label={m.years.shareCost} required />
        <YenField {...field('eligibleYen')} label={m.years.eligible} required />
        <YenField {...field('grantYen')} label={m.years.grant} required />
      </div>
    </fieldset>
  )
}

function YearForm({ year, municipalities, rate }: { year: Year; municipalities: readonly Municipality[]; rate: Rate }) {
  const m = useProgrammeWords()
  const format = useFormat()
  const go = useGo()
  const taking = municipalities.filter((row) => row.isMember || year.shares.some((share) => share.municipalityId === row.id))
  const initial = {
    costYen: year.costYen,
    position: year.position,
    content: year.content,
    shares: taking.map((row): Share => {
      const share = year.shares.find((each) => each.municipalityId === row.id)
      return {
        municipalityId: row.id,
        name: row.name,
        costYen: share?.costYen ?? null,
        eligibleYen: share?.eligibleYen ?? null,
        grantYen: share?.grantYen ?? null,
      }
    }),
  }
  const form = useForm(contract['set-year-cost'], {
    draft: `programme.set-year-cost.${year.fiscalYear}`,
    initial,
    input: (values) => ({
      fiscalYear: year.fiscalYear,
      costYen: values.costYen,
      position: values.position,
      content: values.content,
      shares: values.shares.map(({ municipalityId, costYen, eligibleYen, grantYen }) => ({
        municipalityId,
        // What is still empty is refused by its own field.
        costYen: costYen ?? Number.NaN,
        eligibleYen: eligibleYen ?? Number.NaN,
        grantYen: grantYen ?? Number.NaN,
      })),
    }),
    onDone: () => {
      showToast(m.saved)
      go('/administration/years')
    },
    refusals: m.refusals,
    faults: m.faults,
  })
  const { values } = form
  const grantOf = (eligibleYen: number | null): number | null =>
    isYen(eligibleYen) ? proposedGrantYen(eligibleYen, rate.grantNumerator, rate.grantDenominator) : null
  const propose = (): void => {
    const parts = isYen(values.costYen) ? evenParts(values.costYen, values.shares.length) : []
    form.set(
      'shares',
      values.shares.map((share, index) => ({
        ...share,
        costYen: parts[index] ?? null,
        eligibleYen: parts[index] ?? null,
        grantYen: grantOf(parts[index] ?? null),
      })),
    )
  }
  const recompute = (): void =>
    form.set(
      'shares',
      values.shares.map((share) => ({ ...share, grantYen: grantOf(share.eligibleYen) })),
    )
  const difference = shareDifferenceYen(values.costYen ?? 0, known(values.shares))
  return (
    <Form
      form={form}
      submit={m.save}
      aside={
        <LinkButton href="/administration/years" look="outline">
          {m.years.back}
        </LinkButton>
      }
    >
      <YenField {...form.field('costYen')} label={m.years.cost} width="medium" required />
      <TextField {...form.field('position')} label={m.years.position} help={m.years.positionHelp} width="medium" optional />
      <TextArea {...form.field('content')} label={m.years.content} limit={4_000} optional />
      <Stack gap="medium">
        <Heading level={2}>{m.years.shares}</Heading>
        <div className="flex flex-wrap gap-3">
          <Button look="outline" size="small" onClick={propose}>
            {m.years.propose}
          </Button>
          <Button look="outline" size="small" onClick={recompute}>
            {m.years.proposeGrant}
          </Button>
        </div>
        {values.shares.map((share, index) => (
          <ShareFields
            key={share.municipalityId}
            share={share}
            index={index}
            errorOf={(path) => form.errors.find((error) => error.path === path)?.text ?? null}
            onChange={(changed) =>
              form.set(
                'shares',
                values.shares.map((each, at) => (at === index ? changed : each)),
              )
            }
          />
        ))}
        {values.costYen === null || !isYen(difference) ? null : difference === 0 ? (
          <Notice tone="success" live>
            {m.years.agrees}
          </Notice>
        ) : (
          <Notice tone="warning" live>
            {m.years.difference(format.yen(difference))}
          </Notice>
        )}
      </Stack>
    </Form>
  )
}

export default function YearPage() {
  const m = useProgrammeWords()
  const format = useFormat()
  const fiscalYear = Number(useParam('fiscalYear'))
  const years = useRead(contract.years, {})
  const municipalities = useRead(contract.municipalities, {})
  const programme = useRead(contract.programme, {})
  return (
    <SetUpFrame step="years" title={`${m.years.title}: ${format.fiscalYear(fiscalYear)}`}>
      <Card>
        <Loaded of={years}>
          {({ rows }) => (
            <Loaded of={municipalities}>
              {(cities) => (
                <Loaded of={programme}>
                  {(rate) => {
                    const year = rows.find((row) => row.fiscalYear === fiscalYear)
                    if (!year) return <Notice tone="warning">{m.refusals['outside-the-programme']}</Notice>
                    if (cities.rows.length === 0) return <Notice tone="warning">{m.years.needMunicipality}</Notice>
                    return <YearForm year={year} municipalities={cities.rows} rate={rate} />
                  }}
                </Loaded>
              )}
            </Loaded>
          )}
        </Loaded>
      </Card>
    </SetUpFrame>
  )
}

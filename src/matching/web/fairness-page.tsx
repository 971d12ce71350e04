import { useEquipmentName } from '../../orders/web/needs.ts'
import { contract as orders } from '../../orders/contract/index.ts'
import { BlockerAction } from '../../people/web/blocker-action.tsx'
import { usePeopleWords, useSkillName } from '../../people/web/words.ts'
import { useMay } from '../../ui/may.ts'
import { Link } from '../../ui/navigation.tsx'
import { firstOf, useAddress } from '../../ui/address.ts'
import { Select } from '../../ui/choice-field.tsx'
import { Chart } from '../../ui/chart.tsx'
import { useRead } from '../../ui/client.ts'
import { DataList } from '../../ui/data-list.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Badge, type Tone } from '../../ui/status.tsx'
import { Card, Figure, Grid, Stack } from '../../ui/surface.tsx'
import { MinutesText, Money } from '../../ui/value-text.tsx'
import { contract } from '../contract/index.ts'
import { type FairnessRow, idleReasons, type IdleReason } from '../contract/questions.ts'
import { useMatchingWords } from './words.ts'

const periods = { '30': 30, '90': 90, '365': 365 } as const
/** The same sentence as in the list of people without work. */
function useReasonText(): (reason: IdleReason) => string {
  const { blockers } = usePeopleWords()
  const m = useMatchingWords().fairness.reasons
  return (reason) => {
    if (reason === 'has-work' || reason === 'offer-waits') return m[reason]
    return `${blockers[reason].issue} ${blockers[reason].reason}`
  }
}

const toneOf = (reason: IdleReason): Tone => (reason === 'has-work' ? 'success' : reason === 'offer-waits' ? 'info' : 'warning')

export default function FairnessPage() {
  const { fairness: m, fee, reason, who } = useMatchingWords()
  const format = useFormat()
  const reasonText = useReasonText()
  const [address, change] = useAddress()
  const asked = firstOf(address['days'])
  const period = asked === '30' || asked === '365' ? asked : '90'
  const read = useRead(contract.fairness, { days: periods[period] }, { keepPrevious: true })
  return (
    <Stack>
      <PageTitle lead={m.lead}>{m.title}</PageTitle>
      <Select
        name="days"
        label={m.period}
        none={m.periods['90']}
        value={period === '90' ? '' : period}
        onChange={(days) => change({ days })}
        options={[
          { value: '30', label: m.periods['30'] },
          { value: '365', label: m.periods['365'] },
        ]}
      />
      <Loaded of={read}>
        {({ municipalities, people, inequality }) => (
          <>
            <Grid min="small">
              <Figure label={m.inequality} value={inequality.toFixed(2)} note={m.inequalityNote} />
              <Figure
                label={m.without}
                value={format.number(people.filter((person) => person.minutes === 0).length)}
                note={m.withoutNote(format.number(people.length))}
              />
            </Grid>
            <Card title={m.cities}>
              <Stack gap="medium">
                <DataList
                  caption={m.cities}
                  prefix="cities"
                  rows={municipalities}
                  rowKey={(row) => row.municipalityId}
                  columns={[
                    { key: 'name', label: m.city, value: (row) => row.name },
                    { key: 'wanting', label: m.wanting, value: (row) => row.wanting, numeric: true },
                    { key: 'offers', label: m.offers, value: (row) => row.offers, numeric: true },
                    { key: 'accepted', label: m.accepted, value: (row) => row.accepted, numeric: true },
                    {
                      key: 'minutes',
                      label: m.minutes,
                      value: (row) => row.minutes,
                      show: (row) => <MinutesText minutes={row.minutes} />,
                      numeric: true,
                    },
                    { key: 'fee', label: fee, value: (row) => row.feeYen, show: (row) => <Money yen={row.feeYen} />, numeric: true },
                    {
                      key: 'share',
                      label: m.share,
                      value: (row) => row.minutesShare,
                      show: (row) => format.percent(row.minutesShare),
                      numeric: true,
                    },
                    {
                      key: 'peopleShare',
                      label: m.peopleShare,
                      value: (row) => row.peopleShare,
                      show: (row) => format.percent(row.peopleShare),
                      numeric: true,
                      hidden: true,
                    },
                    {
                      key: 'costShare',
                      label: m.costShare,
                      value: (row) => row.costShare,
                      show: (row) => format.percent(row.costShare),
                      numeric: true,
                      hidden: true,
                    },
                  ]}
                  empty={{ title: m.nobody, text: m.nobodyText }}
                />
                {municipalities.length > 1 ? (
                  <Chart
                    title={m.chart}
                    kind="bar"
                    labels={municipalities.map((row) => row.name)}
                    series={[
                      { name: m.share, values: municipalities.map((row) => Math.round(row.minutesShare * 1000) / 10) },
                      { name: m.peopleShare, values: municipalities.map((row) => Math.round(row.peopleShare * 1000) / 10) },
                      { name: m.costShare, values: municipalities.map((row) => Math.round(row.costShare * 1000) / 10) },
                    ]}
                    format={(value) => `${value}%`}
                  />
                ) : null}
              </Stack>
            </Card>
            <Card title={m.people}>
              <DataList
                caption={m.people}
                rows={people}
                rowKey={(row) => row.workerId}
                columns={[
                  { key: 'name', label: who, value: (row) => row.name, href: (row) => `/people/${row.workerId}` },
                  { key: 'city', label: m.city, value: (row) => row.municipalityName },
                  { key: 'reason', label: reason, value: (row) => reasonText(row.reason), show: (row) => <Reason row={row} /> },
                  {
                    key: 'wanted',
                    label: m.wanted,
                    value: (row) => row.wantedMinutes,
                    show: (row) => <MinutesText minutes={row.wantedMinutes} />,
                    numeric: true,
                    hidden: true,
                  },
                  {
                    key: 'minutes',
                    label: m.got,
                    value: (row) => row.minutes,
                    show: (row) => <MinutesText minutes={row.minutes} />,
                    numeric: true,
                  },
                  {
                    key: 'part',
                    label: m.part,
                    value: (row) => row.minutes / row.wantedMinutes,
                    show: (row) => format.percent(row.minutes / row.wantedMinutes),
                    numeric: true,
                    hidden: true,
                  },
                  { key: 'offers', label: m.offers, value: (row) => row.offers, numeric: true },
                  { key: 'accepted', label: m.accepted, value: (row) => row.accepted, numeric: true, hidden: true },
                  { key: 'fee', label: fee, value: (row) => row.feeYen, show: (row) => <Money yen={row.feeYen} />, numeric: true },
                ]}
                filters={[
                  {
                    key: 'reason',
                    label: reason,
                    options: idleReasons.map((value) => ({ value, label: reasonText(value) })),
                    of: (row) => row.reason,
                  },
                  {
                    key: 'city',
                    label: m.city,
                    options: municipalities.map((row) => ({ value: row.name, label: row.name })),
                    of: (row) => row.municipalityName,
                  },
                ]}
                empty={{ title: m.empty, text: m.emptyText }}
              />
              <p className="mt-4 text-ink-soft">{m.note}</p>
            </Card>
          </>
        )}
      </Loaded>
    </Stack>
  )
}

/** Why somebody has no work, what would change it, and the way there. */
function Reason({ row }: { row: FairnessRow }) {
  const detail = useDetail()(row)
  const reasonText = useReasonText()
  const { open } = useMatchingWords().fairness
  const mayOpen = useMay(orders.package)
  const { reason } = row
  return (
    <span className="inline-flex flex-col items-end gap-1 md:items-start">
      <Badge tone={toneOf(reason)}>{reasonText(reason)}</Badge>
      {detail === null ? null : <span className="text-ink-soft">{detail}</span>}
      {reason === 'has-work' || reason === 'offer-waits' ? null : <BlockerAction blocker={reason} workerId={row.workerId} />}
      {reason === 'could-be-offered' && row.packageId !== null && mayOpen ? <Link href={`/packages/${row.packageId}`}>{open}</Link> : null}
    </span>
  )
}

function useDetail(): (row: FairnessRow) => string | null {
  const m = useMatchingWords().fairness.details
  const { number } = useFormat()
  const skillName = useSkillName()
  const equipmentName = useEquipmentName()
  return ({ reason, skill, equipment, title }) => {
    if (title === null) return null
    switch (reason) {
      case 'skill':
        return skill === null ? null : m.skill(skillName(skill), number(skill.level), title)
      case 'equipment':
        return equipment === null ? null : m.equipment(equipmentName(equipment), title)
      case 'site':
      case 'could-be-offered':
        return m[reason](title)
      default:
        return null
    }
  }
}

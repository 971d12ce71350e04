import { useState } from 'react'
import { Select } from '../../ui/choice-field.tsx'
import { useRead } from '../../ui/client.ts'
import { DataList } from '../../ui/data-list.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { Stack } from '../../ui/surface.tsx'
import { contract } from '../contract/index.ts'
import type { Board, Comparison } from '../contract/plans.ts'
import { moreWork } from './gap.ts'
import { usePlanWords } from './words.ts'

/** This plan beside another one, the one before it unless somebody chooses; open where it was made to differ little from that one. */
export function PlanCompare({ plan: { id: planId, refreshesId } }: { plan: Board }) {
  const m = usePlanWords().compare
  const { instant } = useFormat()
  const [withId, setWithId] = useState('')
  const plans = useRead(contract.plans, { kind: 'whole', limit: 100 })
  const compared = useRead(contract.compare, { planId, withId: withId === '' ? null : withId }, { keepPrevious: true })
  const others = (plans.data?.rows ?? []).filter((row) => row.id !== planId && (row.state === 'proposed' || row.state === 'offered'))
  if (others.length === 0 && refreshesId === null) return null
  const usual = compared.data?.withId ?? null
  return (
    <Disclosure summary={refreshesId === null ? m.title : m.refreshed} open={refreshesId !== null}>
      <Stack gap="medium">
        <Select
          name="with"
          label={m.choose}
          none={refreshesId === null ? m.before : m.beforeRefresh}
          value={withId}
          onChange={setWithId}
          options={others
            .filter((row) => withId !== '' || row.id !== usual)
            .map((row) => ({ value: row.id, label: m.madeAt(instant(row.askedAt)) }))}
        />
        <Loaded of={compared}>{({ comparison }) => (comparison === null ? <p>{m.none}</p> : <Compared comparison={comparison} />)}</Loaded>
      </Stack>
    </Disclosure>
  )
}

function Compared({ comparison }: { comparison: Comparison }) {
  const { compare: m, who, works } = usePlanWords()
  const { number } = useFormat()
  const { added, dropped, changed, rows } = comparison
  const unitsOf = (units: number, unitName: string): string => (units === 0 ? m.nothing : `${number(units)}${unitName}`)
  return (
    <>
      <Figures comparison={comparison} />
      <p>
        {added + dropped + changed === 0
          ? m.same
          : [m.added(number(added)), m.dropped(number(dropped)), m.changed(number(changed))].join(' · ')}
      </p>
      {rows.length === 0 ? null : (
        <DataList
          caption={m.pairs}
          prefix="compare"
          rows={rows}
          rowKey={(row) => `${row.workerId} ${row.packageId}`}
          columns={[
            { key: 'person', label: who, value: (row) => row.workerName },
            { key: 'work', label: works, value: (row) => row.title },
            {
              key: 'was',
              label: m.with,
              value: (row) => row.unitsBefore,
              show: (row) => unitsOf(row.unitsBefore, row.unitName),
              numeric: true,
            },
            { key: 'is', label: m.now, value: (row) => row.unitsNow, show: (row) => unitsOf(row.unitsNow, row.unitName), numeric: true },
          ]}
          empty={{ title: m.same, text: m.none }}
        />
      )}
    </>
  )
}

function Figures({ comparison: { now, before } }: { comparison: Comparison }) {
  const m = usePlanWords()
  const { number, minutes, yen } = useFormat()
  const rows: [string, string, string][] = [
    [m.figures.people, number(before.people), number(now.people)],
    [m.figures.minutes, minutes(before.minutes), minutes(now.minutes)],
    [m.figures.fee, yen(before.feeYen), yen(now.feeYen)],
    [m.figures.rest, minutes(before.unfilledMinutes), minutes(now.unfilledMinutes)],
    [m.compare.gap, moreWork(before.unfilledMinutes === 0 ? 0 : before.gap), moreWork(now.unfilledMinutes === 0 ? 0 : now.gap)],
  ]
  return (
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={m.compare.title}>
      <table className="border-collapse">
        <caption className="sr-only">{m.compare.title}</caption>
        <thead>
          <tr className="border-b-2 border-line">
            <th scope="col" className="py-2 pr-6 text-left">
              {m.compare.item}
            </th>
            <th scope="col" className="py-2 pr-6 text-right">
              {m.compare.with}
            </th>
            <th scope="col" className="py-2 text-right">
              {m.compare.now}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, was, is]) => (
            <tr key={label} className="border-b border-line">
              <th scope="row" className="py-2 pr-6 text-left font-normal">
                {label}
              </th>
              <td className="tabular py-2 pr-6 text-right whitespace-nowrap">{was}</td>
              <td className="tabular py-2 text-right font-bold whitespace-nowrap">{is}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

import { useRead } from '../../ui/client.ts'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { Card, Stack } from '../../ui/surface.tsx'
import { contract } from '../contract/index.ts'
import { usePeopleWords } from './words.ts'

const shown = ['everRegistered', 'registeredNow', 'offeringThisMonth', 'workedThisYear', 'earnedThisYear', 'workingNow'] as const

/** The counts that are never mixed up, city by city, each with what it counts. */
export function CountsCard() {
  const m = usePeopleWords()
  const format = useFormat()
  const counts = useRead(contract.counts, {})
  return (
    <Card title={m.headcount}>
      <Loaded of={counts}>
        {({ rows }) => (
          <Stack gap="medium">
            <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={m.headcount}>
              <table className="w-full min-w-[40rem] table-fixed">
                <thead>
                  <tr className="border-b border-line text-left align-bottom">
                    <th scope="col" className="py-2 pr-3">
                      {m.municipality}
                    </th>
                    {shown.map((key) => (
                      <th key={key} scope="col" className="px-2 py-2 text-right">
                        {m.counts[key]}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.municipalityId} className="border-b border-line">
                      <th scope="row" className="py-2 pr-3 text-left font-normal">
                        {row.municipalityName}
                      </th>
                      {shown.map((key) => (
                        <td key={key} className="tabular px-2 py-2 text-right">
                          {format.number(row[key])}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
                <tfoot>
                  <tr className="font-bold">
                    <th scope="row" className="py-2 pr-3 text-left">
                      {m.total}
                    </th>
                    {shown.map((key) => (
                      <td key={key} className="tabular px-2 py-2 text-right">
                        {format.number(rows.reduce((sum, row) => sum + row[key], 0))}
                      </td>
                    ))}
                  </tr>
                </tfoot>
              </table>
            </div>
            <ul className="list-disc space-y-1 pl-6 text-ink-soft">
              {shown.map((key) => (
                <li key={key}>{`${m.counts[key]}: ${m.counts[`${key}Note`]}`}</li>
              ))}
            </ul>
          </Stack>
        )}
      </Loaded>
    </Card>
  )
}

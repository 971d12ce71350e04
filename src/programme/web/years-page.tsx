import { LinkButton } from '../../ui/button.tsx'
import { useRead } from '../../ui/client.ts'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { Badge } from '../../ui/status.tsx'
import { Card, Stack } from '../../ui/surface.tsx'
import { Money } from '../../ui/value-text.tsx'
import { contract } from '../contract/index.ts'
import { shareDifferenceYen } from '../rules/cost-shares.ts'
import { SetUpFrame } from './set-up-frame.tsx'
import { useProgrammeWords } from './words.ts'

type Year = (typeof contract)['years']['output']['_output']['rows'][number]

function SharesTable({ year }: { year: Year }) {
  const m = useProgrammeWords()
  const sum = (of: (share: Year['shares'][number]) => number) => year.shares.reduce((total, share) => total + of(share), 0)
  return (
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={m.years.shares}>
      <table className="w-full min-w-[34rem]">
        <thead>
          <tr className="border-b border-line text-left">
            <th scope="col" className="py-2 pr-4">
              {m.municipality}
            </th>
            <th scope="col" className="px-4 py-2 text-right">
              {m.years.shareCost}
            </th>
            <th scope="col" className="px-4 py-2 text-right">
              {m.years.eligible}
            </th>
            <th scope="col" className="py-2 pl-4 text-right">
              {m.years.grant}
            </th>
          </tr>
        </thead>
        <tbody>
          {year.shares.map((share) => (
            <tr key={share.municipalityId} className="border-b border-line">
              <th scope="row" className="py-2 pr-4 text-left font-normal">
                {share.municipalityName}
              </th>
              <td className="px-4 py-2 text-right">
                <Money yen={share.costYen} />
              </td>
              <td className="px-4 py-2 text-right">
                <Money yen={share.eligibleYen} />
              </td>
              <td className="py-2 pl-4 text-right">
                <Money yen={share.grantYen} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="font-bold">
            <th scope="row" className="py-2 pr-4 text-left">
              {m.total}
            </th>
            <td className="px-4 py-2 text-right">
              <Money yen={sum((share) => share.costYen)} />
            </td>
            <td className="px-4 py-2 text-right">
              <Money yen={sum((share) => share.eligibleYen)} />
            </td>
            <td className="py-2 pl-4 text-right">
              <Money yen={sum((share) => share.grantYen)} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

export default function YearsPage() {
  const m = useProgrammeWords()
  const format = useFormat()
  const years = useRead(contract.years, {})
  return (
    <SetUpFrame step="years" title={m.years.title} lead={m.years.lead}>
      <Loaded of={years}>
        {({ rows }) => (
          <Stack>
            {rows.map((year) => {
              const complete = year.costYen !== null && shareDifferenceYen(year.costYen, year.shares) === 0
              return (
                <Card
                  key={year.fiscalYear}
                  title={format.fiscalYear(year.fiscalYear)}
                  aside={
                    <span className="flex flex-wrap items-center gap-3">
                      <Badge tone={complete ? 'success' : 'warning'}>{complete ? m.years.complete : m.years.notSet}</Badge>
                      <LinkButton href={`/administration/years/${year.fiscalYear}`} look="outline" size="small" icon="edit">
                        {year.costYen === null ? m.years.edit : m.years.change}
                      </LinkButton>
                    </span>
                  }
                >
                  {year.costYen === null ? (
                    <p className="text-ink-soft">{m.years.notSet}</p>
                  ) : (
                    <Stack gap="medium">
                      <p className="text-[1.25rem] font-bold">
                        <span className="mr-3 text-[1rem] font-normal text-ink-soft">{m.years.cost}</span>
                        <Money yen={year.costYen} />
                      </p>
                      {year.shares.length > 0 ? <SharesTable year={year} /> : null}
                    </Stack>
                  )}
                </Card>
              )
            })}
          </Stack>
        )}
      </Loaded>
    </SetUpFrame>
  )
}

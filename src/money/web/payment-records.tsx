import { firstOf, useAddress } from '../../ui/address.ts'
import { Actions, Button } from '../../ui/button.tsx'
import { Checkbox, Select } from '../../ui/choice-field.tsx'
import { read, useWrite } from '../../ui/client.ts'
import { DataList } from '../../ui/data-list.tsx'
import { useFormat } from '../../ui/format.ts'
import { useListAddress } from '../../ui/list-view.ts'
import { Loaded } from '../../ui/loading.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { useServerPages } from '../../ui/server-pages.ts'
import { Badge } from '../../ui/status.tsx'
import { Card, Stack } from '../../ui/surface.tsx'
import { showToast } from '../../ui/toast.tsx'
import { Money } from '../../ui/value-text.tsx'
import { DocumentButton } from '../../delivery/web/file-links.tsx'
import { contract } from '../contract/index.ts'
import { Done } from './done.tsx'
import { saveBytes } from './save-bytes.ts'
import { useMoneyWords } from './words.ts'

/** The payments of a calendar year by worker, who needs a 支払調書, and the yearly statements. */
export function PaymentRecords() {
  const m = useMoneyWords()
  const format = useFormat()
  const [query, change] = useAddress()
  const address = useListAddress([])
  const needed = firstOf(query['needed']) === 'yes'
  const asked = Number(firstOf(query['year']))
  const question = { year: asked >= 2000 ? asked : null, search: address.view.text, needed }
  const { found, server } = useServerPages(contract['payment-records'], question, address)
  const issue = useWrite(contract['issue-payment-records'], { onSuccess: (output) => showToast(m.taxes.issued(output.issuedCount)) })
  return (
    <Loaded of={found} lines={8}>
      {(data) => (
        <Stack gap="medium">
          <div className="flex flex-wrap items-end gap-x-8 gap-y-4">
            <Select
              name="year"
              label={m.taxes.year}
              value={String(data.year)}
              onChange={(year: string) => change({ year })}
              options={[...new Set([data.year, ...data.years])].map((year) => ({ value: String(year), label: m.taxes.calendarYear(year) }))}
            />
            <Checkbox name="needed" label={m.taxes.onlyNeeded} value={needed} onChange={(on) => change({ needed: on ? 'yes' : '' })} />
          </div>
          <Card>
            <Stack gap="small">
              <p className="font-bold">{m.taxes.needed(data.neededCount)}</p>
              <p className="measure">{m.taxes.dueText(format.date(data.dueOn))}</p>
              {!data.isOver ? (
                <p className="text-ink-soft">{m.taxes.notOver}</p>
              ) : data.missingCount === 0 ? (
                <Done>{m.taxes.allIssued}</Done>
              ) : (
                <p className="measure">{m.taxes.issueText}</p>
              )}
              <Actions>
                {data.isOver && data.missingCount > 0 ? (
                  <Button
                    icon="document"
                    pending={issue.pending}
                    onClick={() => void issue.run({ year: data.year }).catch(() => undefined)}
                  >
                    {m.taxes.issue(data.missingCount)}
                  </Button>
                ) : null}
                <Button
                  look="outline"
                  icon="download"
                  onClick={() => void read(contract['payment-records-csv'], { year: data.year }).then(saveBytes)}
                >
                  {m.taxes.csv}
                </Button>
              </Actions>
              <RefusalNotice refusal={issue.refusal} words={m.refusals} />
            </Stack>
          </Card>
          <DataList
            caption={m.taxes.records}
            rows={data.rows}
            rowKey={(row) => row.id}
            server={server}
            columns={[
              { key: 'worker', label: m.worker, value: (row) => row.workerName, href: (row) => `/people/${row.id}` },
              {
                key: 'needed',
                label: m.taxes.isNeeded,
                value: (row) => (row.isNeeded ? m.taxes.isNeededYes : ''),
                show: (row) => (row.isNeeded ? <Badge tone="info">{m.taxes.isNeededYes}</Badge> : ''),
              },
              {
                key: 'kinds',
                label: m.taxes.category,
                value: (row) => row.byKind.map(({ category, baseYen }) => `${category} ${format.yen(baseYen)}`).join('、'),
                show: (row) => <FeesByKind kinds={row.byKind} />,
              },
              { key: 'fee', label: m.fee, value: (row) => row.feeYen, show: (row) => <Money yen={row.feeYen} />, numeric: true },
              {
                key: 'base',
                label: m.taxes.subject,
                value: (row) => row.baseYen,
                show: (row) => <Money yen={row.baseYen} />,
                numeric: true,
              },
              {
                key: 'unpaid',
                label: m.taxes.unpaid,
                value: (row) => row.unpaidBaseYen,
                show: (row) => <Money yen={row.unpaidBaseYen} />,
                numeric: true,
                hidden: true,
              },
              {
                key: 'withheld',
                label: m.taxes.withheld,
                value: (row) => row.withholdingYen,
                show: (row) => <Money yen={row.withholdingYen} />,
                numeric: true,
              },
              { key: 'net', label: m.taxes.net, value: (row) => row.netYen, show: (row) => <Money yen={row.netYen} />, numeric: true },
            ]}
            rowActions={{
              label: m.pdf,
              show: (row) => (row.documentId === null ? null : <DocumentButton id={row.documentId}>{m.pdf}</DocumentButton>),
            }}
            empty={{ title: m.taxes.noRecords, text: m.taxes.noRecordsText, icon: 'document' }}
          />
        </Stack>
      )}
    </Loaded>
  )
}

/** The subject fees of a person, a line for each 区分: each is a line of the 支払調書. */
function FeesByKind({ kinds }: { kinds: readonly { category: string; baseYen: number }[] }) {
  return (
    <ul>
      {kinds.map(({ category, baseYen }) => (
        <li key={category} className="whitespace-nowrap">
          {category} <Money yen={baseYen} />
        </li>
      ))}
    </ul>
  )
}

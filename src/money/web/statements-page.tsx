import { firstOf, useAddress } from '../../ui/address.ts'
import { DataList } from '../../ui/data-list.tsx'
import { useFormat } from '../../ui/format.ts'
import { useListAddress } from '../../ui/list-view.ts'
import { Loaded } from '../../ui/loading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useServerPages } from '../../ui/server-pages.ts'
import { Badge } from '../../ui/status.tsx'
import { DateText, Money } from '../../ui/value-text.tsx'
import { DocumentButton } from '../../delivery/web/file-links.tsx'
import { contract } from '../contract/index.ts'
import { answerTones, StatementBadge } from './statement-parts.tsx'
import { useMoneyWords } from './words.ts'

export default function StatementsPage() {
  const m = useMoneyWords()
  const format = useFormat()
  const [query] = useAddress()
  const closeId = firstOf(query['close'])
  const address = useListAddress(['answer'])
  const chosen = address.view.chosen['answer']?.[0]
  const answer = chosen === 'open' || chosen === 'confirmed' || chosen === 'objected' || chosen === 'waiting' ? chosen : 'all'
  const question = { closeId: closeId === '' ? null : closeId, search: address.view.text, answer } as const
  const { found, server } = useServerPages(contract.statements, question, address)
  return (
    <>
      <PageTitle lead={m.statements.lead}>{m.statements.title}</PageTitle>
      <Loaded of={found}>
        {(data) => (
          <DataList
            caption={m.statements.title}
            rows={data.rows}
            rowKey={(row) => row.id}
            server={server}
            columns={[
              { key: 'worker', label: m.worker, value: (row) => row.workerName, href: (row) => `/statements/${row.id}` },
              {
                key: 'month',
                label: m.month,
                value: (row) => format.month(row.month.slice(0, 7)),
                show: (row) => <span className="whitespace-nowrap">{format.month(row.month.slice(0, 7))}</span>,
              },
              { key: 'kind', label: m.statements.kind, value: (row) => m.kinds[row.kind], hidden: true },
              {
                key: 'total',
                label: m.total,
                value: (row) => row.totalYen,
                show: (row) => <Money yen={row.totalYen} />,
                numeric: true,
                hidden: true,
              },
              {
                key: 'withholding',
                label: m.withholding,
                value: (row) => row.withholdingYen,
                show: (row) => <Money yen={row.withholdingYen} />,
                numeric: true,
                hidden: true,
              },
              { key: 'net', label: m.net, value: (row) => row.netYen, show: (row) => <Money yen={row.netYen} />, numeric: true },
              { key: 'payOn', label: m.payOn, value: (row) => row.payOn, show: (row) => <DateText date={row.payOn} short /> },
              {
                key: 'answer',
                label: m.statements.answer,
                value: (row) => m.answers[row.answer],
                show: (row) => (
                  <>
                    <Badge tone={answerTones[row.answer]}>{m.answers[row.answer]}</Badge>{' '}
                    {row.isCorrection ? <Badge tone="info">{m.statements.correction}</Badge> : null}
                  </>
                ),
              },
              {
                key: 'transfer',
                label: m.statements.transfer,
                value: (row) => m.transferStates[row.transferState],
                show: (row) => <StatementBadge statement={row} />,
              },
            ]}
            filters={[
              {
                key: 'answer',
                label: m.statements.answer,
                options: [
                  { value: 'open', label: m.answers.open },
                  { value: 'confirmed', label: m.answers.confirmed },
                  { value: 'objected', label: m.answers.objected },
                  { value: 'waiting', label: m.statements.waiting },
                ],
                of: (row) => row.answer,
              },
            ]}
            rowActions={{
              label: m.pdf,
              show: (row) => (row.documentId === null ? null : <DocumentButton id={row.documentId}>{m.pdf}</DocumentButton>),
            }}
            empty={{ title: m.statements.none, text: m.statements.noneText, icon: 'document' }}
          />
        )}
      </Loaded>
    </>
  )
}

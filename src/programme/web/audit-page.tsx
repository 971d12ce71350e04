import { useState } from 'react'
import { useActs } from '../../ui/acts.ts'
import { Button } from '../../ui/button.tsx'
import { useRead } from '../../ui/client.ts'
import { DataList } from '../../ui/data-list.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Notice } from '../../ui/status.tsx'
import { Card, Stack } from '../../ui/surface.tsx'
import { contract } from '../contract/index.ts'
import { useProgrammeWords } from './words.ts'

type Entry = (typeof contract)['audit-log']['output']['_output']['rows'][number]

function Check() {
  const m = useProgrammeWords().audit
  const format = useFormat()
  const check = useRead(contract['audit-check'], {})
  return (
    <Card
      title={m.checkTitle}
      aside={
        <Button look="outline" size="small" icon="shield" pending={check.isFetching} onClick={() => void check.refetch()}>
          {m.check}
        </Button>
      }
    >
      <Loaded of={check} lines={2}>
        {({ rowCount, broken }) =>
          broken.length === 0 ? (
            <Notice tone="success" title={m.ok}>
              {m.okText(format.number(rowCount))}
            </Notice>
          ) : (
            <Notice tone="danger" title={m.broken}>
              <p>{m.brokenText(format.number(rowCount))}</p>
              <ul className="mt-2 list-disc pl-6">
                {broken.slice(0, 20).map((link) => (
                  <li key={`${link.lane}-${link.seq}-${link.reason}`}>
                    {m.place(link.lane, link.seq)}: {m.reasons[link.reason]}
                  </li>
                ))}
              </ul>
            </Notice>
          )
        }
      </Loaded>
    </Card>
  )
}

function Entries() {
  const { audit: m, who: whoLabel } = useProgrammeWords()
  const { nameOf, acting } = useActs()
  const format = useFormat()
  const [filter, setFilter] = useState({ search: '', from: '', to: '' })
  const [cursors, setCursors] = useState<readonly string[]>([])
  const narrow = (change: Partial<typeof filter>): void => {
    setFilter({ ...filter, ...change })
    setCursors([])
  }
  const orNull = (text: string): string | null => (text === '' ? null : text)
  const log = useRead(
    contract['audit-log'],
    {
      search: filter.search,
      acts: acting(filter.search),
      from: orNull(filter.from),
      to: orNull(filter.to),
      cursor: cursors.at(-1) ?? null,
      limit: 50,
    },
    { keepPrevious: true },
  )
  const who = (row: Entry): string => (row.via === 'command-line' ? m.onCommandLine(personOf(row)) : personOf(row))
  const personOf = (row: Entry): string =>
    row.userId === 'system'
      ? m.system
      : row.userId === null || row.userId === ''
        ? m.visitor
        : row.userName === ''
          ? row.userId
          : row.userName
  return (
    <Stack gap="medium">
      <div className="flex flex-wrap items-end gap-4 print:hidden">
        <SearchField label={m.search} value={filter.search} onChange={(search) => narrow({ search })} />
        <DateField name="from" value={filter.from} onChange={(from) => narrow({ from })} label={m.from} />
        <DateField name="to" value={filter.to} onChange={(to) => narrow({ to })} label={m.to} />
      </div>
      <Loaded of={log}>
        {({ rows, next }) => (
          <Stack gap="medium">
            <DataList
              caption={m.title}
              rows={rows}
              rowKey={(row) => row.key}
              toolsFrom={1_000}
              columns={[
                { key: 'at', label: m.at, value: (row) => row.at, show: (row) => format.instant(row.at), sortable: false },
                { key: 'who', label: whoLabel, value: who, sortable: false },
                { key: 'action', label: m.action, value: (row) => nameOf(row.action), sortable: false },
                {
                  key: 'subject',
                  label: m.subject,
                  value: (row) => row.subject,
                  show: (row) => <code className="break-all">{row.subject}</code>,
                  sortable: false,
                },
              ]}
              empty={{ title: m.none, text: m.noneText }}
            />
            <div className="flex flex-wrap gap-3">
              {cursors.length > 0 ? (
                <Button look="outline" onClick={() => setCursors([])}>
                  {m.newest}
                </Button>
              ) : null}
              {next === null ? null : (
                <Button look="outline" onClick={() => setCursors([...cursors, next])}>
                  {m.older}
                </Button>
              )}
            </div>
          </Stack>
        )}
      </Loaded>
    </Stack>
  )
}

export default function AuditPage() {
  const m = useProgrammeWords().audit
  return (
    <>
      <PageTitle lead={m.lead}>{m.title}</PageTitle>
      <Stack>
        <Check />
        <Card>
          <Entries />
        </Card>
      </Stack>
    </>
  )
}

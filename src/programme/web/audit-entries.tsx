import { useState } from 'react'
import { useActs } from '../../ui/acts.ts'
import { Button } from '../../ui/button.tsx'
import { read, useRead } from '../../ui/client.ts'
import { DataList } from '../../ui/data-list.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { useFormat } from '../../ui/format.ts'
import type { Column } from '../../ui/list-view.ts'
import { Loaded } from '../../ui/loading.tsx'
import { useRefusalText } from '../../ui/refusal-notice.tsx'
import { Refusal } from '../../ui/request.ts'
import { everyPage, type SavedForm, saveList } from '../../ui/save-list.ts'
import { SearchField } from '../../ui/search-field.tsx'
import { Stack } from '../../ui/surface.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useWords } from '../../ui/words.ts'
import { contract } from '../contract/index.ts'
import { type Entry, useEntryWords } from './audit-words.ts'
import { useProgrammeWords } from './words.ts'

function useColumns(): Column<Entry>[] {
  const { audit: m, who } = useProgrammeWords()
  const words = useEntryWords()
  const format = useFormat()
  const lines = (row: Entry) => (
    <ul className="wrap-anywhere">
      {words.facts(row).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
  return [
    { key: 'at', label: m.at, value: (row) => row.at, show: (row) => format.instant(row.at), sortable: false },
    { key: 'who', label: who, value: words.who, sortable: false },
    { key: 'action', label: m.action, value: words.act, sortable: false },
    { key: 'subject', label: m.subject, value: words.subject, sortable: false },
    { key: 'changes', label: m.changes, value: (row) => words.facts(row).join('\n'), show: lines, sortable: false },
  ]
}

type Question = { search: string; acts: string[]; from: string | null; to: string | null }

/** Saves all that was found, with the words that are in sight. */
function SaveButtons({ question, columns }: { question: Question; columns: readonly Column<Entry>[] }) {
  const m = useProgrammeWords().audit
  const list = useWords().list
  const refusalText = useRefusalText()
  const [saving, setSaving] = useState<SavedForm | null>(null)
  const save = async (form: SavedForm): Promise<void> => {
    setSaving(form)
    try {
      const rows = await everyPage((cursor) => read(contract['audit-log'], { ...question, cursor, limit: 200 }))
      await saveList(form, m.title, columns, rows)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      showToast(refusalText(error, {}), { tone: 'danger' })
    } finally {
      setSaving(null)
    }
  }
  return (
    <div role="group" aria-label={m.save} className="flex gap-2">
      {(['xlsx', 'csv'] as const).map((form) => (
        <Button key={form} look="outline" icon="download" pending={saving === form} onClick={() => void save(form)}>
          {list[form]}
        </Button>
      ))}
    </div>
  )
}

export function Entries() {
  const m = useProgrammeWords().audit
  const { acting } = useActs()
  const columns = useColumns()
  const [filter, setFilter] = useState({ search: '', from: '', to: '' })
  const [cursors, setCursors] = useState<readonly string[]>([])
  const narrow = (change: Partial<typeof filter>): void => {
    setFilter({ ...filter, ...change })
    setCursors([])
  }
  const orNull = (text: string): string | null => (text === '' ? null : text)
  const question = { search: filter.search, acts: acting(filter.search), from: orNull(filter.from), to: orNull(filter.to) }
  const log = useRead(contract['audit-log'], { ...question, cursor: cursors.at(-1) ?? null, limit: 50 }, { keepPrevious: true })
  return (
    <Stack gap="medium">
      <div className="flex flex-wrap items-end gap-4 print:hidden">
        <SearchField label={m.search} value={filter.search} onChange={(search) => narrow({ search })} />
        <DateField name="from" value={filter.from} onChange={(from) => narrow({ from })} label={m.from} />
        <DateField name="to" value={filter.to} onChange={(to) => narrow({ to })} label={m.to} />
        <SaveButtons question={question} columns={columns} />
      </div>
      <Loaded of={log}>
        {({ rows, next }) => (
          <Stack gap="medium">
            <DataList
              caption={m.title}
              rows={rows}
              rowKey={(row) => row.key}
              toolsFrom={1_000}
              columns={columns}
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

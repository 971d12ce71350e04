import type { z } from 'zod'
import type { composedNotice } from '../contract/offers.ts'
import { NoticeInShort } from './notice-in-short.tsx'

type Composed = z.output<typeof composedNotice>

const rowClass =
  'gap-4 border-b border-line py-3 sm:grid sm:grid-cols-[14rem_minmax(0,1fr)] ' +
  'print:grid print:grid-cols-[11rem_minmax(0,1fr)] print:break-inside-avoid'

/** The notice of terms as the paper prints it: the same rows from the same data. What it says in short stands before it. */
export function NoticeSheet({ notice, headed = true }: { notice: Composed; headed?: boolean }) {
  return (
    <div className="space-y-6">
      <NoticeInShort notice={notice.inShort} />
      <Paper notice={notice} headed={headed} />
    </div>
  )
}

function Paper({ notice, headed }: { notice: Composed; headed: boolean }) {
  return (
    <article className="rounded-12 border border-line bg-surface p-4 sm:p-8 print:border-0 print:p-0">
      {headed ? <h2 className="text-center text-[1.375rem] font-bold">{notice.title}</h2> : null}
      <p className="mt-2 text-[1rem] whitespace-pre-line text-ink-soft">{notice.basis}</p>
      {notice.remarks.map((remark) => (
        <p key={remark} className="mt-2 font-bold">
          {remark}
        </p>
      ))}
      <p className="mt-4">{notice.opening}</p>
      <dl className="mt-4 border-t border-line">
        {notice.rows.map((row) => (
          <div key={row.number} className={rowClass}>
            <dt className="font-bold">
              <span className="tabular mr-2">{row.number}</span>
              {row.label}
            </dt>
            <dd className="mt-1 space-y-2 sm:mt-0">
              {row.entries.map((entry, at) => (
                <Entry key={at} entry={entry} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </article>
  )
}

function Entry({ entry }: { entry: Composed['rows'][number]['entries'][number] }) {
  if (entry.kind === 'amounts') {
    return (
      <dl className="max-w-sm">
        {entry.amounts.map((amount) => (
          <div key={amount.label} className="flex justify-between gap-4">
            <dt>{amount.label}</dt>
            <dd className="tabular font-bold">{amount.amount}</dd>
          </div>
        ))}
      </dl>
    )
  }
  return (
    <div>
      {entry.label === null ? null : <p className="text-[1rem] text-ink-soft">{entry.label}</p>}
      <p className={`break-words whitespace-pre-line ${entry.kind === 'strong' ? 'font-bold' : ''}`}>{entry.text}</p>
    </div>
  )
}

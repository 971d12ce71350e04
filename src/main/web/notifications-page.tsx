import { useState } from 'react'
import type { z } from 'zod'
import { contract } from '../../platform/notifications/contract.ts'
import { firstOf, useAddress } from '../../ui/address.ts'
import { Button } from '../../ui/button.tsx'
import { useRead, useWrite } from '../../ui/client.ts'
import { EmptyList } from '../../ui/data-list-empty.tsx'
import { dateOf, useFormat } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded } from '../../ui/loading.tsx'
import { Anchor } from '../../ui/navigation.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { ProgressBar } from '../../ui/status.tsx'
import { Card } from '../../ui/surface.tsx'
import { useUploadsUnderWay } from '../../ui/upload-list.ts'
import { lookOf } from './notices.ts'
import { useShellWords } from './words.ts'

type NewsRow = z.output<(typeof contract)['notifications']['output']>['rows'][number]
type Mark = (ids: string[] | null, read: boolean) => void

function Uploads() {
  const words = useShellWords().news
  const uploads = useUploadsUnderWay()
  if (uploads.length === 0) return null
  return (
    <Card title={words.underWay}>
      <ul className="space-y-4">
        {uploads.map((upload) => (
          <li key={upload.key}>
            <Anchor href={upload.href} className="block rounded-8">
              <ProgressBar label={words.uploading(upload.name)} share={upload.share} {...(upload.waiting ? { text: words.waiting } : {})} />
            </Anchor>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Piece({ row, mark }: { row: NewsRow; mark: Mark }) {
  const words = useShellWords().news
  const language = useLanguage()
  const look = lookOf(row.kind)
  const text = look?.text(language, row.facts) ?? words.unknown
  const time = new Date(row.createdAt).toLocaleTimeString('ja-JP', { timeZone: 'Asia/Tokyo', hour: 'numeric', minute: '2-digit' })
  return (
    <li className={`flex items-start gap-3 px-3 py-3 sm:px-5 ${row.isRead ? '' : 'bg-accent-soft/60'}`}>
      <Icon name={look?.icon ?? 'bell'} className={`mt-1 size-6 ${row.isRead ? 'text-ink-soft' : 'text-accent-ink'}`} />
      <div className="min-w-0 flex-1">
        {row.link === null ? (
          <span className={row.isRead ? '' : 'font-bold'}>{text}</span>
        ) : (
          <Anchor
            href={row.link}
            onClick={() => (row.isRead ? undefined : mark([row.id], true))}
            className={`-my-1 block py-1 underline decoration-1 underline-offset-4 hover:decoration-[3px] ${row.isRead ? '' : 'font-bold'}`}
          >
            {text}
          </Anchor>
        )}
        <div className="flex flex-wrap items-center gap-x-4 text-[1rem] text-ink-soft">
          <time dateTime={row.createdAt} className="tabular">
            {time}
          </time>
          {row.isRead ? null : <span className="font-bold text-accent-ink">{words.unread}</span>}
          <Button look="link" size="small" onClick={() => mark([row.id], !row.isRead)}>
            {row.isRead ? words.markUnread : words.markRead}
          </Button>
        </div>
      </div>
    </li>
  )
}

/** News of one day each under its date, the newest first. */
function Days({ rows, mark }: { rows: readonly NewsRow[]; mark: Mark }) {
  const format = useFormat()
  const days = Map.groupBy(rows, (row) => dateOf(row.createdAt) ?? '')
  return [...days].map(([day, news]) => (
    <section key={day} aria-label={format.date(day)}>
      <h2 className="mb-2 text-[1.0625rem] font-bold">{format.date(day)}</h2>
      <ul className="divide-y divide-line overflow-hidden rounded-16 border border-line bg-surface">
        {news.map((row) => (
          <Piece key={row.id} row={row} mark={mark} />
        ))}
      </ul>
    </section>
  ))
}

type PortionProps = { cursor: string | null; unreadOnly: boolean; mark: Mark; isLast: boolean; onMore: (cursor: string) => void }

function Portion({ cursor, unreadOnly, mark, isLast, onMore }: PortionProps) {
  const words = useShellWords().news
  const news = useRead(contract.notifications, { cursor, unreadOnly })
  return (
    <Loaded of={news}>
      {({ rows, next }) => (
        <>
          {rows.length === 0 && cursor === null ? (
            <EmptyList
              icon="bell"
              title={unreadOnly ? words.noUnreadTitle : words.emptyTitle}
              text={unreadOnly ? words.noUnreadText : words.emptyText}
            />
          ) : null}
          <Days rows={rows} mark={mark} />
          {isLast && next !== null ? (
            <Button look="outline" onClick={() => onMore(next)}>
              {words.more}
            </Button>
          ) : null}
        </>
      )}
    </Loaded>
  )
}

function Choice({ unreadOnly, choose }: { unreadOnly: boolean; choose: (unreadOnly: boolean) => void }) {
  const words = useShellWords().news
  const look = (on: boolean): string =>
    'inline-flex min-h-11 items-center rounded-full border px-4 text-[1rem] ' +
    (on ? 'border-accent bg-accent-soft font-bold text-accent-ink' : 'border-field-line bg-surface hover:bg-accent-soft')
  return (
    <div role="group" aria-label={words.filter} className="flex gap-2">
      {[false, true].map((each) => (
        <button
          key={String(each)}
          type="button"
          aria-pressed={unreadOnly === each}
          onClick={() => choose(each)}
          className={look(unreadOnly === each)}
        >
          {each ? words.unreadOnly : words.all}
        </button>
      ))}
    </div>
  )
}

/** Everything that was told to the person, and what is under way. */
export default function NotificationsPage() {
  const words = useShellWords().news
  const [address, change] = useAddress()
  const unreadOnly = firstOf(address['show']) === 'unread'
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null])
  const { run, pending, refusal } = useWrite(contract['mark-notifications'])
  const mark: Mark = (ids, read) => void run({ ids, read }).catch(() => undefined)
  const choose = (unread: boolean): void => {
    setCursors([null])
    change({ show: unread ? 'unread' : undefined })
  }
  return (
    <>
      <PageTitle
        lead={words.lead}
        actions={
          <Button look="outline" icon="check" pending={pending} onClick={() => mark(null, true)}>
            {words.markAll}
          </Button>
        }
      >
        {words.title}
      </PageTitle>
      <div className="max-w-4xl space-y-6">
        <Uploads />
        <RefusalNotice refusal={refusal} />
        <Choice unreadOnly={unreadOnly} choose={choose} />
        {cursors.map((cursor, at) => (
          <Portion
            key={cursor ?? ''}
            cursor={cursor}
            unreadOnly={unreadOnly}
            mark={mark}
            isLast={at === cursors.length - 1}
            onMore={(next) => setCursors((known) => [...known, next])}
          />
        ))}
      </div>
    </>
  )
}

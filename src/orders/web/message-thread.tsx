import { useEffect, useEffectEvent } from 'react'
import { useRead, useWrite } from '../../ui/client.ts'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { Badge } from '../../ui/status.tsx'
import { Stack } from '../../ui/surface.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { contract } from '../contract/index.ts'
import { useOrderWords } from './words.ts'

/** A thread about a package; `workerId` null is the reader themself. Opening it marks what the other side wrote as read. */
type Thread = { packageId: string; workerId: string | null }

export function MessageThread(thread: Thread) {
  const { worker } = useOrderWords()
  const m = worker.talk
  const format = useFormat()
  const messages = useRead(contract.messages, thread)
  const mark = useWrite(contract['mark-messages-read'])
  const unread = messages.data?.unreadCount ?? 0
  const open = useEffectEvent(() => void mark.run(thread).catch(() => undefined))
  useEffect(() => {
    if (unread > 0) open()
  }, [unread])
  return (
    <Stack gap="medium">
      <Loaded of={messages} lines={2}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="text-ink-soft">{m.none}</p>
          ) : (
            <ol className="space-y-3">
              {rows.map((row) => (
                <li key={row.id} className={`border-l-4 pl-4 ${row.isOurs ? 'border-line' : 'border-accent-line'}`}>
                  <p className="flex flex-wrap items-center gap-x-3 text-[1rem] text-ink-soft">
                    <span className="font-bold">{row.isOurs && thread.workerId === null ? m.you : row.senderName}</span>
                    <span>{format.instant(row.sentAt)}</span>
                    {row.isOurs && row.readAt !== null ? <span>{m.isRead}</span> : null}
                    {!row.isOurs && row.readAt === null ? <Badge tone="info">{m.fresh}</Badge> : null}
                  </p>
                  <p className="measure whitespace-pre-line wrap-anywhere">{row.text}</p>
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
      <Write {...thread} />
    </Stack>
  )
}

function Write(thread: Thread) {
  const { worker, refusals } = useOrderWords()
  const m = worker.talk
  const form = useForm(contract['send-message'], {
    initial: { text: '' },
    input: ({ text }) => ({ ...thread, text }),
    onDone: () => {
      showToast(m.sent)
      form.discardDraft()
    },
    draft: `orders.message.${thread.packageId}.${thread.workerId ?? ''}`,
    refusals,
  })
  return (
    <Form form={form} submit={m.send}>
      <TextArea {...form.field('text')} label={m.text} limit={2000} required />
    </Form>
  )
}

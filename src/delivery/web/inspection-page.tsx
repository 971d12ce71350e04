import { useLayoutEffect, useState } from 'react'
import { Button, LinkButton } from '../../ui/button.tsx'
import { useRead } from '../../ui/client.ts'
import { DescriptionList } from '../../ui/description-list.tsx'
import { useFormat } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { isConverting } from '../../ui/keys.ts'
import { Loaded } from '../../ui/loading.tsx'
import { useGo, useParam } from '../../ui/navigation.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Badge, Notice } from '../../ui/status.tsx'
import { Card, Stack } from '../../ui/surface.tsx'
import { DateText, NumberText, todayInJapan } from '../../ui/value-text.tsx'
import { contract } from '../contract/index.ts'
import { AcceptDialog } from './accept-dialog.tsx'
import { FileLinks } from './file-links.tsx'
import { HandInList, handInTones } from './hand-in-list.tsx'
import { ReturnDialog } from './return-dialog.tsx'
import type { Inspection } from './answers.ts'
import { useDeliveryWords } from './words.ts'

type Open = 'accept' | 'return' | null

export default function InspectionPage() {
  const submissionId = useParam('submissionId')
  const inspection = useRead(contract.inspection, { submissionId })
  return (
    <Loaded of={inspection} lines={12}>
      {(data) => <Inspect key={data.submissionId} it={data} />}
    </Loaded>
  )
}

function Inspect({ it }: { it: Inspection }) {
  const m = useDeliveryWords()
  const go = useGo()
  const [open, setOpen] = useState<Open>(null)
  const decidable = it.state === 'waiting' && !it.isOwn
  const next = (): void => go(it.nextSubmissionId === null ? '/inspections' : `/inspections/${it.nextSubmissionId}`)
  const [hasKeys, setKeys] = useSingleKeys()
  useKeys({ a: () => decidable && setOpen('accept'), r: () => decidable && setOpen('return'), n: next }, hasKeys && open === null)
  return (
    <>
      <PageTitle lead={`${it.workerName} ・ ${it.orderNumber}`} badge={<Badge tone={handInTones[it.state]}>{m.states[it.state]}</Badge>}>
        {it.packageTitle}
      </PageTitle>
      <Stack>
        {it.isOwn ? <Notice tone="warning">{m.inspect.ownNotice}</Notice> : null}
        <div className="grid items-start gap-6 xl:grid-cols-3">
          <Deliverable it={it} />
          <Card title={m.inspect.spec}>
            <p className="whitespace-pre-line">{it.specification}</p>
          </Card>
          <Checks it={it} />
        </div>
        <div className="sticky short:static bottom-20 z-10 rounded-16 border border-line bg-surface p-4 shadow-lift-high lg:bottom-4 print:hidden">
          <div className="flex flex-wrap items-center gap-3">
            {decidable ? (
              <>
                <Button icon="check" onClick={() => setOpen('accept')}>
                  {m.inspect.accept}
                </Button>
                <Button look="outline" icon="undo" onClick={() => setOpen('return')}>
                  {m.inspect.return}
                </Button>
              </>
            ) : null}
            <Button look="quiet" iconAfter="arrow-right" onClick={next}>
              {m.inspect.next}
            </Button>
            <label className="tap hidden items-center gap-2 text-ink-soft lg:inline-flex">
              <input
                type="checkbox"
                checked={hasKeys}
                onChange={(event) => setKeys(event.target.checked)}
                className="size-5 accent-(--accent)"
              />
              {m.inspect.keys}
            </label>
          </div>
        </div>
        {it.history.length > 1 || it.state !== 'waiting' ? (
          <Card title={m.inspect.history}>
            <HandInList handIns={it.history} unitName={it.unitName} />
          </Card>
        ) : null}
        <LinkButton look="quiet" icon="arrow-left" href="/inspections">
          {m.inspect.list}
        </LinkButton>
      </Stack>
      <AcceptDialog it={it} open={open === 'accept'} onClose={() => setOpen(null)} onDone={next} />
      <ReturnDialog it={it} open={open === 'return'} onClose={() => setOpen(null)} onDone={next} />
    </>
  )
}

const offKey = 'kado.single-keys-off'

/** Whether single letters are commands here; remembered on this device, for whoever speaks to it or strikes keys by chance (WCAG 2.1.4). */
function useSingleKeys(): [boolean, (on: boolean) => void] {
  const [isOn, setOn] = useState(() => localStorage.getItem(offKey) === null)
  const change = (on: boolean): void => {
    if (on) localStorage.removeItem(offKey)
    else localStorage.setItem(offKey, '')
    setOn(on)
  }
  return [isOn, change]
}

/** Single keys, not while something is typed or a window is open. */
function useKeys(keys: Readonly<Record<string, () => unknown>>, active: boolean): void {
  // In the same moment in which the window closes, so that the next key is heard.
  useLayoutEffect(() => {
    if (!active) return
    const press = (event: KeyboardEvent): void => {
      const { target } = event
      const typing =
        target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox]), textarea, select'))
      const action = keys[event.key.toLowerCase()]
      if (isConverting(event) || typing || event.ctrlKey || event.metaKey || event.altKey || !action) return
      event.preventDefault()
      action()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  })
}

function Deliverable({ it }: { it: Inspection }) {
  const m = useDeliveryWords()
  const format = useFormat()
  const today = todayInJapan()
  return (
    <Card title={m.inspect.deliverable}>
      <div className="space-y-4">
        <FileLinks files={it.files} pictures />
        {it.note === '' ? null : <p className="rounded-8 bg-sunken p-3 whitespace-pre-line">{it.note}</p>}
        <DescriptionList
          items={[
            { term: m.units, value: <NumberText value={it.units} unit={it.unitName} /> },
            { term: m.inspect.assigned, value: <NumberText value={it.assignedUnits} unit={it.unitName} /> },
            { term: m.received, value: <DateText date={it.receivedAt} time /> },
            {
              term: m.inspect.inspectBy,
              value:
                it.state === 'waiting' && it.daysLeft < 0 ? (
                  <Badge tone="danger">
                    <DateText date={it.inspectBy} relativeTo={today} />
                  </Badge>
                ) : (
                  <DateText date={it.inspectBy} relativeTo={today} />
                ),
            },
            { term: m.due, value: <DateText date={it.dueOn} /> },
          ]}
        />
        <p className="text-ink-soft">{m.inspect.payOn(format.date(it.payOn))}</p>
      </div>
    </Card>
  )
}

function Checks({ it }: { it: Inspection }) {
  const m = useDeliveryWords()
  return (
    <Card title={m.inspect.checks}>
      {it.manualVersion === null || it.checks.length === 0 ? (
        <p className="text-ink-soft">{m.inspect.noChecks}</p>
      ) : (
        <>
          <p className="mb-3 text-ink-soft">{m.inspect.checksText(it.manualVersion)}</p>
          <ul className="space-y-3">
            {it.checks.map((check) => (
              <li key={check.step} className="flex gap-3">
                <Icon
                  name={check.ticked ? 'done' : 'minus'}
                  className={`mt-1 size-5 ${check.ticked ? 'text-success-ink' : 'text-ink-faint'}`}
                />
                <span className="min-w-0">
                  <span className="block font-bold">{check.title}</span>
                  {check.body === '' ? null : <span className="block whitespace-pre-line text-ink-soft">{check.body}</span>}
                  <span className="block text-ink-soft">{check.ticked ? m.inspect.ticked : m.inspect.unticked}</span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}

import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { useRead, useWrite } from '../../ui/client.ts'
import { DataList } from '../../ui/data-list.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { useMay } from '../../ui/may.ts'
import { Link } from '../../ui/navigation.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { Badge, type Tone } from '../../ui/status.tsx'
import { Card, Stack } from '../../ui/surface.tsx'
import { showToast } from '../../ui/toast.tsx'
import { DateText } from '../../ui/value-text.tsx'
import { contract } from '../contract/index.ts'
import type { OfferState } from '../rules/offer-state.ts'
import type { PackageView } from './answers.ts'
import { AskHandBack } from './ask-hand-back.tsx'
import { MessageThread } from './message-thread.tsx'
import { ProposeTerms } from './propose-terms.tsx'
import { useReasonText } from './reason-text.ts'
import { useOrderWords } from './words.ts'

const tones: Record<OfferState, Tone> = {
  open: 'info',
  accepted: 'success',
  declined: 'neutral',
  withdrawn: 'neutral',
  expired: 'neutral',
}

/** Who agreed to how much and what became of it, then every offer. */
export function PeopleTab({ work }: { work: PackageView }) {
  const { staff: m, worker, refusals } = useOrderWords()
  const reasonText = useReasonText()
  const format = useFormat()
  const mayPropose = useMay(contract['propose-terms'])
  const mayAskBack = useMay(contract['ask-hand-back'])
  const mayWrite = useMay(contract['send-message'])
  const mayWithdraw = useMay(contract['withdraw-offer'])
  const people = useRead(contract['package-people'], { packageId: work.id })
  const withdraw = useWrite(contract['withdraw-offer'], { onSuccess: () => showToast(m.withdrawn) })
  return (
    <Loaded of={people}>
      {(data) => (
        <Stack>
          <RefusalNotice refusal={withdraw.refusal} words={refusals} />
          <Card title={m.tabs.people}>
            <DataList
              caption={m.tabs.people}
              prefix="people"
              toolsFrom={50}
              rows={data.assignments}
              rowKey={(row) => row.id}
              columns={[
                { key: 'name', label: m.name, value: (row) => row.workerName },
                { key: 'units', label: m.units, value: (row) => row.units, numeric: true },
                {
                  key: 'released',
                  label: m.released,
                  value: (row) => row.releasedUnits,
                  numeric: true,
                  hidden: data.assignments.every((each) => each.releasedUnits === 0),
                },
                { key: 'received', label: m.received, value: (row) => row.receivedUnits, numeric: true },
                { key: 'accepted', label: m.accepted, value: (row) => row.acceptedUnits, numeric: true },
                {
                  key: 'due',
                  label: m.due,
                  value: (row) => row.dueOn,
                  show: (row) => <DateText date={row.dueOn} short />,
                  hidden: true,
                },
                {
                  key: 'read',
                  label: m.readVersion,
                  value: (row) => (row.manualVersionRead === null ? m.unread : worker.version(row.manualVersionRead)),
                },
              ]}
              rowActions={{
                label: m.notice,
                show: (row) => (
                  <span className="flex flex-wrap items-center gap-3">
                    <Link href={`/notices/${row.noticeDocumentId}`} className="whitespace-nowrap">
                      {m.openNotice}
                    </Link>
                    {mayPropose ? <ProposeTerms agreed={row} /> : null}
                    {mayAskBack ? <AskHandBack agreed={row} unitName={work.unitName} /> : null}
                    {mayWrite ? <MessageButton packageId={work.id} agreed={row} /> : null}
                  </span>
                ),
              }}
              empty={{ title: m.noPeople, text: m.noPeopleText }}
            />
          </Card>
          <Card title={m.tabs.offers}>
            <DataList
              caption={m.tabs.offers}
              prefix="offers"
              rows={data.offers}
              rowKey={(row) => row.id}
              columns={[
                { key: 'name', label: m.name, value: (row) => row.workerName },
                { key: 'units', label: m.units, value: (row) => row.units, numeric: true },
                {
                  key: 'state',
                  label: m.state,
                  value: (row) => m.offerStates[row.state],
                  show: (row) => <Badge tone={tones[row.state]}>{m.offerStates[row.state]}</Badge>,
                },
                { key: 'offered', label: m.offeredAt, value: (row) => row.offeredAt, show: (row) => format.instant(row.offeredAt) },
                {
                  key: 'answer',
                  label: m.answerBy,
                  value: (row) => row.answerBy,
                  show: (row) => (row.answerBy === null ? null : <DateText date={row.answerBy} short />),
                },
                { key: 'why', label: m.why, value: (row) => row.why.map(reasonText).join(' · '), hidden: true },
              ]}
              rowActions={{
                label: m.withdraw,
                show: (row) =>
                  mayWithdraw && row.state === 'open' ? (
                    <Button
                      look="outline"
                      size="small"
                      pending={withdraw.pending}
                      onClick={() => void withdraw.run({ offerId: row.id }).catch(() => undefined)}
                    >
                      {m.withdraw}
                    </Button>
                  ) : null,
              }}
              empty={{ title: m.noOffers, text: m.noOffersText }}
            />
          </Card>
        </Stack>
      )}
    </Loaded>
  )
}

type Agreed = { workerId: string; workerName: string; unreadMessages: number }

/** Opens the thread with one person; what they wrote and nobody has read stands on the button. */
function MessageButton({ packageId, agreed }: { packageId: string; agreed: Agreed }) {
  const m = useOrderWords().staff.talk
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" look="outline" icon="question" onClick={() => setOpen(true)}>
        {agreed.unreadMessages > 0 ? m.openUnread(agreed.unreadMessages) : m.open}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={m.withName(agreed.workerName)}>
        {open ? <MessageThread packageId={packageId} workerId={agreed.workerId} /> : null}
      </Dialog>
    </>
  )
}

import type { ReactNode } from 'react'
import { Actions, Button } from '../../ui/button.tsx'
import { useWrite } from '../../ui/client.ts'
import { DataList } from '../../ui/data-list.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { Badge } from '../../ui/status.tsx'
import { Card } from '../../ui/surface.tsx'
import { showToast } from '../../ui/toast.tsx'
import { DateText } from '../../ui/value-text.tsx'
import { contract } from '../contract/index.ts'
import type { Stair } from './answers.ts'
import { Done } from './done.tsx'
import { useMoneyWords } from './words.ts'

const tones = { waiting: 'info', overdue: 'warning', unposted: 'neutral' } as const

/** Step 1: receipts that a close cannot take yet, as rows. */
export function ReceiptsStep({ stair, again }: { stair: Stair; again: ReactNode }) {
  const m = useMoneyWords()
  const accept = useWrite(contract['accept-overdue'], { onSuccess: (output) => showToast(m.closing.overdueDone(output.acceptedCount)) })
  return (
    <Card title={m.closing.receipts} aside={again}>
      {stair.receipts.length === 0 ? (
        <Done>{m.closing.receiptsOk}</Done>
      ) : (
        <div className="space-y-4">
          <p className="measure">{m.closing.receiptsLead}</p>
          <DataList
            caption={m.closing.steps.receipts}
            prefix="receipts"
            rows={stair.receipts}
            rowKey={(row) => row.submissionId}
            columns={[
              { key: 'package', label: m.order, value: (row) => `${row.orderNumber} ${row.packageTitle}` },
              { key: 'worker', label: m.worker, value: (row) => row.workerName },
              {
                key: 'state',
                label: m.state,
                value: (row) => m.receiptStates[row.state],
                show: (row) => <Badge tone={tones[row.state]}>{m.receiptStates[row.state]}</Badge>,
              },
              {
                key: 'received',
                label: m.closing.receivedOn,
                value: (row) => row.receivedOn,
                show: (row) => <DateText date={row.receivedOn} short />,
              },
              {
                key: 'inspectBy',
                label: m.closing.inspectBy,
                value: (row) => row.inspectBy,
                show: (row) => <DateText date={row.inspectBy} short />,
              },
            ]}
            empty={{ title: m.closing.receiptsOk, text: '' }}
          />
          {stair.overdueCount > 0 ? (
            <>
              <p className="measure">{m.closing.acceptOverdueText}</p>
              <Actions>
                <Button
                  look="outline"
                  pending={accept.pending}
                  onClick={() => void accept.run({ month: stair.month }).catch(() => undefined)}
                >
                  {m.closing.acceptOverdue(stair.overdueCount)}
                </Button>
              </Actions>
              <RefusalNotice refusal={accept.refusal} words={m.refusals} />
            </>
          ) : null}
        </div>
      )}
    </Card>
  )
}

import { useState } from 'react'
import { Actions, Button } from '../../ui/button.tsx'
import { useWrite } from '../../ui/client.ts'
import { DataList } from '../../ui/data-list.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { ConfirmDialog, Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { type ServerPages, useListAddress } from '../../ui/list-view.ts'
import { Loaded } from '../../ui/loading.tsx'
import { useParam } from '../../ui/navigation.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { useServerPages } from '../../ui/server-pages.ts'
import { Badge, Notice } from '../../ui/status.tsx'
import { Card, NextStep, Stack } from '../../ui/surface.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { DateText, Money, NumberText } from '../../ui/value-text.tsx'
import { contract } from '../contract/index.ts'
import { batchTones } from './closed-runs.tsx'
import { ResultsDialog, ReturnDialog } from './results-dialog.tsx'
import { saveBytes } from './save-bytes.ts'
import { transferTones } from './statement-parts.tsx'
import type { Batch } from './answers.ts'
import { useMoneyWords } from './words.ts'

export default function BatchPage() {
  const m = useMoneyWords()
  const format = useFormat()
  const address = useListAddress([])
  const question = { batchId: useParam('batchId'), search: address.view.text }
  const { found, server } = useServerPages(contract.batch, question, address)
  return (
    <Loaded of={found} lines={10}>
      {(data) => (
        <>
          <PageTitle
            {...(data.month === null ? {} : { lead: m.batch.lead(format.month(data.month.slice(0, 7))) })}
            badge={<Badge tone={batchTones[data.state]}>{m.batchStates[data.state]}</Badge>}
          >
            {`${m.batch.title} ${format.shortDate(data.valueOn)}`}
          </PageTitle>
          <Stack>
            <Next batch={data} />
            <Facts batch={data} />
            <Card title={m.batch.transfers}>
              <Payments batch={data} server={server} />
            </Card>
          </Stack>
        </>
      )}
    </Loaded>
  )
}

type Open = 'approve' | 'reject' | 'results' | 'download' | null

function Next({ batch }: { batch: Batch }) {
  const m = useMoneyWords()
  const format = useFormat()
  const [open, setOpen] = useState<Open>(null)
  const close = (): void => setOpen(null)
  const approve = useWrite(contract['approve-batch'], { onSuccess: () => showToast(m.batch.approved) })
  const exporting = useWrite(contract['export-batch'], { onSuccess: () => showToast(m.batch.exported) })
  const downloading = useWrite(contract['download-batch-file'], { onSuccess: saveBytes })
  const { batchId } = batch
  const canApprove = batch.state === 'made' && !batch.isOwn
  const sum = m.batch.approveText(format.number(batch.transferCount), format.yen(batch.totalYen))
  return (
    <NextStep title={m.batch.next[batch.state]} icon={batch.state === 'recorded' ? 'done' : 'money'}>
      <p>{sum}</p>
      {batch.repeatedCount > 0 ? <Notice tone="warning">{m.batch.repeated(batch.repeatedCount)}</Notice> : null}
      {batch.newAccountCount > 0 ? <Notice tone="warning">{m.batch.newAccounts(batch.newAccountCount)}</Notice> : null}
      {batch.state === 'made' && batch.isOwn ? <p>{m.batch.waitOther}</p> : null}
      {batch.state === 'made' && batch.approvalsNeeded > 1 ? <p>{m.batch.waitTwo}</p> : null}
      {canApprove && batch.restsUntil !== null ? <Notice tone="warning">{m.batch.resting(format.instant(batch.restsUntil))}</Notice> : null}
      {batch.state === 'approved' ? <p>{m.batch.exportText}</p> : null}
      <Actions>
        {canApprove && batch.restsUntil === null ? (
          <Button icon="check" pending={approve.pending} onClick={() => setOpen('approve')}>
            {m.batch.approve}
          </Button>
        ) : null}
        {batch.state === 'approved' ? (
          <Button icon="document" pending={exporting.pending} onClick={() => void exporting.run({ batchId }).catch(() => undefined)}>
            {m.batch.export}
          </Button>
        ) : null}
        {batch.export ? (
          <Button
            look={batch.state === 'exported' ? 'outline' : 'quiet'}
            icon="download"
            pending={downloading.pending}
            onClick={() => (batch.downloads.length > 0 ? setOpen('download') : void downloading.run({ batchId }).catch(() => undefined))}
          >
            {batch.downloads.length > 0 ? m.batch.downloadAgain : m.batch.download}
          </Button>
        ) : null}
        {batch.state === 'exported' ? (
          <Button icon="checklist" onClick={() => setOpen('results')}>
            {m.batch.record}
          </Button>
        ) : null}
        {batch.state === 'made' || batch.state === 'approved' ? (
          <Button look="outline" icon="undo" onClick={() => setOpen('reject')}>
            {m.batch.reject}
          </Button>
        ) : null}
      </Actions>
      <RefusalNotice refusal={approve.refusal ?? exporting.refusal ?? downloading.refusal} words={m.refusals} />
      <ConfirmDialog
        open={open === 'approve'}
        title={m.batch.approveTitle}
        confirm={m.batch.approve}
        onCancel={close}
        onConfirm={() => {
          close()
          void approve.run({ batchId }).catch(() => undefined)
        }}
      >
        <p>{sum}</p>
      </ConfirmDialog>
      <Dialog open={open === 'reject'} onClose={close} title={m.batch.rejectTitle}>
        <RejectForm batchId={batchId} onDone={close} />
      </Dialog>
      <Dialog open={open === 'download'} onClose={close} title={m.batch.downloadAgain}>
        <DownloadForm batchId={batchId} onDone={close} />
      </Dialog>
      <ResultsDialog batch={batch} open={open === 'results'} onClose={close} />
    </NextStep>
  )
}

function RejectForm({ batchId, onDone }: { batchId: string; onDone: () => void }) {
  const m = useMoneyWords()
  const form = useForm(contract['reject-batch'], {
    initial: { reason: '' },
    input: (values) => ({ batchId, reason: values.reason }),
    refusals: m.refusals,
    onDone: () => {
      showToast(m.batch.rejected)
      onDone()
    },
  })
  return (
    <Form form={form} submit={m.batch.reject}>
      <TextArea {...form.field('reason')} label={m.reason} required limit={1000} />
    </Form>
  )
}

function DownloadForm({ batchId, onDone }: { batchId: string; onDone: () => void }) {
  const m = useMoneyWords()
  const form = useForm(contract['download-batch-file'], {
    initial: { reason: '' },
    input: (values) => ({ batchId, reason: values.reason }),
    refusals: m.refusals,
    onDone: (file) => {
      saveBytes(file)
      onDone()
    },
  })
  return (
    <>
      <p>{m.batch.downloadAgainText}</p>
      <Form form={form} submit={m.batch.download}>
        <TextArea {...form.field('reason')} label={m.reason} required limit={1000} />
      </Form>
    </>
  )
}

function Facts({ batch }: { batch: Batch }) {
  const m = useMoneyWords()
  const said = (who: string, when: string) => (
    <>
      {who} ・ <DateText date={when} time />
    </>
  )
  return (
    <Card>
      <DescriptionList
        items={[
          { term: m.batch.value, value: <DateText date={batch.valueOn} /> },
          { term: m.count, value: <NumberText value={batch.transferCount} /> },
          { term: m.amount, value: <Money yen={batch.totalYen} /> },
          { term: m.batch.made, value: said(batch.madeBy, batch.madeAt) },
          batch.lateReason === '' ? null : { term: m.closing.lateReason, value: batch.lateReason },
          ...batch.approvals.map((each) => ({ term: m.batch.approval, value: said(each.by, each.at) })),
          batch.rejection
            ? {
                term: m.batch.rejection,
                value: (
                  <>
                    {said(batch.rejection.by, batch.rejection.at)}
                    <span className="block whitespace-pre-line">{batch.rejection.reason}</span>
                  </>
                ),
              }
            : null,
          batch.export ? { term: m.batch.fileOut, value: said(batch.export.by, batch.export.at) } : null,
          batch.export ? { term: m.batch.sha, value: <span className="break-all">{batch.export.sha256}</span> } : null,
          batch.downloads.length > 0
            ? {
                term: m.batch.downloads,
                value: (
                  <ul>
                    {batch.downloads.map((each) => (
                      <li key={each.at}>
                        {said(each.by, each.at)} {each.reason}
                      </li>
                    ))}
                  </ul>
                ),
              }
            : null,
          batch.paidCount > 0 ? { term: m.batch.paidCount, value: <NumberText value={batch.paidCount} /> } : null,
          batch.returnedCount > 0 ? { term: m.batch.returnedCount, value: <NumberText value={batch.returnedCount} /> } : null,
        ]}
      />
    </Card>
  )
}

/** Whose account it is, beside the person's name; for one that is new to the bank also who recorded it and when. */
function Holder({ row }: { row: Batch['rows'][number] }) {
  const m = useMoneyWords()
  const format = useFormat()
  return (
    <>
      {row.holderKana}
      {row.account === 'same' || row.accountAt === null ? null : (
        <span className="block text-ink-soft">{m.batch.accountBy(row.accountBy, format.instant(row.accountAt))}</span>
      )}
      {row.holderReason === '' ? null : <span className="block text-ink-soft">{m.batch.holderReason(row.holderReason)}</span>}
    </>
  )
}

function Payments({ batch, server }: { batch: Batch; server: ServerPages<Batch['rows'][number]> }) {
  const m = useMoneyWords()
  const [returning, setReturning] = useState<string | null>(null)
  return (
    <>
      <DataList
        caption={m.batch.transfers}
        rows={batch.rows}
        rowKey={(row) => row.transferId}
        server={server}
        columns={[
          {
            key: 'worker',
            label: m.worker,
            value: (row) => row.workerName,
            show: (row) => (
              <>
                {row.workerName} {row.isRetry ? <Badge>{m.batch.retry}</Badge> : null}
                {row.account === 'same' ? null : <Badge tone="warning">{m.batch.accounts[row.account]}</Badge>}
                {row.statementCount > 1 ? <span className="block text-ink-soft">{m.batch.ofStatements(row.statementCount)}</span> : null}
              </>
            ),
          },
          { key: 'bank', label: m.batch.bank, value: (row) => `${row.bankName} ${row.branchName} ${row.accountNumber}` },
          { key: 'holder', label: m.batch.holder, value: (row) => row.holderKana, show: (row) => <Holder row={row} /> },
          { key: 'amount', label: m.amount, value: (row) => row.amountYen, show: (row) => <Money yen={row.amountYen} />, numeric: true },
          {
            key: 'state',
            label: m.state,
            value: (row) => m.transferStates[row.state],
            show: (row) => (
              <>
                <Badge tone={transferTones[row.state]}>{m.transferStates[row.state]}</Badge>
                {row.returnedNote ? <span className="block text-ink-soft">{row.returnedNote}</span> : null}
              </>
            ),
          },
        ]}
        rowActions={{
          label: m.batch.returned,
          show: (row) =>
            row.state === 'paid' ? (
              <Button size="small" look="outline" onClick={() => setReturning(row.transferId)}>
                {m.batch.recordReturn}
              </Button>
            ) : null,
        }}
        empty={{ title: m.batch.none, text: m.batch.noneText }}
      />
      <ReturnDialog transferId={returning} onClose={() => setReturning(null)} />
    </>
  )
}

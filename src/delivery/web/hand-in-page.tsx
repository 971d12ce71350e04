import { useState } from 'react'
import type { z } from 'zod'
import { firstOf, useAddress } from '../../ui/address.ts'
import { LinkButton } from '../../ui/button.tsx'
import { useRead } from '../../ui/client.ts'
import { DescriptionList } from '../../ui/description-list.tsx'
import { FileDrop, type UploadedFile } from '../../ui/file-drop.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { useParam } from '../../ui/navigation.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Notice } from '../../ui/status.tsx'
import { Card, NextStep, Stack } from '../../ui/surface.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { useForm } from '../../ui/use-form.ts'
import { DateText } from '../../ui/value-text.tsx'
import { contract } from '../contract/index.ts'
import { ReworkNote } from './rework-note.tsx'
import { useDeliveryWords } from './words.ts'

type Assignment = z.output<(typeof contract)['my-assignment']['output']>
type Receipt = z.output<(typeof contract)['submit-deliverable']['output']>

export default function HandInPage() {
  const assignment = useRead(contract['my-assignment'], { assignmentId: useParam('assignmentId') })
  const [address] = useAddress()
  const replaces = firstOf(address['replaces'])
  const [receipt, setReceipt] = useState<Receipt | null>(null)
  return (
    <Loaded of={assignment}>
      {(data) => (receipt ? <Received work={data} receipt={receipt} /> : <HandIn work={data} replaces={replaces} onDone={setReceipt} />)}
    </Loaded>
  )
}

function HandIn({ work, replaces, onDone }: { work: Assignment; replaces: string; onDone: (receipt: Receipt) => void }) {
  const m = useDeliveryWords()
  const format = useFormat()
  const returned = work.handIns.find((each) => each.id === replaces && each.state === 'returned')
  const form = useForm(contract['submit-deliverable'], {
    draft: `delivery.submit.${work.id}.${replaces}`,
    initial: { units: (returned?.units ?? (work.leftUnits || null)) as number | null, note: '', fileIds: [] as readonly UploadedFile[] },
    input: (values) => ({
      assignmentId: work.id,
      units: values.units,
      note: values.note,
      fileIds: values.fileIds.map((file) => file.id),
      replaces: returned?.id ?? null,
    }),
    refusals: m.refusals,
    onDone,
  })
  const count = (units: number): string => `${format.number(units)}${work.unitName}`
  return (
    <>
      <PageTitle lead={m.handIn.lead(work.title)}>{returned ? m.handIn.titleAgain : m.handIn.title}</PageTitle>
      <Stack>
        {returned?.rework ? <ReworkNote rework={returned.rework} /> : null}
        <Card>
          <Form
            form={form}
            submit={m.handIn.submit}
            aside={
              <LinkButton look="outline" href={`/work/${work.id}`}>
                {m.handIn.back}
              </LinkButton>
            }
          >
            <NumberField
              {...form.field('units')}
              label={m.handIn.units}
              help={returned ? m.handIn.unitsHelpAgain(count(returned.units)) : m.handIn.unitsHelp(count(work.leftUnits))}
              unit={work.unitName}
              required
            />
            <FileDrop {...form.field('fileIds')} label={m.handIn.files} help={m.handIn.filesHelp} optional />
            <TextArea {...form.field('note')} label={m.handIn.note} optional limit={2000} />
            {form.dirty && form.values.fileIds.length === 0 && form.values.note.trim() === '' ? (
              <Notice tone="warning">{m.handIn.nothingAttached}</Notice>
            ) : null}
            <Notice tone="info" title={m.handIn.when}>
              <ul className="list-disc space-y-1 pl-5">
                <li>{m.handIn.receipt(format.date(work.today.receivedOn))}</li>
                <li>{m.handIn.inspect(format.date(work.today.inspectBy))}</li>
                <li>{m.handIn.pay(format.date(work.today.payOn))}</li>
              </ul>
            </Notice>
          </Form>
        </Card>
      </Stack>
    </>
  )
}

function Received({ work, receipt }: { work: Assignment; receipt: Receipt }) {
  const m = useDeliveryWords()
  return (
    <>
      <PageTitle>{m.handIn.doneTitle}</PageTitle>
      <NextStep
        title={work.title}
        icon="done"
        actions={
          <LinkButton size="large" href={`/work/${work.id}`}>
            {m.handIn.back}
          </LinkButton>
        }
      >
        <DescriptionList
          items={[
            { term: m.handIn.receivedAt, value: <DateText date={receipt.receivedAt} time /> },
            { term: m.handIn.inspectBy, value: <DateText date={receipt.inspectBy} /> },
            { term: m.payOn, value: <DateText date={receipt.payOn} /> },
          ]}
        />
      </NextStep>
    </>
  )
}

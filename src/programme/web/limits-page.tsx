import { useRead } from '../../ui/client.ts'
import { DataList } from '../../ui/data-list.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useSession } from '../../ui/session.ts'
import { Card, Stack } from '../../ui/surface.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { contract } from '../contract/index.ts'
import { useProgrammeWords } from './words.ts'

/** Makes room for a day for many people behind one address, by default the one at which the administrator sits. */
function RaiseForm() {
  const m = useProgrammeWords()
  const format = useFormat()
  const { address } = useSession()
  const form = useForm(contract['raise-limits'], {
    initial: { address },
    input: (values) => ({ address: values.address.normalize('NFKC').trim() }),
    refusals: m.refusals,
    onDone: ({ until }) => showToast(m.limits.raised(format.instant(until))),
  })
  return (
    <Form form={form} submit={m.limits.raise}>
      <TextField {...form.field('address')} label={m.limits.address} help={m.limits.addressHelp} width="medium" required />
    </Form>
  )
}

export default function LimitsPage() {
  const m = useProgrammeWords()
  const format = useFormat()
  const raised = useRead(contract['raised-limits'], {})
  return (
    <>
      <PageTitle lead={m.limits.lead}>{m.limits.title}</PageTitle>
      <Stack>
        <Card>
          <RaiseForm />
        </Card>
        <Card title={m.limits.listTitle}>
          <Loaded of={raised}>
            {({ rows }) => (
              <DataList
                caption={m.limits.listTitle}
                rows={rows}
                rowKey={(row) => row.address}
                columns={[
                  { key: 'address', label: m.limits.address, value: (row) => row.address },
                  { key: 'until', label: m.limits.until, value: (row) => row.until, show: (row) => format.instant(row.until) },
                  { key: 'by', label: m.limits.by, value: (row) => row.raisedByName },
                ]}
                empty={{ title: m.limits.none, text: m.limits.noneText }}
              />
            )}
          </Loaded>
        </Card>
      </Stack>
    </>
  )
}

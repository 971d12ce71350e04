import { Button } from '../../ui/button.tsx'
import { useRead } from '../../ui/client.ts'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Notice } from '../../ui/status.tsx'
import { Card, Stack } from '../../ui/surface.tsx'
import { contract } from '../contract/index.ts'
import { Entries } from './audit-entries.tsx'
import { useProgrammeWords } from './words.ts'

function Check() {
  const m = useProgrammeWords().audit
  const format = useFormat()
  const check = useRead(contract['audit-check'], {})
  return (
    <Card
      title={m.checkTitle}
      aside={
        <Button look="outline" size="small" icon="shield" pending={check.isFetching} onClick={() => void check.refetch()}>
          {m.check}
        </Button>
      }
    >
      <Loaded of={check} lines={2}>
        {({ rowCount, broken }) =>
          broken.length === 0 ? (
            <Notice tone="success" title={m.ok}>
              {m.okText(format.number(rowCount))}
            </Notice>
          ) : (
            <Notice tone="danger" title={m.broken}>
              <p>{m.brokenText(format.number(rowCount))}</p>
              <ul className="mt-2 list-disc pl-6">
                {broken.slice(0, 20).map((link) => (
                  <li key={`${link.lane}-${link.seq}-${link.reason}`}>
                    {m.place(link.lane, link.seq)}: {m.reasons[link.reason]}
                  </li>
                ))}
              </ul>
            </Notice>
          )
        }
      </Loaded>
    </Card>
  )
}

export default function AuditPage() {
  const m = useProgrammeWords().audit
  return (
    <>
      <PageTitle lead={m.lead}>{m.title}</PageTitle>
      <Stack>
        <Check />
        <Card>
          <Entries />
        </Card>
      </Stack>
    </>
  )
}

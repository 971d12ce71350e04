import { useRead } from '../../ui/client.ts'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Card, Stack } from '../../ui/surface.tsx'
import { contract } from '../contract/index.ts'
import { BlockedList } from './blocked-list.tsx'
import { usePeopleWords } from './words.ts'

export default function BlockedPage() {
  const m = usePeopleWords().coordination
  const format = useFormat()
  const blocked = useRead(contract.blocked, {})
  return (
    <>
      <PageTitle lead={m.blockedText}>{m.blockedTitle}</PageTitle>
      <Card>
        <Loaded of={blocked} lines={10}>
          {({ rows, total }) => (
            <Stack gap="medium">
              <BlockedList rows={rows} />
              {total > rows.length ? <p>{m.blockedMore(format.number(total - rows.length))}</p> : null}
            </Stack>
          )}
        </Loaded>
      </Card>
    </>
  )
}

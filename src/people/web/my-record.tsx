import type { ReactNode } from 'react'
import { LinkButton } from '../../ui/button.tsx'
import { useRead } from '../../ui/client.ts'
import { Skeleton } from '../../ui/loading.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { Notice } from '../../ui/status.tsx'
import { useFormat } from '../../ui/format.ts'
import { contract } from '../contract/index.ts'
import type { PersonRecord } from './record.ts'
import { usePeopleWords } from './words.ts'

/** The own record, or the way to registering for somebody who has none. */
export function MyRecord({ children }: { children: (record: PersonRecord) => ReactNode }) {
  const m = usePeopleWords().mine
  const record = useRead(contract['my-record'], {})
  if (record.data) return <>{children(record.data)}</>
  if (record.error?.code === 'not-found') {
    return (
      <Notice tone="info" title={m.noRecord} actions={<LinkButton href="/register">{m.startRegister}</LinkButton>}>
        {m.noRecordText}
      </Notice>
    )
  }
  return record.error ? <RefusalNotice refusal={record.error} /> : <Skeleton lines={6} />
}

/** What an applicant is told until the interview; nothing for everybody else. For homes of other areas too. */
export function ApplicantNotice({ record }: { record: Pick<PersonRecord, 'state' | 'appliedOn'> }) {
  const m = usePeopleWords().mine
  const format = useFormat()
  if (record.state !== 'applicant') return null
  return (
    <Notice tone="info" title={m.applicantTitle}>
      {m.applicantText(format.date(record.appliedOn))}
    </Notice>
  )
}

import { DescriptionList } from '../../ui/description-list.tsx'
import { Notice } from '../../ui/status.tsx'
import { DateText } from '../../ui/value-text.tsx'
import { FileLinks } from './file-links.tsx'
import { useDeliveryWords } from './words.ts'

type Rework = {
  item: string
  reason: string
  evidence: string
  evidenceFile: { id: string; name: string; byteCount: number } | null
  cause: 'worker-fault' | 'orderer' | 'client-change'
  correctBy: string
}

/** A return as the worker reads it. */
export function ReworkNote({ rework }: { rework: Rework }) {
  const m = useDeliveryWords()
  return (
    <Notice tone="warning" title={m.states.returned}>
      <p className="mb-3">{m.rework.cushion}</p>
      <DescriptionList
        items={[
          { term: m.rework.item, value: <span className="whitespace-pre-line">{rework.item}</span> },
          { term: m.reason, value: <span className="whitespace-pre-line">{rework.reason}</span> },
          { term: m.rework.evidence, value: <span className="whitespace-pre-line">{rework.evidence}</span> },
          rework.evidenceFile ? { term: m.rework.evidenceFile, value: <FileLinks files={[rework.evidenceFile]} /> } : null,
          { term: m.rework.cause, value: m.causes[rework.cause] },
          { term: m.rework.correctBy, value: <DateText date={rework.correctBy} /> },
        ]}
      />
    </Notice>
  )
}

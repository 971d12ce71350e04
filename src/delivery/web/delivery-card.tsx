import { DescriptionList } from '../../ui/description-list.tsx'
import { Badge, type Tone } from '../../ui/status.tsx'
import { DateText, NumberText } from '../../ui/value-text.tsx'
import type { DeliveryRow } from '../contract/client.ts'
import { DocumentButton, FileLinks } from './file-links.tsx'
import { useDeliveryWords } from './words.ts'

export const deliveryTones = { waiting: 'info', accepted: 'success', returned: 'warning' } as const satisfies Record<
  DeliveryRow['state'],
  Tone
>

/** What one delivery brought, its papers and the answer to it. */
export function DeliveryFacts({ delivery }: { delivery: DeliveryRow }) {
  const m = useDeliveryWords()
  return (
    <div className="space-y-4">
      <DescriptionList
        items={[
          { term: m.state, value: <Badge tone={deliveryTones[delivery.state]}>{m.deliveryStates[delivery.state]}</Badge> },
          { term: m.deliver.number, value: delivery.number },
          { term: m.deliver.on, value: <DateText date={delivery.deliveredOn} /> },
          ...delivery.lines.map((line) => ({ term: line.title, value: <NumberText value={line.units} unit={line.unitName} /> })),
          { term: m.files, value: <FileLinks files={delivery.files} /> },
          delivery.answeredOn === null ? null : { term: m.deliver.answeredOn, value: <DateText date={delivery.answeredOn} /> },
          delivery.answer === '' ? null : { term: m.deliver.words, value: <span className="whitespace-pre-line">{delivery.answer}</span> },
        ]}
      />
      <div className="flex flex-wrap gap-3">
        {delivery.documentId === null ? null : <DocumentButton id={delivery.documentId}>{m.deliver.notePdf}</DocumentButton>}
        {delivery.certificateId === null ? null : <DocumentButton id={delivery.certificateId}>{m.deliver.certificatePdf}</DocumentButton>}
      </div>
    </div>
  )
}

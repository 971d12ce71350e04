import type { z } from 'zod'
import { DescriptionList } from '../../ui/description-list.tsx'
import { useFormat } from '../../ui/format.ts'
import { Card } from '../../ui/surface.tsx'
import { DateText } from '../../ui/value-text.tsx'
import type { composedNotice } from '../contract/offers.ts'
import { useWorkerWords } from './words.ts'

/** The notice in short, from the same data, in the reader's words: an easy reading beside the legal text, printed with it. */
export function NoticeInShort({ notice }: { notice: z.output<typeof composedNotice>['inShort'] }) {
  const { inShort: m } = useWorkerWords()
  const format = useFormat()
  return (
    <Card title={m.title}>
      <p className="mb-4">{m.lead}</p>
      <DescriptionList
        items={[
          { term: m.work, value: notice.work },
          notice.units === null ? null : { term: m.units, value: `${format.number(notice.units)}${notice.unitName}` },
          { term: m.due, value: <DateText date={notice.dueOn} /> },
          { term: m.place, value: notice.deliveryPlace },
          {
            term: m.fee,
            value:
              notice.feeYen === null ? (
                m.feeOpen
              ) : (
                <>
                  <strong className="tabular">{format.yen(notice.totalYen)}</strong>
                  <span className="block">{m.feeText(format.yen(notice.feeYen), format.yen(notice.taxYen))}</span>
                </>
              ),
          },
          { term: m.pay, value: <DateText date={notice.payOn} /> },
          { term: m.ask, value: notice.contact },
        ]}
      />
    </Card>
  )
}

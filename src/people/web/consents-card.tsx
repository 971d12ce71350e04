import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { useRead, useWrite } from '../../ui/client.ts'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { useMay } from '../../ui/may.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { Card } from '../../ui/surface.tsx'
import { showToast } from '../../ui/toast.tsx'
import { contract } from '../contract/index.ts'
import { type ConsentPurpose, consentPurposes, neededToTakePart, withdrawalEffects } from '../rules/consents.ts'
import type { PersonRecord } from './record.ts'
import { usePeopleWords } from './words.ts'

/** What taking a consent back means for this person, before it is done. */
function Effects({ workerId, purpose }: { workerId: string; purpose: ConsentPurpose }) {
  const { consents: m } = usePeopleWords()
  const format = useFormat()
  const papers = useRead(contract['papers-kept'], { workerId })
  return (
    <>
      <ul className="list-disc space-y-2 pl-6">
        {withdrawalEffects[purpose].map((effect) => (
          <li key={effect}>{m.effects[effect]}</li>
        ))}
      </ul>
      {purpose === neededToTakePart ? (
        <Loaded of={papers} lines={1}>
          {({ until, count }) => <p>{until === null ? m.noPapers : m.papers(format.number(count), format.date(until))}</p>}
        </Loaded>
      ) : null}
    </>
  )
}

/** To what the person agrees, with the way to take it back and to agree again. */
export function ConsentsCard({ record, own = false }: { record: PersonRecord; own?: boolean }) {
  const m = usePeopleWords()
  const format = useFormat()
  const mayWithdraw = useMay(contract['withdraw-consent'])
  const [leaving, setLeaving] = useState<ConsentPurpose | null>(null)
  const close = (): void => setLeaving(null)
  const give = useWrite(contract['give-consent'], { onSuccess: () => showToast(m.consents.given) })
  const withdraw = useWrite(contract['withdraw-consent'], {
    onSuccess: () => {
      close()
      showToast(m.consents.withdrawn)
    },
  })
  return (
    <Card title={m.person.consents}>
      <RefusalNotice refusal={give.refusal} words={m.refusals} />
      <ul className="divide-y divide-line">
        {consentPurposes.map((purpose) => {
          const given = record.consents.find((consent) => consent.purpose === purpose)
          return (
            <li key={purpose} className="space-y-2 py-3">
              <p className="font-bold">{m.consents[purpose]}</p>
              <p>{m.consents.text[purpose]}</p>
              <p className="text-ink-soft">{given ? m.consents.givenAt(format.instant(given.givenAt)) : m.consents.notGiven}</p>
              {given && mayWithdraw ? (
                <Button
                  look="outline"
                  size="small"
                  aria-label={`${m.consents.withdraw}: ${m.consents[purpose]}`}
                  onClick={() => setLeaving(purpose)}
                >
                  {m.consents.withdraw}
                </Button>
              ) : null}
              {!given && own ? (
                <Button
                  look="outline"
                  size="small"
                  pending={give.pending}
                  aria-label={`${m.consents.give}: ${m.consents[purpose]}`}
                  onClick={() => void give.run({ workerId: record.id, purpose }).catch(() => undefined)}
                >
                  {m.consents.give}
                </Button>
              ) : null}
            </li>
          )
        })}
      </ul>
      <ConfirmDialog
        open={leaving !== null}
        title={leaving === null ? '' : m.consents.withdrawOf(m.consents[leaving])}
        confirm={m.consents.withdraw}
        cancel={m.consents.keep}
        pending={withdraw.pending}
        onConfirm={() => leaving && void withdraw.run({ workerId: record.id, purpose: leaving }).catch(() => undefined)}
        onCancel={close}
      >
        {leaving === null ? null : <Effects workerId={record.id} purpose={leaving} />}
        <RefusalNotice refusal={withdraw.refusal} words={m.refusals} />
      </ConfirmDialog>
    </Card>
  )
}

import { useState } from 'react'
import { proposedAnswerDay } from '../../orders/rules/answer-day.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { Checkbox } from '../../ui/choice-field.tsx'
import { useWrite } from '../../ui/client.ts'
import { DateField } from '../../ui/date-field.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { useFormat } from '../../ui/format.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { showToast } from '../../ui/toast.tsx'
import { todayInJapan } from '../../ui/value-text.tsx'
import { contract } from '../contract/index.ts'
import type { Board } from '../contract/plans.ts'
import { useMatchingWords } from './words.ts'

export function SendDialog({ plan, offers, onClose }: { plan: Board; offers: Board['offers']; onClose: () => void }) {
  const m = useMatchingWords()
  const { number, minutes, yen } = useFormat()
  const today = calendarDate(todayInJapan())
  const packageIds = new Set(offers.map((offer) => offer.packageId))
  const dueOns = plan.packages.flatMap((work) => (packageIds.has(work.packageId) ? [work.dueOn] : []))
  const [firstDueOn] = dueOns.toSorted()
  const [answerBy, setAnswerBy] = useState(proposedAnswerDay(today, dueOns))
  const [agreed, setAgreed] = useState(false)
  const send = useWrite(contract['make-plan-offers'], {
    onSuccess: (output) => {
      showToast(m.plan.choose.sent(number(output.offerIds.length)))
      onClose()
    },
  })
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
  const people = new Set(offers.map((offer) => offer.workerId)).size
  const chosen = offers.map(({ workerId, packageId }) => ({ workerId, packageId }))
  const words = m.plan.choose
  return (
    <ConfirmDialog
      open
      title={words.sendTitle(number(offers.length))}
      confirm={words.send}
      pending={send.pending}
      onConfirm={() => send.run({ planId: plan.id, chosen, answerBy: answerBy || null, agreed }).catch(() => undefined)}
      onCancel={onClose}
    >
      <p>
        {words.sendText(number(people), minutes(sum(offers.map((offer) => offer.minutes))), yen(sum(offers.map((offer) => offer.feeYen))))}
      </p>
      <DateField
        name="answerBy"
        label={words.answerBy}
        help={words.answerByHelp}
        value={answerBy}
        onChange={setAnswerBy}
        min={today}
        {...(firstDueOn === undefined ? {} : { max: firstDueOn })}
      />
      {plan.handsOver ? (
        <Checkbox name="agreed" label={m.plan.handOver.agreed(plan.workerName ?? '')} value={agreed} onChange={setAgreed} required />
      ) : null}
      <RefusalNotice refusal={send.refusal} words={m.refusals} />
    </ConfirmDialog>
  )
}

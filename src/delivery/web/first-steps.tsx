import { contract as people } from '../../people/contract/index.ts'
import { type FirstStep, missingSteps } from '../../people/rules/first-steps.ts'
import { LinkButton } from '../../ui/button.tsx'
import { useRead } from '../../ui/client.ts'
import { NextStep } from '../../ui/surface.tsx'
import { useDeliveryWords } from './words.ts'

const pages: Record<FirstStep, string> = { hours: '/my/free-minutes', pc: '/my/profile', account: '/my/payment' }

/** With nothing urgent: what is still missing to be offered work and paid, each with the way there; else the list of jobs. */
export function FirstSteps() {
  const m = useDeliveryWords().work
  const record = useRead(people['my-record'], {})
  const { data } = record
  const missing = data
    ? missingSteps({ week: data.week, equipment: data.equipment, hasAccount: data.payment === null || data.payment.bankAccount !== null })
    : []
  if (missing.length > 0) {
    return (
      <NextStep
        title={m.firstSteps.title}
        icon="edit"
        actions={missing.map((step, at) => (
          <LinkButton key={step} href={pages[step]} size="large" look={at === 0 ? 'solid' : 'outline'}>
            {m.firstSteps[step]}
          </LinkButton>
        ))}
      >
        <p>{m.firstSteps.text}</p>
      </NextStep>
    )
  }
  return (
    <NextStep
      title={m.calm}
      icon="done"
      actions={
        <LinkButton href="/jobs" look="outline" size="large">
          {m.jobs}
        </LinkButton>
      }
    >
      <p>{m.calmText}</p>
    </NextStep>
  )
}

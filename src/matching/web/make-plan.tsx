import { Button } from '../../ui/button.tsx'
import { useWrite } from '../../ui/client.ts'
import { useGo } from '../../ui/navigation.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { contract } from '../contract/index.ts'
import { useMatchingWords } from './words.ts'

/** Begins a plan and shows the page on which it is found. */
export function MakePlan({ label, look = 'solid' }: { label: string; look?: 'solid' | 'outline' }) {
  const m = useMatchingWords()
  const go = useGo()
  const ask = useWrite(contract['ask-for-plan'], { onSuccess: () => go('/plan') })
  return (
    <>
      <Button
        look={look}
        size={look === 'solid' ? 'large' : 'medium'}
        icon="calendar"
        pending={ask.pending}
        onClick={() => ask.run({}).catch(() => undefined)}
      >
        {label}
      </Button>
      <RefusalNotice refusal={ask.refusal} words={m.refusals} />
    </>
  )
}

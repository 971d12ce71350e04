import { Button } from '../../ui/button.tsx'
import type { Refusal } from '../../ui/request.ts'
import { askToSignIn } from '../../ui/sign-in-request.ts'
import { useProgrammeWords } from './words.ts'

/** The way to signing in again over this page, when something important asked for it. */
export function FreshLink({ refusal }: { refusal: Refusal | null }) {
  const m = useProgrammeWords()
  if (refusal?.code !== 'sign-in-again') return null
  return (
    <Button size="small" onClick={askToSignIn}>
      {m.signIn.submit}
    </Button>
  )
}

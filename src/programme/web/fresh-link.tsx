import { LinkButton } from '../../ui/button.tsx'
import { useHref } from '../../ui/navigation.tsx'
import type { Refusal } from '../../ui/request.ts'
import { useProgrammeWords } from './words.ts'

/** The way to signing in again, and back to this page, when something important asked for it. */
export function FreshLink({ refusal }: { refusal: Refusal | null }) {
  const m = useProgrammeWords()
  const href = useHref()
  if (refusal?.code !== 'sign-in-again') return null
  return (
    <LinkButton href={`/sign-in?${new URLSearchParams({ next: href, again: '1' })}`} size="small">
      {m.signIn.submit}
    </LinkButton>
  )
}

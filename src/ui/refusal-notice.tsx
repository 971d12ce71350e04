import type { ReactNode } from 'react'
import type { Refusal } from './request.ts'
import { helpsToSignIn, SignInAgain } from './sign-in-again.tsx'
import { Notice } from './status.tsx'
import { useWords } from './words.ts'

/** A sentence for each refusal code of a write: cause, then what to do. */
export type RefusalWords<Code extends string = string> = { readonly [Key in Code]: string | ((details: Refusal['details']) => string) }

type Sentences = Readonly<Record<string, string | ((...args: never[]) => string) | undefined>>

/** The sentence for a refusal: the area's own first, then those that every write can meet. */
export function useRefusalText(): (refusal: Refusal, own?: RefusalWords) => string {
  const { refusals } = useWords()
  const shared: Sentences = refusals
  return (refusal, own = {}) => {
    const ownSentence = own[refusal.code]
    if (typeof ownSentence === 'function') return ownSentence(refusal.details)
    const sharedSentence = shared[refusal.code]
    const sentence = ownSentence ?? (typeof sharedSentence === 'string' ? sharedSentence : refusals.other(refusal.code))
    return refusal.requestId === null ? sentence : `${sentence}${refusals.requestId(refusal.requestId)}`
  }
}

type RefusalNoticeProps = { refusal: Refusal | null; words?: RefusalWords; actions?: ReactNode }

/** Says why something was refused and what to do; nothing while there is no refusal. */
export function RefusalNotice({ refusal, words = {}, actions }: RefusalNoticeProps) {
  const text = useRefusalText()
  const shared = useWords()
  if (!refusal) return null
  const help = helpsToSignIn(refusal.code) ? <SignInAgain /> : actions
  return (
    <Notice tone="danger" live title={shared.form.failedTitle} {...(help ? { actions: help } : {})}>
      {text(refusal, words)}
    </Notice>
  )
}

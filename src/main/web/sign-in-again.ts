import { useEffect } from 'react'
import { useSession } from '../../ui/session.ts'
import { askToSignIn, useSignInAsked } from '../../ui/sign-in-request.ts'

/** Asks once when the session ends; who closes the window is asked again by what they do next. */
export function useSignInWhenEnded(): boolean {
  const { ended } = useSession()
  useEffect(() => {
    if (ended) askToSignIn()
  }, [ended])
  return useSignInAsked()
}

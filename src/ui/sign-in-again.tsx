import { LinkButton } from './button.tsx'
import { useHref } from './navigation.tsx'
import { useWords } from './words.ts'

/** True when signing in (again) is what helps against a refusal. */
export function helpsToSignIn(code: string | null): boolean {
  return code === 'sign-in-again' || code === 'unauthenticated'
}

/** The way to sign in and back to this page. */
export function SignInAgain() {
  const words = useWords()
  const href = useHref()
  return <LinkButton href={`/sign-in?${new URLSearchParams({ next: href, again: '1' })}`}>{words.form.signIn}</LinkButton>
}

import { Button } from './button.tsx'
import { askToSignIn } from './sign-in-request.ts'
import { useWords } from './words.ts'

/** True when signing in (again) is what helps against a refusal. */
export function helpsToSignIn(code: string | null): boolean {
  return code === 'sign-in-again' || code === 'unauthenticated'
}

/** The way to sign in over this page; what was typed stays where it is. */
export function SignInAgain() {
  const words = useWords()
  return <Button onClick={askToSignIn}>{words.form.signIn}</Button>
}

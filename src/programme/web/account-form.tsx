import type { ReactNode } from 'react'
import { Form } from '../../ui/form.tsx'
import { currentLanguage } from '../../ui/language.ts'
import { Refusal } from '../../ui/request.ts'
import { TextField } from '../../ui/text-field.tsx'
import { missingIn, useFreeForm } from '../../ui/use-form.ts'
import { foldEmail } from '../../platform/typed-text.ts'
import { answered, authClient, authRefusedAt } from './auth-client.ts'
import { useProgrammeWords } from './words.ts'

type AccountFormProps = {
  submit: string
  /** Known already, from an invitation or an application. */
  name?: string
  email?: string
  /** What follows once the account exists and is signed in; it shows its own failures. */
  then: () => Promise<void>
  aside?: ReactNode
}

/** Makes an account with name, address and password, and signs in with it. */
export function AccountForm({ submit, name = '', email = '', then, aside }: AccountFormProps) {
  const m = useProgrammeWords()
  const form = useFreeForm({
    initial: { name, email, password: '' },
    check: (values) => missingIn(values, ['name', 'email', 'password']),
    send: async (values) => {
      const email = foldEmail(values.email)
      await answered(authClient.signUp.email({ ...values, name: values.name.trim(), email, language: currentLanguage() }))
      // The server does not say whether the address was known; only whoever knows its password learns that.
      return answered(authClient.signIn.email({ email, password: values.password })).catch((error: unknown) => {
        throw error instanceof Refusal && error.code === 'INVALID_EMAIL_OR_PASSWORD'
          ? new Refusal('USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL', error.status)
          : error
      })
    },
    // The account exists from here on, so what follows and may fail is no matter of this form.
    onDone: () => void then(),
    refusals: m.authErrors,
    refusedAt: authRefusedAt(),
  })
  return (
    <Form form={form} submit={submit} {...(aside ? { aside } : {})}>
      <TextField {...form.field('name')} label={m.name} autoComplete="name" required />
      <TextField {...form.field('email')} label={m.signIn.email} type="email" autoComplete="username" required />
      <TextField
        {...form.field('password')}
        label={m.signIn.password}
        help={m.account.newPasswordHelp}
        type="password"
        autoComplete="new-password"
        required
      />
    </Form>
  )
}

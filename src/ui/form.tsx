import { useBlocker } from '@tanstack/react-router'
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { Button, type Look } from './button.tsx'
import { ConfirmDialog } from './dialog.tsx'
import { FieldRegistry, FormBusy, unfitFields } from './field.tsx'
import { Icon } from './icon.tsx'
import { helpsToSignIn, SignInAgain } from './sign-in-again.tsx'
import { Notice } from './status.tsx'
import type { FieldError, FormState } from './use-form.ts'
import { useWords } from './words.ts'

type Known = { id: string; label: string }

function useKnownFields() {
  const [fields, setFields] = useState<ReadonlyMap<string, Known>>(new Map())
  const register = useCallback((name: string, id: string, label: string) => {
    setFields((known) => new Map(known).set(name, { id, label }))
    return () =>
      setFields((known) => {
        const rest = new Map(known)
        rest.delete(name)
        return rest
      })
  }, [])
  /** The field of a fault's path, or of the longest beginning of it. */
  const find = (path: string): Known | null => {
    const parts = path.split('.')
    for (let length = parts.length; length > 0; length--) {
      const field = fields.get(parts.slice(0, length).join('.'))
      if (field) return field
    }
    return null
  }
  return { register, find }
}

function useBusyFields() {
  const [names, setNames] = useState<ReadonlySet<string>>(new Set())
  const set = useCallback((name: string, busy: boolean) => {
    setNames((known) => {
      if (known.has(name) === busy) return known
      const next = new Set(known)
      if (busy) next.add(name)
      else next.delete(name)
      return next
    })
  }, [])
  return { any: names.size > 0, set }
}

/** What stands in a field and can't be read, found as the form is about to be sent and forgotten with the next change. */
function useUnfitFields(values: object) {
  const words = useWords()
  const [found, setFound] = useState<{ values: object; errors: readonly FieldError[]; attempts: number }>({
    values,
    errors: [],
    attempts: 0,
  })
  /** True when there is none. */
  const check = (form: HTMLFormElement): boolean => {
    const errors = unfitFields(form).map(({ path, text }) => ({ path, text: text ?? words.faults.notDate }))
    if (errors.length > 0) setFound(({ attempts }) => ({ values, errors, attempts: attempts + 1 }))
    return errors.length === 0
  }
  return { errors: found.values === values ? found.errors : [], attempts: found.attempts, check }
}

type ErrorSummaryProps = {
  errors: readonly (FieldError & { id: string | null; label: string })[]
  /** A sentence for the whole, when no single field is at fault. */
  text?: string | null
  actions?: ReactNode
  attempts: number
}

/** What is wrong, with a way to each field. It takes the focus at every failed attempt. */
function ErrorSummary({ errors, text = null, actions, attempts }: ErrorSummaryProps) {
  const words = useWords()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (attempts > 0) box.current?.focus()
  }, [attempts])
  if (errors.length === 0 && text === null) return null
  return (
    <div ref={box} role="alert" tabIndex={-1} className="rounded-12 border-2 border-danger-line bg-danger-soft p-5">
      <h2 className="flex items-start gap-2 text-[1.125rem] font-bold text-danger-ink">
        <Icon name="error" className="mt-0.5 size-6" />
        {errors.length > 0 ? words.form.errorsTitle(errors.length) : words.form.failedTitle}
      </h2>
      {text ? <p className="mt-2">{text}</p> : null}
      {errors.length > 0 ? (
        <ul className="mt-2 list-disc space-y-1 pl-6">
          {errors.map((error) => (
            <li key={error.path + error.text}>
              <ErrorLink error={error} />
            </li>
          ))}
        </ul>
      ) : null}
      {actions ? <div className="mt-3">{actions}</div> : null}
    </div>
  )
}

function ErrorLink({ error }: { error: ErrorSummaryProps['errors'][number] }) {
  const { id } = error
  const text = [error.label, error.text].filter(Boolean).join(': ')
  if (id === null) return <span>{text}</span>
  return (
    <a
      href={`#${id}`}
      className="inline-block py-1 text-danger-ink underline underline-offset-4 hover:decoration-[3px]"
      onClick={(event) => {
        event.preventDefault()
        const field = document.getElementById(id)
        field?.scrollIntoView({ block: 'center' })
        field?.focus({ preventScroll: true })
      }}
    >
      {text}
    </a>
  )
}

/** Asks before what was typed and not sent is left. */
function LeaveQuestion({ form }: { form: Pick<FormState, 'dirty' | 'sent' | 'keepsDraft'> }) {
  const words = useWords()
  const open = (): boolean => form.dirty && !form.sent.current
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && open(),
    enableBeforeUnload: open,
    withResolver: true,
  })
  return (
    <ConfirmDialog
      open={blocker.status === 'blocked'}
      title={words.form.leaveTitle}
      confirm={words.form.leave}
      cancel={words.form.stay}
      onConfirm={() => blocker.proceed?.()}
      onCancel={() => blocker.reset?.()}
    >
      <p>{form.keepsDraft ? words.form.leaveText : words.form.leaveLoses}</p>
    </ConfirmDialog>
  )
}

type FormProps<Values extends object> = {
  form: FormState<Values>
  /** The verb of the one main button. */
  submit: ReactNode
  submitLook?: Look
  /** Beside the main button: a link back, say. */
  aside?: ReactNode
  children: ReactNode
}

/** One column of fields with labels above, the errors before them, and one main button. */
export function Form<Values extends object>({ form, submit, submitLook = 'solid', aside, children }: FormProps<Values>) {
  const words = useWords()
  const fields = useKnownFields()
  const busy = useBusyFields()
  const unfit = useUnfitFields(form.values)
  const errors = (unfit.errors.length > 0 ? unfit.errors : form.errors).map((error) => {
    const field = fields.find(error.path)
    return { ...error, id: field?.id ?? null, label: field?.label ?? '' }
  })
  return (
    <form
      noValidate
      className="space-y-7"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy.any && unfit.check(event.currentTarget)) void form.submit()
      }}
    >
      <ErrorSummary
        errors={errors}
        text={form.refusal}
        attempts={form.attempts + unfit.attempts}
        {...(helpsToSignIn(form.refusalCode) ? { actions: <SignInAgain /> } : {})}
      />
      {form.draftRestored ? (
        <Notice
          tone="info"
          actions={
            <Button look="outline" size="small" onClick={form.discardDraft}>
              {words.form.draftDiscard}
            </Button>
          }
        >
          {words.form.draftRestored}
        </Notice>
      ) : null}
      <FormBusy value={busy.set}>
        <FieldRegistry value={fields.register}>{children}</FieldRegistry>
      </FormBusy>
      <div className="flex flex-col gap-3 pt-2 sm:flex-row sm:items-center print:hidden">
        <Button type="submit" look={submitLook} pending={form.pending || busy.any}>
          {submit}
        </Button>
        {aside}
      </div>
      <LeaveQuestion form={form} />
    </form>
  )
}

import { type RefObject, useCallback, useEffect, useId, useRef, useState } from 'react'
import type { z } from 'zod'
import type { Fault, Schema, WriteContract } from '../platform/contract.ts'
import { faultsOf } from '../platform/faults.ts'
import { useWrite } from './client.ts'
import { forgetDraft, readDraft, writeDraft } from './draft.ts'
import { faultText, type OwnFaults } from './fault-text.ts'
import type { FieldState } from './field.tsx'
import { type RefusalWords, useRefusalText } from './refusal-notice.tsx'
import { Refusal } from './request.ts'
import { sayingSo } from './toast.tsx'
import { useWords } from './words.ts'

const draftDelayMilliseconds = 400

export type FieldError = { path: string; text: string }

export type FormState<Values extends object = object> = {
  id: string
  values: Values
  /** Name, value, change and error of one field: `<TextField {...form.field('title')} …/>`. */
  field: <Name extends keyof Values & string>(name: Name) => FieldState<Values[Name]> & { id: string; error: string | null }
  set: <Name extends keyof Values & string>(name: Name, value: Values[Name]) => void
  errors: readonly FieldError[]
  /** Why the whole was refused, as a sentence. */
  refusal: string | null
  refusalCode: string | null
  /** Counts the failed attempts; the error summary takes the focus at each. */
  attempts: number
  pending: boolean
  dirty: boolean
  /** True inside the event that sent the form; a change of page then needs no question. */
  sent: RefObject<boolean>
  submit: () => Promise<void>
  draftRestored: boolean
  keepsDraft: boolean
  discardDraft: () => void
}

type FreeFormOptions<Values extends object, Output> = {
  initial: Values
  send: (values: Values) => Promise<Output>
  onDone?: ((output: Output, values: Values) => void) | undefined
  /** Faults found before anything is sent. */
  check?: (values: Values) => readonly Fault[]
  /** Name under which what is typed stays on this device until it is sent. Leave it out where secrets are typed. */
  draft?: string | undefined
  refusals?: RefusalWords | undefined
  /** The field of which a refusal is, by code. */
  refusedAt?: Readonly<Record<string, string | undefined>> | undefined
  faults?: OwnFaults | undefined
}

function valueAt(values: object, path: string): unknown {
  let value: unknown = values
  for (const part of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Object.entries(value).find(([name]) => name === part)?.[1]
  }
  return value
}

/** A fault for each of the fields in which nothing stands, for forms without a schema. */
export const missingIn = <Values extends object>(values: Values, names: readonly (keyof Values & string)[]): Fault[] =>
  names.filter((name) => String(values[name] ?? '').trim() === '').map((path) => ({ path, code: 'too_small', params: { minimum: 1 } }))

const isAt = (path: string, name: string): boolean => path === name || path.startsWith(`${name}.`)

function useDraft<Values extends object>(key: string | undefined, initial: Values) {
  const [restored, setRestored] = useState<Values | null>(() => (key ? readDraft(key, initial) : null))
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const keep = useCallback(
    (values: Values) => {
      if (!key) return
      clearTimeout(timer.current)
      timer.current = setTimeout(() => writeDraft(key, values), draftDelayMilliseconds)
    },
    [key],
  )
  const forget = useCallback(() => {
    clearTimeout(timer.current)
    if (key) forgetDraft(key)
    setRestored(null)
  }, [key])
  return { restored, keep, forget }
}

/** A form that sends by a function of its own, for what is no write of a contract (signing in, say). */
export function useFreeForm<Values extends object, Output>(options: FreeFormOptions<Values, Output>): FormState<Values> {
  const { initial, send, onDone, check, draft: draftKey, refusals = {}, refusedAt = {}, faults: ownFaults = {} } = options
  const id = useId()
  const words = useWords()
  const refusalText = useRefusalText()
  const draft = useDraft(draftKey, initial)
  const { keep: keepDraft } = draft
  const [values, setValues] = useState<Values>(draft.restored ?? initial)
  const [changed, setChanged] = useState(draft.restored !== null)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [attempts, setAttempts] = useState(0)
  const [pending, setPending] = useState(false)
  const sent = useRef(false)

  useEffect(() => {
    if (changed) keepDraft(values)
  }, [changed, values, keepDraft])

  const fail = (nextFaults: readonly Fault[], nextRefusal: Refusal | null): void => {
    setFaults(nextFaults)
    setRefusal(nextRefusal)
    setAttempts((count) => count + 1)
  }

  const submit = async (): Promise<void> => {
    if (pending) return
    const found = check?.(values) ?? []
    if (found.length > 0) return fail(found, null)
    setPending(true)
    try {
      const output = await send(values)
      sent.current = true
      setChanged(false)
      setFaults([])
      setRefusal(null)
      draft.forget()
      sayingSo(words.done, () => onDone?.(output, values))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      fail(error.faults, error.faults.length > 0 ? null : error)
    } finally {
      setPending(false)
    }
  }

  const refusedField = refusal ? (refusedAt[refusal.code] ?? null) : null
  const refusedText = refusal ? refusalText(refusal, refusals) : null

  const set: FormState<Values>['set'] = (name, value) => {
    sent.current = false
    setChanged(true)
    setValues((current) => ({ ...current, [name]: value }))
    setFaults((current) => current.filter((fault) => !isAt(fault.path, name)))
    if (refusedField !== null && isAt(refusedField, name)) setRefusal(null)
  }

  const textOf = (fault: Fault): string => faultText(words.faults, fault, valueAt(values, fault.path), ownFaults)
  return {
    id,
    values,
    field: (name) => {
      const fault = faults.find((each) => isAt(each.path, name))
      const error = fault ? textOf(fault) : refusedField !== null && isAt(refusedField, name) ? refusedText : null
      return { name, id: `${id}-${name}`, value: values[name], onChange: (value) => set(name, value), error }
    },
    set,
    // One sentence for a field: an empty one is empty, whatever else it fails.
    errors: [
      ...faults
        .filter((fault, at) => faults.findIndex(({ path }) => path === fault.path) === at)
        .map((fault) => ({ path: fault.path, text: textOf(fault) })),
      ...(refusedField !== null && refusedText !== null ? [{ path: refusedField, text: refusedText }] : []),
    ],
    refusal: refusedField === null ? refusedText : null,
    refusalCode: refusal?.code ?? null,
    attempts,
    pending,
    dirty: changed,
    sent,
    submit,
    draftRestored: draft.restored !== null,
    keepsDraft: draftKey !== undefined,
    discardDraft: () => {
      draft.forget()
      setValues(initial)
      setChanged(false)
      setFaults([])
    },
  }
}

/** An input in which fields may still be empty; the schema refuses them before anything is sent. */
type Unfinished<Input> = Input extends object ? { [Key in keyof Input]: Input[Key] | null | undefined } : Input

type FormOptions<Values extends object, I extends Schema, O extends Schema, R extends string> = Omit<
  FreeFormOptions<Values, z.output<O>>,
  'send' | 'check' | 'refusals' | 'refusedAt'
> & {
  /** What is sent, made of what was typed. The names of fields are the paths of the input. */
  input: (values: Values) => Unfinished<z.input<I>>
} & ([R] extends [never] ? { refusals?: RefusalWords } : { refusals: RefusalWords<R> })

/** A form for a write of a contract: checked by its schema here, sent once, its refusals said in the area's words. */
export function useForm<Values extends object, I extends Schema, O extends Schema, R extends string>(
  contract: WriteContract<I, O, R>,
  options: FormOptions<Values, I, O, R>,
): FormState<Values> {
  const write = useWrite(contract, { silent: true })
  const { initial, onDone, draft, refusals, faults, input } = options
  return useFreeForm<Values, z.output<O>>({
    refusedAt: contract.refusedAt,
    initial,
    onDone,
    draft,
    refusals,
    faults,
    check: (values) => {
      const parsed = contract.input.safeParse(input(values))
      return parsed.success ? [] : faultsOf(parsed.error)
    },
    // The schema has just accepted this input, so no field is empty that may not be.
    send: (values) => write.run(input(values) as z.input<I>),
  })
}

import { keepPreviousData, MutationCache, QueryCache, QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { z } from 'zod'
import { asksInBody, pathOf, type ReadContract, type Schema, type WriteContract } from '../platform/contract.ts'
import { currentProgrammeId } from './membership.ts'
import { Refusal, request, unreachable } from './request.ts'
import { sayingSo } from './toast.tsx'
import { uniqueId } from './unique-id.ts'
import { useWords } from './words.ts'

const politeRetries = 3

function mayRetry(failures: number, error: Error): boolean {
  return error instanceof Refusal && error.code === unreachable && failures < politeRetries
}

const retryDelay = (failures: number): number => Math.min(1000 * 2 ** failures, 8000)

/** The cache of all reads. An answer that says "not signed in" makes the session be asked again. */
export function newQueryClient(): QueryClient {
  const askWhoIsSignedIn = (error: Error): void => {
    if (error instanceof Refusal && error.code === 'unauthenticated') void client.invalidateQueries({ queryKey: ['session'] })
  }
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error, query) => (query.queryKey[0] === 'session' ? undefined : askWhoIsSignedIn(error)) }),
    mutationCache: new MutationCache({ onError: askWhoIsSignedIn }),
    defaultOptions: {
      queries: { retry: mayRetry, retryDelay, staleTime: 15_000, networkMode: 'always' },
      mutations: { retry: mayRetry, retryDelay, networkMode: 'always' },
    },
  })
  return client
}

/** Asks a read of a contract once, outside a component. Throws a Refusal. */
export async function read<I extends Schema, O extends Schema>(contract: ReadContract<I, O>, input: z.input<I>): Promise<z.output<O>> {
  // The server parses every answer by the contract's schema before it sends it.
  return (await askRead(contract, input)) as z.output<O>
}

/** Asks a read, by the body where the address may not hold what is asked. Throws a Refusal. */
export function askRead<I extends Schema, O extends Schema>(
  contract: ReadContract<I, O>,
  input: z.input<I>,
  headers: Record<string, string> = {},
): Promise<unknown> {
  if (!asksInBody(contract)) return request(readPath(contract, input), { headers })
  return request(pathOf(contract), {
    method: 'POST',
    body: JSON.stringify(input),
    headers: { 'content-type': 'application/json', ...headers },
  })
}

/** Where the answer of a read that does not ask in the body is found. */
export function readPath<I extends Schema, O extends Schema>(contract: ReadContract<I, O>, input: z.input<I>): string {
  return `${pathOf(contract)}?${new URLSearchParams({ input: JSON.stringify(input) })}`
}

/**
 * The answer of a read, kept fresh after every write. With `enabled: false` nothing is asked; `keepPrevious` shows a list's last answer
 * while the next page comes.
 */
export function useRead<I extends Schema, O extends Schema>(
  contract: ReadContract<I, O>,
  input: z.input<I>,
  options: { enabled?: boolean; everySeconds?: number; keepPrevious?: boolean } = {},
) {
  return useQuery<z.output<O>, Refusal>({
    queryKey: [contract.area, contract.name, currentProgrammeId(), input],
    queryFn: () => read(contract, input),
    enabled: options.enabled ?? true,
    refetchInterval: options.everySeconds === undefined ? false : options.everySeconds * 1000,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  })
}

/** Gives the same idempotency key for the same input until it has succeeded, so that a repeat writes nothing twice. */
function useIdempotencyKey(): { of: (body: string) => string; forget: () => void } {
  const last = useRef<{ body: string; key: string } | null>(null)
  return {
    of: (body) => {
      if (last.current?.body !== body) last.current = { body, key: uniqueId() }
      return last.current.key
    },
    forget: () => {
      last.current = null
    },
  }
}

type WriteOptions<Input, Output> = {
  onSuccess?: (output: Output, input: Input) => void
  /** Nothing is said of its success: nobody pressed anything, or a control says by itself how it stands, or the form that sends says it. */
  silent?: boolean
}

/**
 * A write of a contract. `run` gives the output or throws a Refusal; all reads are asked again after it. Success is said, by `onSuccess` or
 * else by the shared words; where the focus goes, `keepPlace` sees to.
 */
export function useWrite<I extends Schema, O extends Schema, R extends string>(
  contract: WriteContract<I, O, R>,
  options: WriteOptions<z.input<I>, z.output<O>> = {},
) {
  const { done } = useWords()
  const queries = useQueryClient()
  const idempotencyKey = useIdempotencyKey()
  const mutation = useMutation<z.output<O>, Refusal, z.input<I>>({
    mutationFn: async (input) => {
      const body = JSON.stringify(input)
      const headers = { 'content-type': 'application/json', 'idempotency-key': idempotencyKey.of(body) }
      return (await request(pathOf(contract), { method: 'POST', body, headers })) as z.output<O>
    },
    onSuccess: async (output, input) => {
      idempotencyKey.forget()
      const follow = () => options.onSuccess?.(output, input)
      if (options.silent) follow()
      else sayingSo(done, follow)
      // Reactions to a write run into other areas by events, so the reads of its own area would not be enough.
      await queries.invalidateQueries()
    },
  })
  const underway = useRef<{ body: string; answer: Promise<z.output<O>> } | null>(null)
  // A second press before the button knows of the first is the same write.
  const run = (input: z.input<I>): Promise<z.output<O>> => {
    const body = JSON.stringify(input)
    if (underway.current?.body === body) return underway.current.answer
    const answer = mutation.mutateAsync(input).finally(() => {
      underway.current = null
    })
    underway.current = { body, answer }
    return answer
  }
  return { run, pending: mutation.isPending, refusal: mutation.error, output: mutation.data, reset: mutation.reset }
}

/**
 * Something a person does that is no write of a contract: signing in, a passkey. `run` resolves in every case and says that it is done;
 * `refusal` is why it was not, as `failure` tells it.
 */
export function useDeed(failure: (error: unknown) => Refusal = refusalOnly) {
  const { done } = useWords()
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const run = async <Result>(deed: () => Promise<Result>, follow: (result: Result) => unknown = () => undefined): Promise<void> => {
    setPending(true)
    setRefusal(null)
    try {
      const result = await deed()
      await sayingSo(done, () => follow(result))
    } catch (error) {
      setRefusal(failure(error))
    } finally {
      setPending(false)
    }
  }
  return { run, pending, refusal }
}

function refusalOnly(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  throw error
}

import { useEffect, useRef } from 'react'
import type { z } from 'zod'
import type { ReadContract, Schema } from '../platform/contract.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { read, useRead } from './client.ts'
import { currentProgrammeId } from './membership.ts'
import type { Refusal } from './request.ts'
import type { ListAddress, ServerPages } from './list-view.ts'
import { everyPage } from './save-list.ts'

const pageSize = 50
const savedAtOnce = 200

type Page = { rows: readonly unknown[]; next: string | null; total: number }
/** All that the contract asks besides the place in the list. */
type Question<I extends Schema> = Omit<z.input<I>, 'cursor' | 'limit'>

/**
 * Pages of a list that the server gives by cursor. The cursor of a page is known when the page before has been seen; a
 * page that was opened by its address alone begins again from the first.
 */
export function useServerPages<I extends Schema, O extends z.ZodType<Page>>(
  contract: ReadContract<I, O>,
  question: Question<I>,
  address: ListAddress,
  options: { everySeconds?: number } = {},
) {
  const known = useRef(new Map<string, string>())
  const { page } = address.view
  const placeOf = (number: number): string => `${JSON.stringify(question)} ${number}`
  const cursor = page === 1 ? null : (known.current.get(placeOf(page)) ?? null)
  const lost = page > 1 && cursor === null
  useEffect(() => {
    if (lost) address.toPage(1)
  })
  const inputAt = (place: string | null, limit: number): z.input<I> => ({ ...question, cursor: place, limit }) as z.input<I>
  const found = useRead(contract, inputAt(cursor, pageSize), { ...options, keepPrevious: true })
  const next = found.data?.next
  const following = placeOf(page + 1)
  useEffect(() => {
    // The answer of the page before, shown while waiting, teaches nothing.
    if (next && !found.isPlaceholderData) known.current.set(following, next)
  })
  const server: ServerPages<z.output<O>['rows'][number]> = {
    total: found.data?.total ?? 0,
    address,
    pageSize,
    everyRow: () => everyPage((place) => read(contract, inputAt(place, savedAtOnce))),
  }
  return { found, server }
}

/**
 * A list that the page holds whole, because it is searched, sorted and saved there: all pages of the server's answer, asked one after the
 * other. For lists of one person or one house; what grows without end comes in `useServerPages`.
 */
export function useWholeList<I extends Schema, O extends z.ZodType<Omit<Page, 'total'>>>(
  contract: ReadContract<I, O>,
  question: Question<I>,
  options: { enabled?: boolean } = {},
) {
  return useQuery<z.output<O>, Refusal>({
    queryKey: [contract.area, contract.name, currentProgrammeId(), 'whole', question],
    async queryFn() {
      let first: z.output<O> | null = null
      const rows = await everyPage(async (cursor) => {
        const page = await read(contract, { ...question, cursor, limit: savedAtOnce } as z.input<I>)
        first ??= page
        return page
      })
      return { ...(first as unknown as z.output<O>), rows, next: null }
    },
    enabled: options.enabled ?? true,
    placeholderData: keepPreviousData,
  })
}

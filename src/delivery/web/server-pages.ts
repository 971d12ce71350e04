import { useEffect, useRef } from 'react'
import type { ListAddress } from '../../ui/list-view.ts'

/** Rows on a page of a long list. */
export const rowsOnPage = 50

/**
 * Pages of a list that the server gives by cursor. The cursor of a page is known when the page before has been seen; a
 * page that was opened by its address alone begins again from the first. `question` is everything else that is asked.
 */
export function useServerPages(address: ListAddress, question: string) {
  const known = useRef(new Map<string, string>())
  const { page } = address.view
  const cursor = page === 1 ? null : (known.current.get(`${question} ${page}`) ?? null)
  const lost = page > 1 && cursor === null
  useEffect(() => {
    if (lost) address.toPage(1)
  })
  return {
    cursor,
    /** To be called with every answer; an answer of the page before, shown while waiting, teaches nothing. */
    useAnswer(next: string | null | undefined, isEarlier: boolean): void {
      useEffect(() => {
        if (next && !isEarlier) known.current.set(`${question} ${page + 1}`, next)
      })
    },
  }
}

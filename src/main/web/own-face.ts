import type { QueryClient } from '@tanstack/react-query'

const quietMs = 500

/** What a browser says of its line, where it does. */
interface Line {
  saveData?: boolean
  effectiveType?: string
}

/**
 * Fetches the Japanese face of the product, half a megabyte, once the page has its words; never over a narrow line, because every phone has
 * a Japanese face of its own.
 */
export function fetchOwnFace(client: QueryClient): void {
  const { connection } = navigator as { connection?: Line }
  if (connection?.saveData || /2g|3g/.test(connection?.effectiveType ?? '')) return
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = client.getQueryCache().subscribe(() => {
    clearTimeout(timer)
    if (client.isFetching() > 0) return
    timer = setTimeout(() => {
      stop()
      void import('../../ui/fonts.css')
    }, quietMs)
  })
}

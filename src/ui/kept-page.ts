import { request } from './request.ts'

interface Kept {
  account: { id: string } | null
}

const accountOf = async (): Promise<string | null> => ((await request('/api/session')) as Kept).account?.id ?? null

/**
 * Browsers keep a page that was left as it stood and show it again by Back, also after its person has signed out. Such a page is hidden
 * until the server has said that the same person is signed in, and is loaded anew otherwise.
 * @param known whom the page was made for, or null for a visitor
 */
export function guardKeptPage(known: () => string | null): void {
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted) return
    const page = document.documentElement
    page.hidden = true
    void accountOf()
      .catch(() => undefined)
      .then((account) => {
        if (account === known()) page.hidden = false
        else location.reload()
      })
  })
}

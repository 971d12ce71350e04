import { Button } from './button.tsx'
import { useWords } from './words.ts'

/** Earlier and later pages; nothing when there is but one. */
export function Paging({ page, pages, onPage }: { page: number; pages: number; onPage: (page: number) => void }) {
  const words = useWords().list
  if (pages <= 1) return null
  return (
    <nav aria-label={words.pages} className="flex flex-wrap items-center justify-center gap-4 print:hidden">
      <Button look="outline" size="small" icon="chevron-left" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        {words.previous}
      </Button>
      <span className="tabular">{words.page(page, pages)}</span>
      <Button look="outline" size="small" iconAfter="chevron-right" disabled={page >= pages} onClick={() => onPage(page + 1)}>
        {words.next}
      </Button>
    </nav>
  )
}

import { Icon } from './icon.tsx'
import { Link } from './navigation.tsx'
import { useWords } from './words.ts'

type Crumb = { label: string; href: string }

/** The way from the first page to this one; the page itself is last and no link. */
export function Breadcrumbs({ crumbs, here }: { crumbs: readonly Crumb[]; here: string }) {
  const words = useWords()
  return (
    <nav aria-label={words.breadcrumbs} className="mb-3 text-[1rem] print:hidden">
      <ol className="flex flex-wrap items-center gap-x-1">
        {crumbs.map((crumb) => (
          <li key={crumb.href} className="flex items-center gap-1">
            <Link href={crumb.href} className="inline-block py-2">
              {crumb.label}
            </Link>
            <Icon name="chevron-right" className="size-4 text-ink-faint" />
          </li>
        ))}
        <li aria-current="page" className="py-2 text-ink-soft">
          {here}
        </li>
      </ol>
    </nav>
  )
}

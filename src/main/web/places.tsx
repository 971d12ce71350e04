import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Menu } from '../../ui/menu.tsx'
import { Anchor } from '../../ui/navigation.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import type { Place } from './pages.ts'
import { useShellWords } from './words.ts'

const noCount = (): null => null

/** How many things wait at a place. */
function Count({ place }: { place: Place }) {
  // The hook belongs to the place, and a place keeps its hook; the component is keyed by its path.
  const useCount = place.menu.useCount ?? noCount
  return <CountBadge count={useCount()} />
}

const countClass =
  'tabular inline-flex min-w-6 items-center justify-center rounded-full bg-danger px-1.5 ' +
  'whitespace-nowrap text-[0.875rem] leading-6 font-bold text-white dark:text-black'

export function CountBadge({ count }: { count: number | null }) {
  const words = useShellWords()
  if (!count) return null
  return (
    <span className={countClass}>
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <VisuallyHidden>{words.waiting(count)}</VisuallyHidden>
    </span>
  )
}

type PlacesProps = { places: readonly Place[]; pathname: string; homePath: string | null }

function hrefOf(place: Place, homePath: string | null): string {
  return place.path === homePath ? '/' : place.path
}

/** The place that the page belongs to: the longest path that begins its own. */
function placeOfPage({ places, pathname, homePath }: PlacesProps): Place | null {
  const path = pathname === '/' ? homePath : pathname
  if (path === null) return null
  const above = places.filter((place) => path === place.path || path.startsWith(`${place.path}/`))
  return above.reduce<Place | null>((longest, place) => (longest && longest.path.length > place.path.length ? longest : place), null)
}

const mostInRail = 7
const mostInBar = 4

/** What is in sight, and what stands behind "more" when there are too many. */
function split(places: readonly Place[], most: number): { shown: readonly Place[]; rest: readonly Place[] } {
  const count = places.length > most ? most - 1 : most
  return { shown: places.slice(0, count), rest: places.slice(count) }
}

function More({
  rest,
  here,
  homePath,
  className,
}: {
  rest: readonly Place[]
  here: Place | null
  homePath: string | null
  className: string
}) {
  const words = useShellWords()
  const language = useLanguage()
  const entries = rest.map((place) => ({
    key: place.path,
    label: place.menu.label(language),
    icon: place.menu.icon,
    href: hrefOf(place, homePath),
    selected: here === place,
  }))
  return (
    <Menu
      className={className}
      groups={[{ entries }]}
      trigger={
        <>
          <Icon name="more" />
          <span>{words.more}</span>
        </>
      }
    />
  )
}

const railLinkClass =
  'flex min-h-12 items-center gap-3 rounded-12 px-4 py-2 leading-snug hover:bg-accent-soft ' +
  'aria-[current]:bg-accent-soft aria-[current]:font-bold aria-[current]:text-accent-ink ' +
  'aria-[current]:shadow-[inset_4px_0_0_var(--accent)] forced-colors:aria-[current]:outline'

/** The left rail of the desktop: at most seven places. */
export function Rail(props: PlacesProps) {
  const words = useShellWords()
  const language = useLanguage()
  const here = placeOfPage(props)
  const { shown, rest } = split(props.places, mostInRail)
  return (
    <nav
      aria-label={words.places}
      className="sticky top-18 hidden max-h-[calc(100dvh-4.5rem)] w-62 shrink-0 self-start overflow-y-auto p-4 lg:block"
    >
      <ul className="space-y-1">
        {shown.map((place) => (
          <li key={place.path}>
            <Anchor href={hrefOf(place, props.homePath)} {...(here === place ? { 'aria-current': 'page' } : {})} className={railLinkClass}>
              <Icon name={place.menu.icon} />
              <span className="flex-1">{place.menu.label(language)}</span>
              <Count place={place} />
            </Anchor>
          </li>
        ))}
        {rest.length > 0 ? (
          <li>
            <More
              rest={rest}
              here={here}
              homePath={props.homePath}
              className="min-h-12 w-full !gap-3 !rounded-12 !px-4 !py-2 !font-normal [&>span]:flex-1 [&>span]:text-left"
            />
          </li>
        ) : null}
      </ul>
    </nav>
  )
}

const barItem =
  'relative flex min-h-15 w-full flex-col items-center justify-center gap-0.5 px-1 py-1.5 text-center text-[0.8125rem] leading-tight font-bold'

/** The bottom bar of the phone: at most four places, what is more stands behind the last. */
export function BottomBar(props: PlacesProps) {
  const words = useShellWords()
  const language = useLanguage()
  const here = placeOfPage(props)
  const { shown, rest } = split(props.places, mostInBar)
  if (shown.length === 0) return null
  return (
    <nav
      aria-label={words.places}
      className="fixed short:static inset-x-0 bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden print:hidden"
    >
      <ul className="mx-auto flex max-w-2xl">
        {shown.map((place) => (
          <li key={place.path} className="flex-1">
            <Anchor
              href={hrefOf(place, props.homePath)}
              {...(here === place ? { 'aria-current': 'page' } : {})}
              className={`${barItem} text-ink-soft aria-[current]:text-accent-ink aria-[current]:shadow-[inset_0_4px_0_var(--accent)]`}
            >
              <Icon name={place.menu.icon} />
              <span>{place.menu.label(language)}</span>
              <span className="absolute top-1 left-[calc(50%+0.875rem)]">
                <Count place={place} />
              </span>
            </Anchor>
          </li>
        ))}
        {rest.length > 0 ? (
          <li className="flex-1">
            <More
              rest={rest}
              here={here}
              homePath={props.homePath}
              className={`${barItem} !gap-0.5 !px-1 text-ink-soft [&>svg:last-child]:hidden`}
            />
          </li>
        ) : null}
      </ul>
    </nav>
  )
}

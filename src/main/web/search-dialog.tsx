import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useDeferredValue, useEffect, useEffectEvent, useState } from 'react'
import { mayTry } from '../../platform/access.ts'
import { read } from '../../ui/client.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { type Language, useLanguage } from '../../ui/language.ts'
import { holderOf } from '../../ui/may.ts'
import { membershipKey } from '../../ui/membership.ts'
import { isConverting } from '../../ui/keys.ts'
import { Anchor } from '../../ui/navigation.tsx'
import { hrefOfHit, type SearchSource } from '../../ui/page.ts'
import { withReadingsBeside } from '../../ui/ruby/marks.ts'
import { SearchField } from '../../ui/search-field.tsx'
import { useSession } from '../../ui/session.ts'
import { isOpenTo, type Viewer } from './page-access.ts'
import { pages, pagesByPath, searchSources } from './pages.ts'
import { useShellWords } from './words.ts'

/** Opens the search with Ctrl-K or ⌘K. */
export function useSearchKey(open: () => void, enabled: boolean): void {
  const openNow = useEffectEvent(open)
  useEffect(() => {
    if (!enabled) return
    const listen = (event: globalThis.KeyboardEvent): void => {
      if (isConverting(event) || event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return
      event.preventDefault()
      openNow()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [enabled])
}

type Hit = { id: string; title: string; detail: string; href: string }
type Group = { key: string; label: string; icon: IconName; hits: readonly Hit[] }

const mostPages = 8

/** As the server folds what it searches: width, kana, case, spaces. */
function folded(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\-・]/gu, '')
  return plain.replaceAll(/[ァ-ヶ]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
}

function useFoundPages(text: string): Group {
  const words = useShellWords()
  const language = useLanguage()
  const session = useSession()
  const sought = folded(text)
  const hits = pages
    .filter((page) => !page.path.includes('$') && !page.public && isOpenTo(page, session))
    .map((page) => ({ id: page.path, title: page.title(language), detail: '', href: page.path }))
    .filter((page) => sought !== '' && folded(withReadingsBeside(page.title)).includes(sought))
  return { key: 'pages', label: words.search.pages, icon: 'grid', hits: hits.slice(0, mostPages) }
}

/** The hits of one area by kind, without those that the role in use has no page for. */
async function ask(source: SearchSource, text: string, viewer: Viewer, language: Language): Promise<Group[]> {
  // One area that fails must not hide what the others found.
  const { found } = await read(source.contract, { text }).catch(() => ({ found: [] }))
  return [...Map.groupBy(found, (hit) => hit.kind)].flatMap(([name, hits]) => {
    const kind = source.kinds.get(name)
    if (!kind || !pagesByPath.get(kind.page)?.some((page) => isOpenTo(page, viewer))) return []
    const key = `${source.contract.area} ${name}`
    return [
      {
        key,
        label: kind.label(language),
        icon: kind.icon,
        hits: hits.map((hit) => ({ id: hit.id, title: hit.title, detail: hit.detail, href: hrefOfHit(kind, hit.id) })),
      },
    ]
  })
}

function useFound(text: string): { groups: Group[]; isAsking: boolean } {
  const language = useLanguage()
  const { account, current } = useSession()
  const ownPages = useFoundPages(text)
  const sources = searchSources.filter(({ contract }) => mayTry(holderOf({ account, current }), contract.allow))
  const answer = useQuery({
    queryKey: ['search', current && membershipKey(current), language, text],
    queryFn: async () => (await Promise.all(sources.map((source) => ask(source, text, { account, current }, language)))).flat(),
    enabled: text.length > 0,
    ...(text.length > 0 ? { placeholderData: keepPreviousData } : {}),
  })
  const groups = text === '' ? [] : [...(answer.data ?? []), ownPages].filter((group) => group.hits.length > 0)
  return { groups, isAsking: answer.isFetching }
}

/** Down and up go from hit to hit, beginning at the field; Enter in the field takes the first. */
function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  // A key that ends a conversion of kana is no command.
  if (isConverting(event.nativeEvent)) return
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.currentTarget.querySelector('a')?.click()
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, a')]
  const at = stops.findIndex((stop) => stop === document.activeElement)
  const next = stops[at + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}

function Results({ groups, onChoose }: { groups: readonly Group[]; onChoose: () => void }) {
  return groups.map((group) => (
    <section key={group.key} aria-label={group.label}>
      <h3 className="mb-1 flex items-center gap-2 text-[1rem] font-bold text-ink-soft">
        <Icon name={group.icon} className="size-5" />
        {group.label}
      </h3>
      <ul>
        {group.hits.map((hit) => (
          <li key={hit.id}>
            <Anchor
              href={hit.href}
              onClick={onChoose}
              className="flex min-h-12 items-center gap-3 rounded-8 px-3 py-2 hover:bg-accent-soft focus:bg-accent-soft"
            >
              <span className="min-w-0 flex-1">
                <span className="block font-bold">{hit.title}</span>
                {hit.detail ? <span className="block text-[1rem] leading-snug text-ink-soft">{hit.detail}</span> : null}
              </span>
              <Icon name="arrow-right" className="size-5 text-ink-soft" />
            </Anchor>
          </li>
        ))}
      </ul>
    </section>
  ))
}

function SearchPanel({ onChoose }: { onChoose: () => void }) {
  const { search: words } = useShellWords()
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed.trim())
  const { groups, isAsking } = useFound(text)
  const count = groups.reduce((sum, group) => sum + group.hits.length, 0)
  return (
    <div onKeyDown={moveFocus} className="min-h-[55dvh] space-y-4">
      <SearchField label={words.label} help={words.help} value={typed} onChange={setTyped} autoFocus />
      <p role="status" className="text-[1rem] text-ink-soft">
        {text === '' || (isAsking && count === 0) ? '' : count === 0 ? words.nothing(text) : words.results(count)}
      </p>
      <Results groups={groups} onChoose={onChoose} />
    </div>
  )
}

/** Finds people, orders, work, documents and pages from anywhere. */
export function SearchDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const words = useShellWords()
  return (
    <Dialog open={open} onClose={onClose} title={words.search.title}>
      <SearchPanel onChoose={onClose} />
    </Dialog>
  )
}

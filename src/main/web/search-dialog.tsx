import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useDeferredValue, useEffect, useEffectEvent, useState } from 'react'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Anchor } from '../../ui/navigation.tsx'
import type { Found, SearchSource } from '../../ui/page.ts'
import { SearchField } from '../../ui/search-field.tsx'
import { useSession } from '../../ui/session.ts'
import { isOpenTo, pages, searchSources } from './pages.ts'
import { useShellWords } from './words.ts'

/** Opens the search with Ctrl-K or ⌘K. */
export function useSearchKey(open: () => void, enabled: boolean): void {
  const openNow = useEffectEvent(open)
  useEffect(() => {
    if (!enabled) return
    const listen = (event: globalThis.KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return
      event.preventDefault()
      openNow()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [enabled])
}

type Group = { kind: string; found: readonly Found[] }

const mostOfAKind = 8

function useFoundPages(text: string): Group {
  const words = useShellWords()
  const language = useLanguage()
  const session = useSession()
  const found = pages
    .filter((page) => !page.path.includes('$') && !page.public && isOpenTo(page, session))
    .map((page) => ({ id: page.path, title: page.title(language), href: page.path }))
    .filter((page) => page.title.toLowerCase().includes(text.toLowerCase()))
  return { kind: words.search.pages, found: found.slice(0, mostOfAKind) }
}

async function ask(source: SearchSource, text: string, kind: string): Promise<Group> {
  // One source that fails must not hide what the others found.
  const found = await source.find(text).catch(() => [])
  return { kind, found: found.slice(0, mostOfAKind) }
}

function useFound(text: string): Group[] {
  const language = useLanguage()
  const { role } = useSession()
  const ownPages = useFoundPages(text)
  const sources = searchSources.filter((source) => role !== null && source.roles.includes(role))
  const answer = useQuery({
    queryKey: ['search', role, language, text],
    queryFn: () => Promise.all(sources.map((source) => ask(source, text, source.kind(language)))),
    enabled: text.length > 0,
  })
  return [...(answer.data ?? []), ownPages].filter((group) => group.found.length > 0)
}

/** Down and up go from hit to hit, beginning at the field. */
function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
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
    <section key={group.kind} aria-label={group.kind}>
      <h3 className="mb-1 text-[1rem] font-bold text-ink-soft">{group.kind}</h3>
      <ul>
        {group.found.map((hit) => (
          <li key={hit.id}>
            <Anchor href={hit.href} onClick={onChoose} className="flex min-h-12 items-center gap-3 rounded-8 px-3 py-2 hover:bg-accent-soft focus:bg-accent-soft">
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
  const groups = useFound(text)
  const count = groups.reduce((sum, group) => sum + group.found.length, 0)
  return (
    <div onKeyDown={moveFocus} className="space-y-4">
      <SearchField label={words.label} help={words.help} value={typed} onChange={setTyped} autoFocus />
      <p role="status" className="text-[1rem] text-ink-soft">
        {text === '' ? '' : count === 0 ? words.nothing(text) : words.results(count)}
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

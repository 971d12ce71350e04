import { type FormEvent, useState } from 'react'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { Link, useHref } from './navigation.tsx'
import { useWords } from './words.ts'

type View = { name: string; query: string }

function isView(value: unknown): value is View {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    'query' in value &&
    typeof value.name === 'string' &&
    typeof value.query === 'string'
  )
}

function readViews(key: string): readonly View[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isView) : []
  } catch {
    return []
  }
}

function useViews(list: string) {
  const key = `kado.views.${list}`
  const [views, setViews] = useState(() => readViews(key))
  const keep = (next: readonly View[]): void => {
    localStorage.setItem(key, JSON.stringify(next))
    setViews(next)
  }
  return {
    views,
    save: (view: View) => keep([...views.filter((each) => each.name !== view.name), view]),
    remove: (name: string) => keep(views.filter((each) => each.name !== name)),
  }
}

const summaryClass =
  'flex min-h-11 list-none items-center gap-2 rounded-8 px-3 font-bold text-accent-ink ' +
  'hover:bg-accent-soft [&::-webkit-details-marker]:hidden'

/** Searches and filters that a person uses again, under a name and on this device. */
export function SavedViews({ list }: { list: string }) {
  const words = useWords().list
  // What was chosen stands behind `?`, what was typed behind `#`.
  const [, path = '/', query = ''] = /^([^?#]*)(.*)$/.exec(useHref()) ?? []
  const { views, save, remove } = useViews(list)
  const [name, setName] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (name.trim() === '') return
    save({ name: name.trim(), query })
    setName('')
  }
  return (
    <details className="relative hidden md:block">
      <summary className={summaryClass}>
        <Icon name="star" className="size-5" />
        <span className="text-[1rem]">{words.savedViews}</span>
      </summary>
      <div className="absolute right-0 z-10 mt-1 w-80 rounded-12 border border-line bg-surface p-4 shadow-lift-high">
        <ul>
          {views.map((view) => (
            <li key={view.name} className="flex items-center justify-between gap-2">
              <Link href={/^[?#]/.test(view.query) ? `${path}${view.query}` : `${path}?${view.query}`} className="inline-block py-2">
                {view.name}
              </Link>
              <button
                type="button"
                onClick={() => remove(view.name)}
                aria-label={words.deleteView(view.name)}
                className="tap flex items-center justify-center rounded-8 hover:bg-sunken"
              >
                <Icon name="close" className="size-5" />
              </button>
            </li>
          ))}
        </ul>
        <form onSubmit={submit} className="space-y-2">
          <label className="block text-[1rem] font-bold">
            {words.viewName}
            <input
              value={name}
              onChange={(event) => setName(event.target.value)}
              maxLength={40}
              className="mt-1 min-h-11 w-full rounded-8 border border-field-line bg-surface px-3 font-normal"
            />
          </label>
          <Button type="submit" look="outline" size="small">
            {words.saveView}
          </Button>
        </form>
      </div>
    </details>
  )
}

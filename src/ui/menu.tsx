import type { ReactNode } from 'react'
import { Button, Header, Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components'
import { Icon, type IconName } from './icon.tsx'
import { useGo } from './navigation.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'
import { useWords } from './words.ts'

type MenuEntry = {
  key: string
  label: string
  /** A second, smaller line. */
  detail?: string
  icon?: IconName
  selected?: boolean
} & ({ href: string } | { onSelect: () => void })

export type MenuGroup = { title?: string; entries: readonly MenuEntry[] }

type MenuProps = {
  /** What the trigger shows; it needs words. */
  trigger: ReactNode
  /** What the menu is of, said before the words of the trigger. */
  label?: string
  groups: readonly MenuGroup[]
  className?: string
}

const itemClass =
  'flex min-h-11 cursor-pointer items-center gap-3 rounded-8 px-3 py-2 outline-none data-[focused]:bg-accent-soft ' +
  'data-[focused]:text-accent-ink data-[focus-visible]:outline-4 data-[focus-visible]:-outline-offset-2 ' +
  'data-[focus-visible]:outline-solid data-[focus-visible]:outline-(--focus-outline) forced-colors:data-[focused]:bg-[Highlight]'

function Entry({ entry }: { entry: MenuEntry }) {
  const words = useWords()
  return (
    <MenuItem id={entry.key} textValue={entry.label} className={itemClass}>
      {entry.icon ? <Icon name={entry.icon} className="size-5 text-ink-soft" /> : null}
      <span className="min-w-0 flex-1">
        <span className={`block leading-snug ${entry.selected ? 'font-bold' : ''}`}>{entry.label}</span>
        {entry.detail ? <span className="block text-[0.9375rem] leading-snug text-ink-soft">{entry.detail}</span> : null}
      </span>
      {entry.selected ? (
        <>
          <Icon name="check" className="size-5" />
          <VisuallyHidden>({words.chosen})</VisuallyHidden>
        </>
      ) : null}
    </MenuItem>
  )
}

/** A button that opens a short list of places or actions. */
export function Menu({ trigger, label, groups, className = '' }: MenuProps) {
  const go = useGo()
  const entries = groups.flatMap((group) => group.entries)
  const choose = (key: string | number): void => {
    const entry = entries.find((candidate) => candidate.key === key)
    if (!entry) return
    if ('href' in entry) go(entry.href)
    else entry.onSelect()
  }
  return (
    <MenuTrigger>
      <Button
        className={`tap flex items-center gap-2 rounded-8 px-3 py-1.5 font-bold hover:bg-sunken aria-expanded:bg-accent-soft ${className}`}
      >
        {label ? <VisuallyHidden>{label} </VisuallyHidden> : null}
        {trigger}
        <Icon name="chevron-down" className="size-4.5" />
      </Button>
      <Popover
        placement="bottom end"
        className="max-w-[calc(100vw-1.5rem)] min-w-64 overflow-auto rounded-12 border border-line bg-surface p-2 text-ink shadow-lift-high"
      >
        <AriaMenu onAction={choose} {...(label ? { 'aria-label': label } : {})} className="shadow-none outline-none">
          {groups.map((group, index) => (
            <MenuSection
              key={group.title ?? index}
              className="not-first:mt-2 not-first:border-t not-first:border-line not-first:pt-2"
              {...(group.title ? {} : { 'aria-label': label ?? '' })}
            >
              {group.title ? <Header className="px-3 py-1 text-[0.9375rem] font-bold text-ink-soft">{group.title}</Header> : null}
              {group.entries.map((entry) => (
                <Entry key={entry.key} entry={entry} />
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

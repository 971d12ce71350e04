import { useState } from 'react'
import { useProgrammeWords } from '../../programme/web/words.ts'
import { LinkButton } from '../../ui/button.tsx'
import { forgetAllDrafts } from '../../ui/draft.ts'
import { Icon } from '../../ui/icon.tsx'
import { type Language, languages, useLanguage } from '../../ui/language.ts'
import { membershipKey } from '../../ui/membership.ts'
import { Menu, type MenuGroup } from '../../ui/menu.tsx'
import { Anchor, useGo } from '../../ui/navigation.tsx'
import { forgetKeptPages, pauseKeeping } from '../../ui/offline.ts'
import { useRefusalText } from '../../ui/refusal-notice.tsx'
import { Refusal, request } from '../../ui/request.ts'
import { type Session, useLanguageSwitch, useSession } from '../../ui/session.ts'
import { showToast } from '../../ui/toast.tsx'
import { Brand } from './brand.tsx'
import { useUnreadCount } from './news.ts'
import { placesOf } from './pages.ts'
import { CountBadge } from './places.tsx'
import { SearchDialog, useSearchKey } from './search-dialog.tsx'
import { useShellWords } from './words.ts'

function useLanguageGroup(): MenuGroup {
  const words = useShellWords()
  const language = useLanguage()
  const choose = useLanguageSwitch()
  return {
    title: words.language,
    entries: languages.map((each: Language) => ({
      key: `language ${each}`,
      label: words.languages[each],
      icon: 'globe',
      selected: each === language,
      onSelect: () => choose(each),
    })),
  }
}

function useRoleGroup(session: Session): MenuGroup[] {
  const words = useShellWords()
  const roleNames = useProgrammeWords().roles
  const go = useGo()
  if (session.memberships.length < 2) return []
  const current = session.current ? membershipKey(session.current) : null
  const entries = session.memberships.map((membership) => ({
    key: membershipKey(membership),
    label: roleNames[membership.role],
    detail: [membership.scopeName, membership.programmeName].filter((name, index, all) => name && all.indexOf(name) === index).join(' · '),
    selected: membershipKey(membership) === current,
    onSelect: () => {
      session.switchTo(membership)
      go('/')
    },
  }))
  return [{ title: words.roleSwitch, entries }]
}

function useAccountGroup(session: Session): MenuGroup {
  const words = useShellWords()
  const language = useLanguage()
  const places = placesOf(session, 'account').map((place) => ({
    key: place.path,
    label: place.menu.label(language),
    icon: place.menu.icon,
    href: place.path,
  }))
  const refusalText = useRefusalText()
  const signOut = async (): Promise<void> => {
    const resumeKeeping = await pauseKeeping()
    try {
      await request('/api/auth/sign-out', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
    } catch (error) {
      resumeKeeping()
      if (!(error instanceof Refusal)) throw error
      return showToast(refusalText(error), { tone: 'danger' })
    }
    forgetAllDrafts()
    await forgetKeptPages()
    // Loading the document anew leaves nothing of the person in memory.
    location.assign('/')
  }
  return {
    title: words.account,
    entries: [...places, { key: 'sign-out', label: words.signOut, icon: 'sign-out', onSelect: () => void signOut() }],
  }
}

const bellClass =
  'tap relative flex shrink-0 flex-col items-center justify-center rounded-8 px-1.5 text-[0.8125rem] leading-tight font-bold ' +
  'whitespace-nowrap hover:bg-sunken lg:flex-row lg:gap-2 lg:px-3 lg:text-[1rem]'

function Bell({ session }: { session: Session }) {
  const words = useShellWords()
  const count = useUnreadCount()
  if (session.current === null) return null
  return (
    <Anchor href="/notifications" className={bellClass}>
      <Icon name="bell" />
      <span>{words.bell}</span>
      <span className="absolute -top-1 right-0 lg:static">
        <CountBadge count={count} />
      </span>
    </Anchor>
  )
}

const searchClass =
  'tap flex flex-col items-center justify-center rounded-8 px-2 text-[0.8125rem] leading-tight font-bold hover:bg-sunken ' +
  'lg:flex-row lg:min-w-52 lg:justify-start lg:gap-2 lg:border lg:border-field-line lg:bg-surface lg:px-4 lg:text-[1rem] lg:font-normal'

function SearchButton({ onOpen }: { onOpen: () => void }) {
  const words = useShellWords()
  return (
    <button type="button" onClick={onOpen} aria-keyshortcuts="Meta+K Control+K" className={searchClass}>
      <Icon name="search" className="size-6 lg:size-5" />
      <span className="lg:flex-1 lg:text-left">{words.search.open}</span>
      <kbd aria-hidden="true" className="hidden rounded-4 bg-sunken px-2 font-sans text-[0.875rem] text-ink-soft lg:inline">
        Ctrl K
      </kbd>
    </button>
  )
}

function AccountMenu({ session, name }: { session: Session; name: string }) {
  const words = useShellWords()
  const roleNames = useProgrammeWords().roles
  const roles = useRoleGroup(session)
  const language = useLanguageGroup()
  const account = useAccountGroup(session)
  const role = session.current ? roleNames[session.current.role] : null
  return (
    <>
      <div className="hidden md:block">
        <Menu
          label={words.account}
          trigger={
            <>
              <Icon name="person" />
              <span className="max-w-40 text-left text-[1rem] leading-tight">
                <span className="block truncate">{name}</span>
                {role ? <span className="block truncate text-[0.875rem] font-normal text-ink-soft">{role}</span> : null}
              </span>
            </>
          }
          groups={[...roles, account]}
        />
      </div>
      <div className="md:hidden">
        <Menu
          className="shrink-0 flex-col !gap-0 !px-1.5 text-[0.8125rem] leading-tight whitespace-nowrap [&>svg:last-child]:hidden"
          trigger={
            <>
              <Icon name="menu" />
              <span>{words.menu}</span>
            </>
          }
          groups={[...roles, language, { ...account, title: [name, role].filter(Boolean).join(' · ') }]}
        />
      </div>
    </>
  )
}

function LanguageMenu({ className }: { className: string }) {
  const words = useShellWords()
  const language = useLanguage()
  const group = useLanguageGroup()
  return (
    <div className={className}>
      <Menu
        label={words.language}
        className="max-lg:flex-col max-lg:!gap-0 max-lg:!px-2 max-lg:[&>svg:last-child]:hidden"
        trigger={
          <>
            <Icon name="globe" />
            <span className="text-[0.8125rem] leading-tight whitespace-nowrap lg:text-[1rem]">{words.languages[language]}</span>
          </>
        }
        groups={[{ entries: group.entries }]}
      />
    </div>
  )
}

/** The head of every page: programme, search, language, bell, account. `plain` leaves brand and language. */
export function Header({ plain }: { plain: boolean }) {
  const words = useShellWords()
  const session = useSession()
  const [searching, setSearching] = useState(false)
  const signedIn = session.account !== null
  useSearchKey(() => setSearching(true), signedIn && !plain)
  return (
    <header className="sticky short:static top-0 z-20 border-b border-line bg-surface print:hidden">
      <div className="mx-auto flex min-h-16 max-w-[100rem] items-center gap-1 px-3 sm:px-5 md:gap-3 lg:min-h-18">
        <Brand programmeName={session.current?.programmeName ?? null} />
        <div className="flex-1" />
        {signedIn && !plain ? <SearchButton onOpen={() => setSearching(true)} /> : null}
        <LanguageMenu className={signedIn && !plain ? 'hidden md:block' : ''} />
        {plain ? null : <Bell session={session} />}
        {session.account && !plain ? <AccountMenu session={session} name={session.account.name} /> : null}
        {!signedIn && !plain ? (
          <LinkButton look="outline" size="small" href="/sign-in" className="whitespace-nowrap">
            {words.signIn}
          </LinkButton>
        ) : null}
      </div>
      {signedIn ? <SearchDialog open={searching} onClose={() => setSearching(false)} /> : null}
    </header>
  )
}

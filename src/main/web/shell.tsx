import { Outlet, useLocation, useMatches } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react'
import { I18nProvider } from 'react-aria-components'
import { Icon } from '../../ui/icon.tsx'
import { markJapanese } from '../../ui/japanese-parts.ts'
import { keepPlace } from '../../ui/keep-place.ts'
import { formatLanguage, useLanguage } from '../../ui/language.ts'
import { useKeptPagesOf } from '../../ui/offline.ts'
import { useLanguageOfAccount, useSession } from '../../ui/session.ts'
import { Toasts } from '../../ui/toast.tsx'
import { SkipLink } from '../../ui/visually-hidden.tsx'
import { Header } from './header.tsx'
import { homePage, pagesByPath, placesOf } from './pages.ts'
import { BottomBar, Rail } from './places.tsx'
import { useSignInWhenEnded } from './sign-in-again.ts'
import { useShellWords } from './words.ts'

const SignInDialog = lazy(() => import('./sign-in-dialog.tsx'))

function listenToNetwork(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

function OfflineBanner() {
  const words = useShellWords()
  const online = useSyncExternalStore(listenToNetwork, () => navigator.onLine)
  return (
    <div role="status">
      {online ? null : (
        <p className="flex gap-3 border-b-2 border-warning-line bg-warning-soft px-5 py-3 font-bold text-warning-ink">
          <Icon name="warning" />
          {words.offline}
        </p>
      )}
    </div>
  )
}

/** Nobody may take the people and sums of a demo for real ones, on paper neither. */
function DemoMark() {
  const words = useShellWords()
  if (!useSession().isDemo) return null
  return (
    <aside aria-label={words.demoMark} className="border-b border-info-line bg-info-soft px-5 py-1 text-[0.875rem] font-bold text-info-ink">
      {words.demo}
    </aside>
  )
}

/** The frame around every page: header, places, content. */
export function Shell() {
  const words = useShellWords()
  const language = useLanguage()
  const session = useSession()
  useLanguageOfAccount()
  useEffect(keepPlace, [])
  useEffect(() => (language === 'en' ? markJapanese() : undefined), [language])
  const signsIn = useSignInWhenEnded()
  useKeptPagesOf(session.account?.id ?? null)
  const pathname = useLocation({ select: (location) => location.pathname })
  const route = useMatches().at(-1)?.routeId
  const home = homePage(session)
  const page = pathname === '/' ? home : (pagesByPath.get(route ?? '')?.[0] ?? null)
  const plain = page?.frame === 'plain'
  const places = plain ? [] : placesOf(session, 'rail')
  const frame = { places, pathname, homePath: home?.path ?? null }
  return (
    <I18nProvider locale={formatLanguage(language) === 'ja' ? 'ja-JP' : 'en-GB'}>
      <SkipLink to="main">{words.skip}</SkipLink>
      <Header plain={plain} />
      <DemoMark />
      <OfflineBanner />
      <div className="mx-auto flex max-w-[100rem]">
        {places.length > 0 ? <Rail {...frame} /> : null}
        <main
          id="main"
          tabIndex={-1}
          data-focus-quiet=""
          className="min-w-0 flex-1 px-4 pt-6 pb-32 short:pb-6 sm:px-6 md:px-10 md:pt-8 lg:pb-16 print:p-0"
        >
          <Outlet />
        </main>
      </div>
      <BottomBar {...frame} />
      {signsIn ? (
        <Suspense fallback={null}>
          <SignInDialog />
        </Suspense>
      ) : null}
      <Toasts />
    </I18nProvider>
  )
}

import { useLocation, useRouter } from '@tanstack/react-router'
import { type ReactNode, Suspense, useEffect, useState } from 'react'
import { useProgrammeWords } from '../../programme/web/words.ts'
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { useLanguage } from '../../ui/language.ts'
import { expectHeading } from '../../ui/keep-place.ts'
import { Skeleton } from '../../ui/loading.tsx'
import { membershipKey } from '../../ui/membership.ts'
import type { Page } from '../../ui/page.ts'
import { PageTitle, TitleScope, useOwnTitle } from '../../ui/page-title.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { withoutReadings } from '../../ui/ruby/marks.ts'
import { useSession, useSessionQuery } from '../../ui/session.ts'
import { Notice } from '../../ui/status.tsx'
import { useWords } from '../../ui/words.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { isOpenTo, membershipThatOpens } from './page-access.ts'
import { homePage, pagesAbove, pagesByPath } from './pages.ts'
import { useShellWords } from './words.ts'

/** Moves the focus to the new page's heading, as loading a document would. The first page keeps the browser's own start. */
let pagesSeen = 0
function FocusOnArrival() {
  useEffect(() => {
    pagesSeen += 1
    if (pagesSeen > 1) expectHeading()
  }, [])
  return null
}

function useDocumentTitle(title: string): void {
  const programme = useSession().current?.programmeName
  useEffect(() => {
    document.title = [withoutReadings(title), programme, 'KADO'].filter(Boolean).join(' ｜ ')
  }, [title, programme])
}

function Surroundings({ page, crumbs, children }: { page: Page; crumbs: boolean; children: ReactNode }) {
  const language = useLanguage()
  const words = useWords()
  const session = useSession()
  const own = useOwnTitle()
  const pathname = useLocation({ select: (location) => location.pathname })
  const title = own ?? page.title(language)
  useDocumentTitle(title)
  const above = crumbs ? pagesAbove(page.path, session) : []
  const segments = pathname.split('/').filter(Boolean)
  return (
    <>
      {above.length > 0 ? (
        <Breadcrumbs
          here={title}
          crumbs={[
            { label: words.home, href: '/' },
            ...above.map(({ page: parent, depth }) => ({
              label: parent.title(language),
              href: `/${segments.slice(0, depth).join('/')}`,
            })),
          ]}
        />
      ) : null}
      {children}
    </>
  )
}

function OpenPage({ page, crumbs }: { page: Page; crumbs: boolean }) {
  const pathname = useLocation({ select: (location) => location.pathname })
  const Content = page.component
  return (
    <TitleScope key={pathname}>
      <Surroundings page={page} crumbs={crumbs}>
        <ErrorBoundary key={pathname}>
          <Suspense fallback={<Skeleton lines={8} />}>
            <Content />
            <FocusOnArrival />
          </Suspense>
        </ErrorBoundary>
      </Surroundings>
    </TitleScope>
  )
}

function OtherRole({ page }: { page: Page }) {
  const words = useShellWords().page
  const { roles } = useProgrammeWords()
  const session = useSession()
  const membership = membershipThatOpens(page, session)
  if (!membership) {
    return (
      <Message title={words.forbiddenTitle} actions={<LinkButton href="/">{words.toHome}</LinkButton>}>
        {words.forbiddenText}
      </Message>
    )
  }
  const name = roles[membership.role]
  return (
    <Message
      title={words.otherRoleTitle}
      actions={
        <Button icon="switch" onClick={() => session.switchTo(membership)}>
          {words.otherRoleSwitch(name)}
        </Button>
      }
    >
      {words.otherRoleText(name)}
    </Message>
  )
}

function Message({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) {
  useDocumentTitle(title)
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <Notice tone="neutral" actions={actions}>
        {children}
      </Notice>
      <FocusOnArrival />
    </>
  )
}

function SignInFirst() {
  const { page: words, signIn } = useShellWords()
  const href = useLocation({ select: (location) => location.href })
  // The address changes while this page still stands; following it would name the sign-in page as the one to return to, for ever.
  const [signInHref] = useState(() => `/sign-in?${new URLSearchParams({ next: href })}`)
  const router = useRouter()
  const known = pagesByPath.has('/sign-in')
  useEffect(() => {
    if (known) void router.navigate({ href: signInHref, replace: true })
  }, [known, router, signInHref])
  if (known) return <Skeleton />
  return (
    <Message title={words.signInTitle} actions={<LinkButton href={signInHref}>{signIn}</LinkButton>}>
      {words.signInText}
    </Message>
  )
}

/** Waits for the session, and says so when the server cannot be reached. */
function WithSession({ children }: { children: () => ReactNode }) {
  const query = useSessionQuery()
  const words = useWords()
  if (query.data) return children()
  if (!query.error) return <Skeleton lines={8} />
  return (
    <RefusalNotice
      refusal={query.error}
      actions={
        <Button look="outline" onClick={() => void query.refetch()}>
          {words.retry}
        </Button>
      }
    />
  )
}

function Guarded({ pages }: { pages: readonly Page[] }) {
  const session = useSession()
  const open = pages.find((page) => isOpenTo(page, session))
  if (open) return <OpenPage page={open} crumbs />
  if (session.account === null) return <SignInFirst />
  const reachable = pages.find((page) => membershipThatOpens(page, session)) ?? pages[0]
  return reachable ? <OtherRole page={reachable} /> : null
}

/** A page at its path: the first of the path's pages that the person may open. */
export function PageFrame({ pages }: { pages: readonly Page[] }) {
  return <WithSession>{() => <Guarded pages={pages} />}</WithSession>
}

function Home() {
  const session = useSession()
  const words = useShellWords().page
  const { roles } = useProgrammeWords()
  const page = homePage(session)
  if (page) return <OpenPage key={session.current ? membershipKey(session.current) : ''} page={page} crumbs={false} />
  if (session.account === null) return <SignInFirst />
  if (session.current === null) return <Message title={words.newcomerTitle}>{words.newcomerText}</Message>
  return <Message title={words.emptyHomeTitle(roles[session.current.role])}>{words.emptyHomeText}</Message>
}

export function HomeFrame() {
  return <WithSession>{() => <Home />}</WithSession>
}

export function NotFoundFrame() {
  const words = useShellWords().page
  return (
    <Message title={words.notFoundTitle} actions={<LinkButton href="/">{words.toHome}</LinkButton>}>
      {words.notFoundText}
    </Message>
  )
}

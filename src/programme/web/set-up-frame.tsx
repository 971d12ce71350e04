import type { ReactNode } from 'react'
import { LinkButton } from '../../ui/button.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Stack } from '../../ui/surface.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/navigation.tsx'
import { useRead } from '../../ui/client.ts'
import { useMay } from '../../ui/may.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { contract } from '../contract/index.ts'
import { setUpKeys, type SetUpKey } from '../rules/set-up.ts'
import { useProgrammeWords } from './words.ts'

/** The page of each step. */
export const setUpPaths: Record<SetUpKey, string> = {
  programme: '/administration/programme',
  operator: '/administration/operator',
  municipalities: '/administration/municipalities',
  sites: '/administration/sites',
  years: '/administration/years',
  'minimum-wage': '/administration/minimum-wages',
  people: '/administration/people',
}

const stepClass = 'tap inline-flex items-center gap-1.5 rounded-full border px-4 py-1.5 no-underline'

/** The steps of the set-up with what is complete, above each of their pages. They can be taken in any order. */
function SetUpSteps({ current }: { current: SetUpKey }) {
  const m = useProgrammeWords()
  const setUp = useRead(contract['set-up'], {})
  const done = new Set(setUp.data?.items.filter((item) => item.done).map((item) => item.key))
  return (
    <nav aria-label={m.home.setUp} className="print:hidden">
      <ol className="flex flex-wrap gap-2">
        {setUpKeys.map((key) => (
          <li key={key}>
            <Link
              href={setUpPaths[key]}
              {...(key === current ? { 'aria-current': 'step' as const } : {})}
              className={`${stepClass} ${key === current ? 'border-2 border-accent bg-accent-soft font-bold' : 'border-line bg-surface'}`}
            >
              {done.has(key) ? (
                <span className="text-success-ink">
                  <Icon name="done" className="size-5" />
                </span>
              ) : null}
              {m.setUp[key]}
              <VisuallyHidden>({done.has(key) ? m.home.done : m.home.missing})</VisuallyHidden>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

type SetUpFrameProps = { step: SetUpKey; title: string; lead?: string; actions?: ReactNode; children: ReactNode }

/** A page of the guided set-up: where one is, the step itself, and the way to the next one; for others who may open it the step alone. */
export function SetUpFrame({ step, title, lead, actions, children }: SetUpFrameProps) {
  const m = useProgrammeWords()
  const isGuided = useMay(contract['set-up'])
  const next = setUpKeys[setUpKeys.indexOf(step) + 1]
  return (
    <>
      <PageTitle {...(lead ? { lead } : {})} {...(actions ? { actions } : {})}>
        {title}
      </PageTitle>
      <Stack>
        {isGuided ? <SetUpSteps current={step} /> : null}
        {children}
        {isGuided && next ? (
          <div className="print:hidden">
            <LinkButton href={setUpPaths[next]} look="quiet" iconAfter="arrow-right">
              {`${m.setUp.next}: ${m.setUp[next]}`}
            </LinkButton>
          </div>
        ) : null}
      </Stack>
    </>
  )
}

import { type Holder, mayTry } from '../../platform/access.ts'
import { isRole, roles } from '../../programme/rules/roles.ts'
import { holderOf } from '../../ui/may.ts'
import type { Membership } from '../../ui/membership.ts'
import type { Page } from '../../ui/page.ts'
import type { Session } from '../../ui/session.ts'

/** Whoever is at the browser: nobody, a person without a role, or a person in one of their roles. */
export type Viewer = Pick<Session, 'account' | 'current'>

/** A browser that still runs an older version may meet a role which its table does not hold. */
export const isHome = (page: Page, { role }: Pick<Membership, 'role'>): boolean => isRole(role) && roles[role].home === page.path

/** Would the server answer what the page needs? Visitors see public pages only. */
export function isOpenTo(page: Page, viewer: Viewer): boolean {
  if (page.public) return true
  return viewer.account !== null && page.needs !== null && isFor(page, viewer.current) && mayTryAll(page.needs, holderOf(viewer))
}

/** A person's own pages and the homes are for some roles, though others may ask the same of the server. */
function isFor(page: Page, membership: Membership | null): boolean {
  const isInScope = page.heldFor === undefined || page.heldFor === membership?.scopeKind
  return isInScope && (page.home !== 'role' || (membership !== null && isHome(page, membership)))
}

const mayTryAll = (contracts: NonNullable<Page['needs']>, holder: Holder): boolean => contracts.every(({ allow }) => mayTry(holder, allow))

/** Another role that the person holds and that opens the page. */
export const membershipThatOpens = (page: Page, { account, memberships }: Pick<Session, 'account' | 'memberships'>): Membership | null =>
  memberships.find((current) => isOpenTo(page, { account, current })) ?? null

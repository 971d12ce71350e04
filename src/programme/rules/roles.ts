export const scopeKinds = ['programme', 'municipality', 'site', 'order', 'client', 'self'] as const
export type ScopeKindName = (typeof scopeKinds)[number]

interface RoleFacts {
  /** The kinds of scope for which it can be held; `self` is one worker, the person themself. */
  scopes: readonly [ScopeKindName, ...ScopeKindName[]]
  /** Address of the page that is shown at `/`. */
  home: `/${string}`
  /** It moves money or rights, so it counts only for people with a second factor (NIST SP 800-63B, AAL2). */
  needsSecondFactor: boolean
}

/** Every role. Its names stand in the messages, what it may do in the `rules/who-may.ts` of each area. */
export const roles = {
  worker: { scopes: ['self'], home: '/home/worker', needsSecondFactor: false },
  leader: { scopes: ['order'], home: '/home/leader', needsSecondFactor: false },
  director: { scopes: ['programme', 'site', 'order'], home: '/home/director', needsSecondFactor: false },
  coordinator: { scopes: ['programme', 'municipality'], home: '/coordination', needsSecondFactor: false },
  sales: { scopes: ['programme'], home: '/home/sales', needsSecondFactor: false },
  office: { scopes: ['programme'], home: '/home/office', needsSecondFactor: true },
  client: { scopes: ['client'], home: '/home/client', needsSecondFactor: false },
  officer: { scopes: ['municipality'], home: '/home/officer', needsSecondFactor: false },
  committee: { scopes: ['municipality'], home: '/home/committee', needsSecondFactor: false },
  administrator: { scopes: ['programme'], home: '/administration', needsSecondFactor: true },
} as const satisfies Record<string, RoleFacts>

export type RoleName = keyof typeof roles
// The keys of the table are its roles.
export const roleNames = Object.keys(roles) as RoleName[]

export const isRole = (text: string): text is RoleName => Object.hasOwn(roles, text)
export const isScopeKind = (text: string): text is ScopeKindName => scopeKinds.some((kind) => kind === text)

/** The kinds of scope for which a role can be held. */
export const scopesOf = (role: RoleName): RoleFacts['scopes'] => roles[role].scopes

declare module '../../platform/contract.ts' {
  interface Roles extends Record<RoleName, true> {}
  interface ScopeKinds extends Record<ScopeKindName, true> {}
}

declare module '../../platform/contract.ts' {
  interface Roles {
    worker: true
    leader: true
    director: true
    coordinator: true
    sales: true
    office: true
    client: true
    officer: true
    committee: true
    administrator: true
  }
  interface ScopeKinds {
    programme: true
    municipality: true
    site: true
    order: true
    client: true
    /** One worker: the person themself. */
    self: true
  }
}

export const roles = [
  'worker',
  'leader',
  'director',
  'coordinator',
  'sales',
  'office',
  'client',
  'officer',
  'committee',
  'administrator',
] as const

/** The kinds of scope for which each role can be held. */
export const scopesOfRole = {
  worker: ['self'],
  leader: ['order'],
  director: ['programme', 'site', 'order'],
  coordinator: ['programme', 'municipality'],
  sales: ['programme'],
  office: ['programme'],
  client: ['client'],
  officer: ['municipality'],
  committee: ['municipality'],
  administrator: ['programme'],
} as const satisfies Record<(typeof roles)[number], readonly string[]>

/** Roles that move money or rights; they need a second factor (NIST SP 800-63B, AAL2). */
export const secondFactorRoles: readonly string[] = ['office', 'administrator']

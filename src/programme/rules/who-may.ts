import type { RoleTable } from '../../platform/contract.ts'
import { roleNames, scopesOf } from './roles.ts'

// The lists of who may, each named by what it allows.

/** Who sets the programme up, and gives and ends roles. */
export const administering = { administrator: ['programme'] } as const
/** Who acts for the operator: its account, its indicators, its papers of money. */
export const operating = { office: ['programme'], administrator: ['programme'] } as const
/** Who answers inside the operator for the whole programme. */
export const running = { director: ['programme'], ...operating } as const
/** Who answers for public money, inside the operator and in the cities. */
export const accounting = {
  ...running,
  coordinator: ['programme', 'municipality'],
  sales: ['programme'],
  officer: ['municipality'],
  committee: ['municipality'],
} as const
/** Everybody who holds a role sees what the programme is: its name, members, sites and costs are public matters. */
export const belonging: RoleTable = Object.fromEntries(roleNames.map((role) => [role, scopesOf(role)]))

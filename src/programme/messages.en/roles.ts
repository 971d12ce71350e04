import type { RoleName, ScopeKindName } from '../rules/roles.ts'

/** Every role by name; the only place in this language. */
export const roles: Readonly<Record<RoleName, string>> = {
  worker: 'Teleworker',
  leader: 'Leader',
  director: 'Director',
  coordinator: 'Coordinator',
  sales: 'Sales',
  office: 'Operator office',
  client: 'Client',
  officer: 'Municipal officer',
  committee: 'Committee member',
  administrator: 'Administrator',
}

export const scopes: Readonly<Record<ScopeKindName, string>> = {
  programme: 'Whole programme',
  municipality: 'Municipality',
  site: 'Site',
  order: 'Order',
  client: 'Client',
  self: 'Oneself',
}

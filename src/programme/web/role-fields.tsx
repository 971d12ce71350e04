import { RadioGroup, Select } from '../../ui/choice-field.tsx'
import { useRead } from '../../ui/client.ts'
import type { FieldState } from '../../ui/field.tsx'
import { Notice } from '../../ui/status.tsx'
import { contract } from '../contract/index.ts'
import { rolesGivenHere } from '../rules/memberships.ts'
import { isScopeKind, type RoleName, type ScopeKindName, scopesOf } from '../rules/roles.ts'
import { useProgrammeWords } from './words.ts'

export interface RoleValues {
  role: RoleName | ''
  /** `kind:id`, like `municipality:0190…`. */
  scope: string
}

export const noRole: RoleValues = { role: '', scope: '' }

/** Role and scope as the contract wants them; what is not chosen yet stays null. */
export function roleInput({ role, scope }: RoleValues) {
  const [kind = '', id = ''] = scope.split(':')
  return { role: role === '' ? null : role, scopeKind: isScopeKind(kind) ? kind : null, scopeId: id === '' ? null : id }
}

type RoleFieldsProps = {
  programmeId: string
  role: FieldState<RoleName | ''>
  scope: FieldState<string>
  onRole: (role: RoleName | '', scope: string) => void
}

/** Which role, and where: the choices of the second follow from the first. */
export function RoleFields({ programmeId, role, scope, onRole }: RoleFieldsProps) {
  const m = useProgrammeWords()
  const municipalities = useRead(contract.municipalities, {})
  const sites = useRead(contract.sites, {})
  const allowed: readonly ScopeKindName[] = role.value === '' ? [] : scopesOf(role.value)
  const options = [
    ...(allowed.includes('programme') ? [{ value: `programme:${programmeId}`, label: m.people.whole }] : []),
    ...(allowed.includes('municipality')
      ? (municipalities.data?.rows ?? []).map((row) => ({ value: `municipality:${row.id}`, label: row.name }))
      : []),
    ...(allowed.includes('site') ? (sites.data?.rows ?? []).map((row) => ({ value: `site:${row.id}`, label: row.name })) : []),
  ]
  const choose = (chosen: RoleName | ''): void => {
    onRole(chosen, chosen !== '' && scopesOf(chosen).includes('programme') ? `programme:${programmeId}` : '')
  }
  return (
    <>
      <RadioGroup
        {...role}
        onChange={choose}
        label={m.people.role}
        options={rolesGivenHere.map((value) => ({ value, label: m.roles[value] }))}
        required
      />
      {role.value === '' ? null : options.length === 0 ? (
        <Notice tone="info">{m.people.noScope}</Notice>
      ) : (
        <Select {...scope} label={m.people.scopeOfRole} options={options} required />
      )}
    </>
  )
}

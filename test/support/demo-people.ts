import type { RoleName } from '../../src/programme/rules/roles.ts'

export const emailOf = (role: RoleName): string => `${role}@demo.example`

import { type Grant, mayActOn, type Scopes } from '../../platform/access.ts'
import { caring, contacting, keepingAccount, working } from './who-may.ts'

interface VisibleParts {
  /** Mail address, telephone, postal address. */
  contact: boolean
  /** Bank account and invoice registration. Who assigns work never sees the latter (law: no price by tax registration). */
  payment: boolean
  /** What was noted at interviews. */
  interviews: boolean
  /** The person themself. */
  self: boolean
}

/** What the holder of these roles may see of one worker, beside the name, the city, the skills and the free minutes. */
export function visibleParts(grants: readonly Grant[], worker: { id: string; municipalityId: string }): VisibleParts {
  const reader = { userId: null, grants }
  const scopes: Scopes = { self: [worker.id], municipality: [worker.municipalityId] }
  return {
    self: mayActOn(reader, working, scopes),
    contact: mayActOn(reader, contacting, scopes),
    payment: mayActOn(reader, keepingAccount, scopes),
    interviews: mayActOn(reader, caring, scopes),
  }
}

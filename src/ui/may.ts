import { type Holder, mayActOn, mayTry, type Scopes } from '../platform/access.ts'
import type { AnyContract } from '../platform/contract.ts'
import { type Session, useSession } from './session.ts'

/** Who is at work: the person, with the one role of theirs that is in use. */
export const holderOf = ({ account, current }: Pick<Session, 'account' | 'current'>): Holder => ({
  userId: account?.id ?? null,
  grants: current ? [current] : [],
})

/** Whether the server would let the person try this, in the role in use; with the scopes of a record, whether on that record. */
export function useMay({ allow }: Pick<AnyContract, 'allow'>, scopes?: Scopes): boolean {
  const holder = holderOf(useSession())
  return scopes ? mayActOn(holder, allow, scopes) : mayTry(holder, allow)
}

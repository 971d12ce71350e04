/** Who may open a programme on this installation: the first person and later by invitation, everybody, or nobody. */
export const openings = ['first', 'open', 'closed'] as const
export type Opening = (typeof openings)[number]

export const openingInvitationDays = 14

interface OpeningFacts {
  opening: Opening
  /** Whether a programme other than the demo is there. */
  isTaken: boolean
  /** An open link that was sent to this person's address; null without a link, false with one that does not fit. */
  invitation: boolean | null
}

/** Why this person cannot open a programme; null when they can. */
export function openingFault({ opening, isTaken, invitation }: OpeningFacts): 'opening-closed' | 'opening-invitation-invalid' | null {
  if (opening === 'closed') return 'opening-closed'
  if (invitation !== null) return invitation ? null : 'opening-invitation-invalid'
  return opening === 'open' || !isTaken ? null : 'opening-closed'
}

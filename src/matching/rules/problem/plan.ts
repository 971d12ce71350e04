/** The answer of the engine, exactly the JSON of `kado plan`; minutes and units are integers, arrays by day have full length. */
export type Offer = {
  readonly worker: string
  readonly package: string
  readonly units: number
  readonly minutes: number
  readonly byDay: readonly number[]
  readonly why: readonly string[]
}

/** Minutes that a reviewer gives to the growth work of somebody else. */
export type ReviewTime = {
  readonly worker: string
  readonly package: string
  readonly for: string
  readonly minutes: number
  readonly byDay: readonly number[]
}

export type ShortageGate = 'skill' | 'equipment' | 'site' | 'forbidden' | 'declined' | 'window' | 'lot' | 'hours' | 'seats' | 'review'

export type Shortage = {
  /** The first missing thing: the earliest gate at which nobody is left, or the capacity that is used up. */
  readonly gate: ShortageGate
  readonly need: Readonly<Record<string, number>>
  readonly shortMinutes: number
  /** The municipality that has most of the people who could help, when there is one. */
  readonly municipality: string | null
}

export type Unfilled = { readonly package: string; readonly units: number; readonly reason: Shortage }

/** An accepted offer that no longer fits its worker's hours or the seats. */
export type Overload = {
  readonly kind: 'accepted-hours' | 'accepted-seats' | 'accepted-ceiling'
  readonly worker: string
  readonly package: string | null
  readonly shortMinutes: number
}

export type Objective = {
  readonly work: number
  readonly fairness: number
  readonly continuity: number
  readonly risk: number
  readonly total: number
}

export type PlanStats = {
  readonly cpuSeconds: number
  readonly arcs: number
  readonly workers: number
  readonly packages: number
  readonly iterations: number
  /** Whether the bound covers every pair that passes the gates. */
  readonly boundCoversAllArcs: boolean
  readonly stopped: 'finished' | 'time-limit' | 'asked'
}

export type Plan = {
  readonly offers: readonly Offer[]
  readonly reviews: readonly ReviewTime[]
  readonly acceptedByDay: readonly { readonly worker: string; readonly package: string; readonly byDay: readonly number[] }[]
  readonly unfilled: readonly Unfilled[]
  readonly overloads: readonly Overload[]
  readonly objective: Objective
  /** The parts of the objective below work before they are scaled, each between 0 and 1. */
  readonly scores: { readonly fairness: number; readonly continuity: number; readonly risk: number }
  readonly bound: number
  readonly gap: number
  readonly prices: {
    /** Worth of one more reference minute of demand, by package. */
    readonly package: Readonly<Record<string, number>>
    /** Worth of one more seat minute, by site and day. */
    readonly site: Readonly<Record<string, readonly number[]>>
    /** What a thousand more minutes there would add to fairness, a score between 0 and 1. */
    readonly municipality: Readonly<Record<string, number>>
  }
  readonly standby: Readonly<Record<string, readonly string[]>>
  /** Probability that offers and standby together finish the package on time. */
  readonly onTime: Readonly<Record<string, number>>
  readonly stats: PlanStats
}

/** A plan whose offers are made one by one whenever they are read, because all of them together may need more memory than the search for them. */
export type OpenOffersPlan = Omit<Plan, 'offers'> & { readonly offers: Iterable<Offer> }

export type Fault = {
  /** JSON path such as `packages[3].dueDay`. */
  readonly path: string
  readonly code: FaultCode
  readonly details: Readonly<Record<string, string | number | boolean>>
}

export type FaultCode =
  | 'wrong-type'
  | 'missing'
  | 'not-integer'
  | 'out-of-range'
  | 'unknown-choice'
  | 'no-such-date'
  | 'unknown-id'
  | 'duplicate-id'
  | 'duplicate-pair'
  | 'due-before-release'
  | 'accepted-breaks-gate'
  | 'accepted-exceeds-units'
  | 'accepted-part-of-indivisible'
  | 'accepted-with-assignment'
  | 'not-a-single-unit'
  | 'capacity-missing'
  | 'cost-missing'

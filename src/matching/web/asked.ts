export interface LearnersAsked {
  packageId: string
  skill: { key: string; name: string; level: number }
}

/** What somebody wants to know about a plan; `from` is the question that led here. */
export type Asked =
  | { kind: 'why'; workerId: string; packageId: string; from: Asked | null }
  | { kind: 'person'; workerId: string }
  | { kind: 'work'; packageId: string }
  | { kind: 'others'; packageId: string }
  | { kind: 'due'; packageId: string }
  | ({ kind: 'learners' } & LearnersAsked)

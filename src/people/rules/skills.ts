/** How the level of a skill is known, from a person's own word to work that was accepted. */
export const evidences = ['declared', 'tested', 'proven'] as const
export type Evidence = (typeof evidences)[number]

/** A person's own word does not replace what a test or accepted work has shown. */
export const mayDeclareOver = (known: Evidence | null): boolean => known === null || known === 'declared'

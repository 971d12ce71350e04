import type {} from '../../programme/rules/roles.ts'

/** Who makes plans, and sends them. */
export const planning = { director: ['programme'], administrator: ['programme'] } as const
/** Who asks what can be promised to a client. */
export const promising = { ...planning, sales: ['programme'] } as const

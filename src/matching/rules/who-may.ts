import type {} from '../../programme/rules/roles.ts'

/** Whose daily work planning is; an administrator may stand in. */
export const planningDaily = { director: ['programme'] } as const
export const promisingDaily = { ...planningDaily, sales: ['programme'] } as const
export const fairnessDaily = { ...planningDaily, coordinator: ['programme'] } as const
/** Who makes plans, and sends them. */
export const planning = { ...planningDaily, administrator: ['programme'] } as const
/** Who asks what can be promised to a client. */
export const promising = { ...planning, ...promisingDaily } as const

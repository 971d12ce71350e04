import type {} from '../../programme/rules/roles.ts'

/** Who answers to the client for an order. */
export const delivering = { director: ['programme', 'site', 'order'] } as const
/** Who inspects what workers hand in. */
export const inspecting = { ...delivering, leader: ['order'] } as const

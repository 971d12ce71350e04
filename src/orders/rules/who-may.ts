import type {} from '../../programme/rules/roles.ts'

/** Who builds the work: cuts, prices, offers, answers. */
export const directing = { director: ['programme', 'site', 'order'], administrator: ['programme'] } as const
/** Who takes orders from clients. */
export const ordering = { sales: ['programme'], director: ['programme'], administrator: ['programme'] } as const
/** Who writes down what an order is, once it is taken. */
export const describing = { ...directing, sales: ['programme'] } as const
/** Who decides that repairs of a plan go out unasked; sales does not decide who is asked. */
export const sendingRepairs = { director: ['programme', 'order'], administrator: ['programme'] } as const
/** Who sees orders and packages with the people in them. */
export const overseeing = { ...describing, office: ['programme'], coordinator: ['programme'] } as const
/** Whose daily work the questions of workers are; an administrator may stand in. */
export const answeringDaily = { director: ['programme', 'site', 'order'], leader: ['order'] } as const
/** Who helps inside one order. */
export const leading = { ...directing, ...answeringDaily } as const
/** Who sees one order and its packages. */
export const following = { ...overseeing, leader: ['order'] } as const

import type {} from '../../programme/rules/roles.ts'

/** Who records clients. */
export const selling = { sales: ['programme'], administrator: ['programme'] } as const
/** Who sees every client. */
export const knowingClients = { ...selling, director: ['programme'], office: ['programme'] } as const
/** The client, for itself. */
export const receiving = { client: ['client'] } as const

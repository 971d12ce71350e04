import type {} from '../../programme/rules/roles.ts'

/** Who keeps the books, pays and sends invoices. */
export const keepingBooks = { office: ['programme'] } as const

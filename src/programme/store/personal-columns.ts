import { sql } from 'kysely'
import { registerPersonalColumns } from '../../platform/erasing/personal-columns.ts'

registerPersonalColumns({
  'programme.approval_rest': { codes: ['setBy'] },
  'programme.invitation': {
    whose: ({ id, names }) => sql`t.scope_id = ${id}::uuid or lower(t.email) = any(${names.map((name) => name.toLowerCase())}::text[])`,
    blanked: () => ({ email: '' }),
    codes: ['role', 'scopeKind', 'invitedBy', 'acceptedBy', 'tokenSha256'],
  },
  'programme.membership': { codes: ['userId', 'role', 'scopeKind', 'grantedBy'] },
  'programme.minimum_wage': { codes: ['prefecture'] },
  'programme.municipality': { codes: ['code', 'name', 'nameEn', 'department', 'sheetSettings'] },
  // Links of the keeper of the server, not of a programme; they end by themselves.
  'programme.opening_invitation': {
    whose: ({ names }) => sql`lower(t.email) = any(${names.map((name) => name.toLowerCase())}::text[])`,
    blanked: () => ({ email: '' }),
    codes: ['tokenSha256'],
  },
  'programme.programme': {
    texts: ['outline'],
    kept: {
      operatorName: 'operator',
      operatorKana: 'operator',
      operatorAddress: 'operator',
      operatorContact: 'operator',
      operatorRepresentative: 'operator',
      operatorInvoiceNumber: 'operator',
      bankAccount: 'operator',
    },
    codes: ['name', 'grantName'],
  },
  'programme.site': { codes: ['name', 'address', 'prefecture'] },
  'programme.year_cost': { texts: ['content'], codes: ['position'] },
})

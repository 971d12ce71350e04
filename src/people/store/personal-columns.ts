import { type RawBuilder, sql } from 'kysely'
import { type Fates, type Party, registerPersonalColumns } from '../../platform/erasing/personal-columns.ts'

/** The rows of a table that name the worker. */
export const ofWorker = ({ kind, id }: Party): RawBuilder<unknown> | null => (kind === 'worker' ? sql`t.worker_id = ${id}::uuid` : null)

/** An account that no bank has, in the form that the tables ask for. */
export const noAccount = {
  bankCode: '0000',
  bankName: '',
  branchCode: '000',
  branchName: '',
  accountNumber: '0000000',
  holderKana: '',
}

const removed = { row: 'with-party', whose: ofWorker } as const satisfies Fates<string>

registerPersonalColumns({
  'people.bank_account': {
    whose: ofWorker,
    blanked: () => noAccount,
    texts: ['holderReason'],
    codes: ['accountType', 'recordedBy'],
  },
  // That a person agreed, and to which words, is proved by their number.
  'people.consent': { codes: ['purpose', 'textVersion'] },
  'people.free_minutes': removed,
  'people.free_minutes_exception': removed,
  'people.interview': removed,
  'people.invoice_registration': removed,
  'people.skill': { codes: ['key', 'nameJa', 'nameEn'] },
  'people.state_change': { whose: ofWorker, texts: ['note'], codes: ['fromState', 'toState', 'changedBy'] },
  'people.worker': {
    whose: ({ kind, id }) => (kind === 'worker' ? sql`t.id = ${id}::uuid` : null),
    blanked: ({ label }) => ({
      userId: null,
      name: label,
      kana: '',
      displayName: label,
      email: '',
      phone: '',
      postalAddress: '',
      equipment: '{}',
      lineSpeedMbps: null,
      siteId: null,
      wish: '',
    }),
    codes: ['kind', 'prefecture', 'state'],
  },
  'people.worker_skill': removed,
})

import type { NoticeWords } from '../../platform/contract.ts'
import { formatIn } from '../../ui/format.ts'
import type { notices as kinds } from '../rules/notices.ts'

const { month, fiscalYear: year } = formatIn('en')

/** The sentences under the bell. */
export const notices: NoticeWords<typeof kinds> = {
  'sheet-published': ({ municipality, fiscalYear, version }) =>
    `The evaluation sheet of ${municipality} for ${year(fiscalYear)} was published${version === 1 ? '' : ` (version ${version})`}.`,
  'confirmation-due': ({ month: asked }) => `It is time to confirm what was done in ${month(asked)}.`,
}

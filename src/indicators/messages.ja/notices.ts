import type { NoticeWords } from '../../platform/contract.ts'
import { formatIn } from '../../ui/format.ts'
import type { notices as kinds } from '../rules/notices.ts'

const { month, fiscalYear: year } = formatIn('ja')

/** The sentences under the bell. */
export const notices: NoticeWords<typeof kinds> = {
  'sheet-published': ({ municipality, fiscalYear, version }) =>
    `${municipality}の${year(fiscalYear)}の評価シートが公表されました${version === 1 ? '' : `（第${version}版）`}。`,
  'confirmation-due': ({ month: asked }) => `${month(asked)}の実施状況を確認する時期です。`,
}

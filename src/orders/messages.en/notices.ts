import type { NoticeWords } from '../../platform/contract.ts'
import { formatIn } from '../../ui/format.ts'
import type { notices as kinds } from '../rules/notices.ts'

const { date } = formatIn('en')

/** The sentences under the bell. */
export const notices: NoticeWords<typeof kinds> = {
  'offer-made': ({ title, units, answerBy }) =>
    `You were offered ${units} units of “${title}”.${answerBy === null ? '' : ` Please answer by ${date(answerBy)}.`}`,
  'question-asked': ({ title }) => `Somebody asked a question about “${title}”.`,
  'question-answered': ({ title }) => `Your question about “${title}” was answered.`,
  'material-added': ({ title, material, version }) =>
    version === 1 ? `“${material}” was added to “${title}”.` : `“${material}” of “${title}” has version ${version} now.`,
  'message-received': ({ title, from }) => `${from} wrote to you about “${title}”.`,
  'hand-back-asked': ({ title, units }) => `You are asked whether you can hand back ${units} units of “${title}”.`,
  'hand-back-answered': ({ title, name, agreed }) => `${name} ${agreed ? 'handed back' : 'goes on with'} what you asked for of “${title}”.`,
  'terms-proposed': ({ title }) => `Other terms are proposed for “${title}”.`,
  'units-released': ({ title, units }) => `${units} units of “${title}” were handed back. They need somebody else.`,
}

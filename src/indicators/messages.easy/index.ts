import { easyWords } from '../../ui/ruby/written.ts'
import type { Messages } from '../messages.ja/index.ts'

export const easy = easyWords<Messages>()({
  indicatorsLead: '数字をおすと、もとになった記録が見えます。',
  noneText: '管理者が目標を入れると、ここに出ます。',
})

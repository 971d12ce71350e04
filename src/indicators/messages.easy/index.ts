import { easyWords } from '../../ui/ruby/written.ts'
import type { Messages } from '../messages.ja/index.ts'

export const easy = easyWords<Messages>()({
  indicatorsLead: '数字を おすと、もとに なった きろくが 見えます。',
  noneText: '｜管理者《かんりしゃ》が目ひょうを 入れると、ここに 出ます。',
})

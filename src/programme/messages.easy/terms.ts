import { easyWords } from '../../ui/ruby/written.ts'
import type { Terms } from '../messages.ja/terms.ts'

export const terms = easyWords<Terms>()({
  municipality: '町（｜自治体《じちたい》）',
  client: 'しごとを たのむ 会社',
  order: 'もらった しごと',
  orders: 'もらった しごと',
  works: 'しごと',
  worker: 'しごとを する 人',
  who: '人',
  fee: 'しごとの お金（｜税《ぜい》を 入れない）',
  payOn: 'お金が 入る 日',
  due: 'いつまでに 出すか',
  accepted: 'よいと ｜決《き》まりました',
  fiscalYear: '｜年度《ねんど》',
  skillLabel: 'できる こと',
  levelLabel: 'レベル',
})

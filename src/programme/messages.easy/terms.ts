import type { Easy } from '../../ui/messages.ts'
import type { Terms } from '../messages.ja/terms.ts'

export const terms: Easy<Terms> = {
  works: 'しごと',
  who: '人',
  fee: 'お金（ぜいきんを のぞく）',
  payOn: 'お金の 日',
  due: 'いつまで',
  accepted: 'よい と きまった分',
}

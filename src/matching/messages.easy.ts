import type { Easy } from '../ui/messages.ts'
import type { Messages } from './messages.ja.ts'

/** These pages are for staff; what stands here is what a page says most. */
export const easy: Easy<Messages> = {
  plan: {
    lead: 'だれが、どの仕事を、いつまでにできるかを考えます。',
    makeTitle: '計画を作ります',
    makeText: (open) => `人を待っている仕事が${open}件あります。よい分け方を探します。まだ、だれにも送りません。`,
    running: { text: 'ほかの画面を見ても大丈夫です。' },
    proposed: { text: '内容を見て、送るものを選びます。' },
    choose: { lead: '送らないものは、チェックを外します。' },
    repairs: { text: '空いた仕事の、新しい案です。送るかどうかは、あなたが決めます。' },
  },
  fairness: { lead: '仕事が、みんなに届いているかを見ます。' },
  capacity: { lead: '決まった日までに何時間できるかを調べます。' },
}

import { easyWords } from '../../ui/ruby/written.ts'
import type { Messages } from '../messages.ja/index.ts'
import { worker } from './worker.ts'

export const easy = easyWords<Messages>()({
  worker,
  staff: {
    aboutWhole: 'しごとの ぜんぶの こと',
    shared: 'みんなが 見ます',
    offerStates: {
      open: '｜返事《へんじ》を ｜待《ま》って います',
      accepted: '｜受《う》けました',
      declined: 'ことわりました',
      withdrawn: 'なくなりました',
      expired: '｜返事《へんじ》の 日が すぎました',
    },
  },
  refusals: {
    'address-missing':
      '｜住所《じゅうしょ》が ありません。「あなたの ｜登録《とうろく》」に ｜住所《じゅうしょ》を 書いて ください。｜次《つぎ》に もういちど ｜押《お》して ください。',
    'already-offered': '同じ しごとの おさそいが もう ｜届《とど》いて います。先に ｜返事《へんじ》を して ください。',
    'change-decided': 'もう ｜返事《へんじ》を したか、なくなりました。ページを もういちど ｜開《ひら》いて ください。',
    'change-outdated': '｜残《のこ》りの 数が ｜変《か》わりました。｜担当《たんとう》の 人に もういちど たのんで ください。',
    'due-passed': '出す 日が すぎました。新しい しごとを ｜選《えら》んで ください。',
    'hand-back-answered': 'もう ｜返事《へんじ》を して います。ページを もういちど ｜開《ひら》いて ください。',
    'lot-size': (details) => `｜受《う》ける 数は ${details['least'] ?? ''}から ${details['most'] ?? ''}までです。数を 直して ください。`,
    'more-than-left': (details) => `やめる ことが できるのは、｜残《のこ》りの ${details['left'] ?? ''}までです。数を 直して ください。`,
    'not-enough-units': (details) => `｜残《のこ》りは ${details['left'] ?? 0}です。数を 少なく して ください。`,
    'nothing-left': '｜残《のこ》りの しごとが ありません。もう 出した ものの ｜約束《やくそく》は ｜変《か》わりません。',
    'offer-decided': 'もう ｜返事《へんじ》を したか、なくなりました。ページを もういちど ｜開《ひら》いて ください。',
    'offer-expired': '｜返事《へんじ》の 日が すぎました。「しごとを さがす」から もういちど ｜選《えら》べます。',
    'offer-taken': 'もう ｜返事《へんじ》を したか、なくなりました。「｜届《とど》いた しごと」を 見て ください。',
    'paper-requested': '紙は もう たのんで あります。｜届《とど》くまで ｜待《ま》って ください。',
    'pay-date-too-late':
      'お金が 入る 日が おそすぎます。まだ ｜受《う》ける ことが できません。｜担当《たんとう》の 人に 言って ください。',
    'price-not-higher': (details) => `今は ${details['price'] ?? ''}円です。それより 高い お金を 書いて ください。`,
    'price-request-open':
      '前の ｜相談《そうだん》の ｜返事《へんじ》を ｜待《ま》って います。｜返事《へんじ》が 来て から、また ｜相談《そうだん》して ください。',
    'requirements-missing': '｜必要《ひつよう》な ものが まだ 足りません。「まだ 足りない もの」を 見て ください。',
    'terms-incomplete': '｜約束《やくそく》に 足りない ところが あります。｜担当《たんとう》の 人が 直すまで ｜待《ま》って ください。',
    'too-long-days': '1日 8時間より 長く なります。数を 少なくするか、出す 日を 後に して ください。',
  },
})

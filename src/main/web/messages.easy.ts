import type { Easy } from '../../ui/messages.ts'
import type { Messages } from './messages.ja.ts'

export const easy: Easy<Messages> = {
  skip: '本文に 行く',
  places: 'おもな ページ',
  more: 'ほかの ページ',
  bell: 'おしらせ',
  language: 'ことば',
  signIn: 'サインイン する',
  signOut: 'サインアウト する',
  roleSwitch: '役わりを かえる',
  search: {
    open: 'さがす',
    title: 'さがす',
    label: 'さがす ことば',
    help: '人や 仕事や ページを さがします。',
    nothing: (text) => `「${text}」は 見つかりません。`,
  },
  offline: 'インターネットに つながって いません。書いた ものは のこります。',
  page: {
    notFoundTitle: 'ページが ありません',
    notFoundText: 'はじめの ページから さがして ください。',
    toHome: 'はじめの ページへ',
    brokenTitle: 'ページを 出せませんでした',
    brokenText: 'もういちど ひらいて ください。だめな ときは 事務局に 言って ください。',
    forbiddenTitle: 'この ページは 見る ことが できません',
    forbiddenText: '見たい ときは 管理者に 聞いて ください。',
    newcomerTitle: 'まだ 役わりが ありません',
    newcomerText: 'メールの リンクを ひらいて ください。',
    signInTitle: 'サインイン して ください',
    signInText: 'この ページは サインイン して 見ます。',
  },
}

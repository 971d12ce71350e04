import { type EngineMessages, hours, ja } from '../messages.ja/engine.ts'

/** Easy Japanese for what a worker reads; the words of directors stay as they are. */
export const easy: EngineMessages = {
  ...ja,
  reasons: {
    ...ja.reasons,
    'skill-short': (reason) =>
      `この仕事（しごと）には「${reason.skill}」のレベル${reason.asked}がいります。あなたは今（いま）レベル${reason.had}です。`,
    'skill-met': (reason) => `「${reason.skill}」のレベルがたりています。`,
    'equipment-missing': (reason) => `この道具（どうぐ）がたりません: ${reason.items.join('、')}`,
    'other-site': (reason) => `この仕事（しごと）は「${reason.asked}」でします。`,
    'declined-before': () => '前（まえ）にことわった仕事（しごと）です。もう聞（き）きません。ことわっても、悪（わる）いことはありません。',
    'no-hours-in-window': () => 'この期間（きかん）に、あいている時間（じかん）がありません。',
    'lot-does-not-fit': (reason) =>
      `いちばん少（すく）ない量（りょう）でも${hours(reason.lotMinutes)}かかります。あいている時間（じかん）は${hours(reason.freeMinutes)}です。`,
    offered: (reason) => `${reason.units}件（けん）の仕事（しごと）です。時間（じかん）は${hours(reason.minutes)}です。`,
    grows: (reason) => `「${reason.skill}」がじょうずになる仕事（しごと）です。見（み）てくれる人（ひと）がいます。`,
    'hours-taken': () => 'ほかの仕事（しごと）で、時間（じかん）がいっぱいです。',
    'ceiling-reached': () => 'あなたが決（き）めた時間（じかん）の上限（じょうげん）になりました。',
    'all-given': () => 'この仕事（しごと）は、ほかの人（ひと）にお願（ねが）いしています。',
    'pair-forbidden': () =>
      'この仕事（しごと）は、今（いま）はお願（ねが）いできません。くわしいことは、担当（たんとう）の人（ひと）に聞（き）いてください。',
    accepted: (reason) => `もう${reason.units}件（けん）を引（ひ）き受（う）けています。`,
    'rest-too-small': () => '残（のこ）っている仕事（しごと）が少（すく）ないので、お願（ねが）いできません。',
    'seats-taken': (reason) => `「${reason.site}」の席（せき）がたりません。`,
    'reviewers-taken': () => '仕事（しごと）を見（み）てくれる人（ひと）の時間（じかん）がたりません。',
    'would-fit': (reason) => `あと${reason.units}件（けん）なら、できます。`,
  },
}

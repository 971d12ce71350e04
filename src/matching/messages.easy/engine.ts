import { type EngineMessages, ja } from '../messages.ja/engine.ts'

const hours = (minutes: number) => (minutes < 60 ? `${minutes}分` : `${Math.round(minutes / 6) / 10}時間`)

/** Easy Japanese for what a worker reads; the words of directors stay as they are. */
export const easy: EngineMessages = {
  ...ja,
  reasons: {
    ...ja.reasons,
    'skill-short': (reason) => `この仕事（しごと）には「${reason.skill}」のレベル${reason.asked}がいります。あなたは今（いま）レベル${reason.had}です。`,
    'skill-met': (reason) => `「${reason.skill}」のレベルがたりています。`,
    'equipment-missing': (reason) => `この道具（どうぐ）がたりません: ${reason.items.join('、')}`,
    'other-site': (reason) => `この仕事（しごと）は「${reason.asked}」でします。`,
    'declined-before': () => '前（まえ）にことわった仕事（しごと）です。もう聞（き）きません。ことわっても、悪（わる）いことはありません。',
    'no-hours-in-window': () => 'この期間（きかん）に、あいている時間（じかん）がありません。',
    'lot-does-not-fit': (reason) => `いちばん少（すく）ない量（りょう）でも${hours(reason.lotMinutes)}かかります。あいている時間（じかん）は${hours(reason.freeMinutes)}です。`,
    offered: (reason) => `${reason.units}件（けん）の仕事（しごと）です。時間（じかん）は${hours(reason.minutes)}くらいです。`,
    grows: (reason) => `「${reason.skill}」がじょうずになる仕事（しごと）です。見（み）てくれる人（ひと）がいます。`,
    'hours-taken': () => 'ほかの仕事（しごと）で、時間（じかん）がいっぱいです。',
    'ceiling-reached': () => 'あなたが決（き）めた時間（じかん）の上限（じょうげん）になりました。',
    'all-given': () => 'この仕事（しごと）は、ほかの人（ひと）にお願（ねが）いしています。',
  },
}

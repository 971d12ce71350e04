import { reasons } from './changes.ts'

type Details = Readonly<Record<string, string | number>>

/** Why a pair cannot be kept, by the gate that is closed. */
const closed: Readonly<Record<string, string>> = {
  skill: 'スキルのレベルが足りないので、この組は保てません。学ぶ機会を作るか、別の人を選んでください。',
  equipment: '必要な機材がないので、この組は保てません。機材を貸し出すか、別の人を選んでください。',
  site: 'この仕事の拠点を使っていない人なので、この組は保てません。別の人を選んでください。',
  forbidden: '同じ仕事を打診中か、作業中の人です。返事や提出を待ってください。',
  declined: 'この仕事を断ったか、手放した人です。もう一度は勧められません。別の人を選んでください。',
  window: '期間内に空き時間がないので、この組は保てません。空き時間を本人に聞くか、納期を見直してください。',
  lot: '納期までの空き時間に一人分が収まりません。一人分の最小の数か、納期を見直してください。',
}

/** A sentence for each refusal: the cause, then what to do. */
export const refusals = {
  'already-running': 'いま計画を作っています。終わるまで待つか、止めてください。',
  'nothing-to-plan': '公開中で数の残っている仕事がありません。作業パッケージを公開してから作ってください。',
  'not-running': 'この計画は、もう計算が終わっています。ページを読み込み直してください。',
  'plan-in-use': '計算中か、打診を済ませた計画は片づけられません。',
  'plan-not-open': 'この計画からは、もう打診が済んでいます。新しい計画を作ってください。',
  'not-in-plan': 'この計画にない組み合わせが含まれています。ページを読み込み直してください。',
  'not-enough-units': (details: Details) =>
    `計画のあとで状況が変わりました。「${details['title'] ?? ''}」の残りは${details['left'] ?? 0}で、打診したい${details['wanted'] ?? ''}に足りません。この仕事を外すか、計画を作り直してください。`,
  'package-not-published': '計画のあとで公開が終わった仕事があります。計画を作り直してください。',
  'worker-not-available': '計画のあとで仕事を受けられなくなった人がいます。計画を作り直してください。',
  'already-offered': '計画のあとで同じ打診が届いた人がいます。計画を作り直してください。',
  'too-long-days': '1日8時間を超える打診が含まれています。その組を外してください。',
  'due-passed': '納期の過ぎた仕事が含まれています。計画を作り直してください。',
  'answer-after-due': '返事の期日が、選んだ仕事のどれかの納期より後です。いちばん早い納期までの日にしてください。',
  'answer-day-passed': '返事の期日が過ぎています。今日より後の日にしてください。',
  'hand-over-not-agreed': '約束の仕事を渡してよいか、まだ本人と話がついていません。本人と相談し、合意の欄にチェックしてください。',
  'more-than-left': '計画のあとで提出か手放しがあり、渡す分が変わりました。この案を片づけて、新しい案を待ってください。',
  'no-longer-holds': (details: Details) => {
    const why = Object.entries(reasons).find(([reason]) => reason === details['reason'])?.[1] ?? ''
    const others = Number(details['more'] ?? 0) > 0 ? `ほかの${details['more']}件も打診できません。` : ''
    return `計画のあとで状況が変わり、${details['person'] ?? ''}さんに「${details['title'] ?? ''}」を打診できません（${why}）。${others}計画を直してください。`
  },
  'person-not-open': 'いま仕事を受けられない人です。休みや登録の状態を確かめてください。',
  'work-not-open': '公開中で数の残っている仕事ではありません。作業パッケージの状態と納期を確かめてください。',
  'gate-closed': (details: Details) => closed[String(details['gate'])] ?? 'この組は、いまの条件ではできません。理由を確かめてください。',
  'units-do-not-fit': (details: Details) =>
    details['most'] === undefined
      ? '本人の上限に、一人分が収まりません。本人に相談するか、別の人を選んでください。'
      : `この人に保てる数は${details['least'] ?? 1}から${details['most']}までです。数を直してください。`,
  'no-such-rule': 'この組への指定は、もう外されています。',
}

export const faults = {
  'day-out-of-range': '2000年から2049年までの日付を入力してください。',
  'day-passed': '今日より後の日付を入力してください。',
}

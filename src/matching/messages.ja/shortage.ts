import { skillLevel } from '../../programme/messages.ja/skill-level.ts'
export const unfilled = {
  empty: 'すべての仕事を割り振れました',
  emptyText: '残る仕事はありません。',
  left: (units: string, unit: string, minutes: string) => `残り ${units}${unit}（${minutes}）`,
  gates: {
    skill: 'スキルのある人がいません',
    equipment: '必要な機材のある人がいません',
    site: 'この拠点で作業できる人がいません',
    forbidden: '勧めない指定のため、頼める人がいません',
    declined: '頼める人は、みな断ったか手放しています',
    window: '納期までの日数がありません',
    lot: '一人分の最小数に満たない、またはまとまった空き時間がありません',
    hours: 'できる人の空き時間が足りません',
    seats: '拠点の席が足りません',
    review: '見てくれる人の時間が足りません',
  },
  skill: (name: string, level: string, have: string, near: string) =>
    `${name} ${skillLevel(level)}：できる人 ${have}人、あと1レベルの人 ${near}人`,
  act: '打つ手',
  overdue: '納期を過ぎた仕事',
  overdueText: (units: string, unit: string) => `残り${units}${unit}。納期を直すと計画に入ります。`,
  openPackage: '作業パッケージを開く',
  try: '試す',
  tryOf: (remedy: string) => `試す：${remedy}`,
  all: 'すべて割り振れるようになります。',
  allStill: 'すべて割り振れるままです。',
  less: (before: string, after: string, unit: string) => `残りが${before}${unit}から${after}${unit}に減ります。`,
  more: (before: string, after: string, unit: string) => `残りが${before}${unit}から${after}${unit}に増えます。`,
  same: 'これだけでは、残りは変わりません。',
  onTime: (percent: string) => `納期に間に合う見込み ${percent}`,
  minutes: (before: string, after: string) => `割り振れる時間の合計：${before} → ${after}`,
  otherMore: (count: string) => `ほかに${count}件の仕事の残りが変わります`,
  other: (title: string, before: string, after: string) => `「${title}」の残り：${before} → ${after}`,
  later: (date: string) => `納期を${date}にした場合：`,
}

export const remedies = {
  train: (people: string, skill: string, level: string, minutes: string) =>
    `${people}人が「${skill}」レベル${level}を身につけると、${minutes}を割り振れる見込みです`,
  equip: (people: string, item: string, minutes: string) => `${people}人に機材（${item}）を貸し出すと、${minutes}を割り振れる見込みです`,
  seats: (seats: string) => `席を${seats}つ増やす`,
  seatsOn: (seats: string, weekday: string) => `${weekday}曜日の席を${seats}つ増やす`,
  hours: (people: string, minutes: string) => `できる${people}人に、あと${minutes}の空き時間がないか聞く`,
  'ask-city': (city: string, minutes: string) => `できる人のいちばん多い${city}に、${minutes}の協力を頼む`,
  due: '発注企業と納期を相談する',
  lot: (minutes: string) => `一人分の最小数を小さくする（いまは${minutes}）`,
  'lift-rule': '勧めない指定を見直す、または断った人に時期を変えて聞く',
  review: '見てくれる人（リーダー）を増やす',
  invite: (people: string) => `この拠点を使える人を${people}人募る`,
}

export const whatIf = {
  tryDue: '納期を変えてみる',
  tryDueOf: (title: string) => `納期を変えてみる ${title}`,
  dueTitle: (title: string) => `「${title}」の納期を変えたら`,
  dueText: '日付を選ぶと、何が変わるかをすぐに計算します。計画も納期も、まだ変わりません。',
  due: 'ためす納期',
  openPackage: '作業パッケージを開く',
  chooseLearners: '人を選んで試す',
  learnersTitle: (skill: string, level: string) => `「${skill}」レベル${level}に近い人`,
  learnersText: '選んだ人がそれぞれ1レベル上がったら、どれだけ割り振れるかを計算します。',
  learners: '人を選ぶ',
  learner: (person: string, city: string, level: string, rest: string) => `${person}（${city}）いまレベル${level}・残る空き${rest}`,
  noLearners: '空き時間が残っていて、このスキルの足りない人はいません。',
  try: (people: string) => `選んだ${people}人で試す`,
  raised: (people: string) => `${people}人が1レベル上がると：`,
}

export const weekdays = ['月', '火', '水', '木', '金', '土', '日']

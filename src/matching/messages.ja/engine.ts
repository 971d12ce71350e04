import { formatMinutes, minutes } from '../../units/minutes.ts'
import type { ConstraintKey } from '../rules/problem/constraints.ts'
import type { Reason } from '../rules/answer/explain.ts'
import type { ShortageGate } from '../rules/problem/plan.ts'
import type { ShortageProof } from '../rules/answer/shortage-proof.ts'

type Labelled = { readonly label: string; readonly text: string }

/** One sentence for each kind of reason, made from its numbers. */
export type ReasonSentences = { readonly [Kind in Reason['kind']]: (reason: Extract<Reason, { readonly kind: Kind }>) => string }

/** What the engine's constraints, reasons and shortages are called; names of people, packages and sites are filled in by the caller. */
export type EngineMessages = {
  readonly constraints: Readonly<Record<ConstraintKey, Labelled>>
  readonly reasons: ReasonSentences
  readonly shortages: Readonly<Record<ShortageGate, Labelled>>
  readonly gap: (percent: string) => string
  readonly proof: (proof: ShortageProof) => string
}

/** Exact, because a rounded figure can make a true sentence look false. */
const hours = (value: number): string => formatMinutes(minutes(value), 'ja')
const list = (names: readonly string[]) => names.join('、')
/** Days are told from 1, as people count them. */
const day = (index: number) => `${index + 1}日目`

export const ja: EngineMessages = {
  constraints: {
    skill: {
      label: 'スキルとレベル',
      text: '求められるスキルごとに、レベルが足りていること。確認者が付く仕事は、1つのスキルが1レベルだけ足りない人もできます。',
    },
    equipment: { label: '機材', text: '仕事に必要な機材をすべて持っていること。' },
    site: { label: '拠点', text: '拠点で行う仕事は、その拠点を使う人だけができます。' },
    forbidden: { label: '組み合わせの除外', text: 'ディレクターが外した組み合わせには依頼しません。' },
    declined: { label: '辞退済み', text: '一度辞退した仕事は、もう一度は依頼しません。辞退で不利になることはありません。' },
    window: { label: '作業できる期間', text: '開始日から納期までに、空き時間があること。' },
    lot: { label: '最小の単位', text: '納期までの空き時間に、最小の数量が収まること。' },
    hours: { label: '日ごとの空き時間', text: '1日に割り当てる時間は、その日の空き時間までです。' },
    ceiling: { label: '期間の上限', text: '本人が決めた上限の時間を超えません。' },
    seats: { label: '席の時間', text: '拠点の席は、日ごとの席の時間までです。' },
    demand: { label: '数量', text: '作業パッケージの数量を超えて依頼しません。' },
    lotSize: { label: '1人の数量', text: '1人への数量は、最小と最大の間です。' },
    indivisible: { label: '分けられない仕事', text: '分けられない仕事は、全部を1人に依頼します。' },
    review: { label: '確認の時間', text: '成長の仕事には、確認者の時間を決まった割合だけ確保します。' },
    accepted: { label: '引き受け済み', text: '引き受け済みの仕事は動かしません。' },
  },
  reasons: {
    'skill-short': (reason) => `「${reason.skill}」はレベル${reason.asked}が必要です（今はレベル${reason.had}）。`,
    'skill-met': (reason) => `「${reason.skill}」はレベル${reason.asked}が必要で、今はレベル${reason.had}です。`,
    'equipment-missing': (reason) => `足りない機材: ${list(reason.items)}。`,
    'other-site': (reason) =>
      `拠点「${reason.asked}」で行う仕事です${reason.had === null ? '（使う拠点の登録がありません）' : `（登録の拠点は「${reason.had}」）`}。`,
    'pair-forbidden': () => 'この組み合わせは、ディレクターが外しています。',
    'declined-before': () => 'この仕事は辞退済みのため、もう一度は依頼しません。',
    'no-hours-in-window': (reason) => `${day(reason.releaseDay)}から${day(reason.dueDay)}までに空き時間がありません。`,
    'lot-does-not-fit': (reason) =>
      `最小の数量に${hours(reason.lotMinutes)}かかりますが、${day(reason.releaseDay)}から${day(reason.dueDay)}までの空き時間は${hours(reason.freeMinutes)}です。`,
    accepted: (reason) => `${reason.units}件を引き受け済みです。`,
    offered: (reason) =>
      `${reason.units}件（${hours(reason.minutes)}）が${day(reason.lastDay)}までに収まります。納期は${day(reason.dueDay)}です。`,
    grows: (reason) => `「${reason.skill}」を伸ばす仕事です。確認者が${hours(reason.reviewMinutes)}の確認をします。`,
    'hours-taken': (reason) =>
      `この仕事の期間に残る空き時間は${hours(reason.freeMinutes)}で、最小の数量の${hours(reason.lotMinutes)}に足りません。`,
    'ceiling-reached': (reason) =>
      `期間の上限${hours(reason.ceiling)}のうち、${hours(reason.minutes)}が決まっています。最小の数量には${hours(reason.lotMinutes)}かかります。`,
    'all-given': (reason) => `${reason.units}件すべてを、ほかの${reason.people}人に依頼しています。`,
    'rest-too-small': (reason) => `残りは${reason.unitsLeft}件で、最小の数量${reason.lotUnits}件に足りません。`,
    'seats-taken': (reason) =>
      `拠点「${reason.site}」で、空いている日に使える席は残り${hours(reason.seatMinutesLeft)}です。最小の数量の${hours(reason.lotMinutes)}に足りません。`,
    'reviewers-taken': (reason) =>
      `最小の数量に${hours(reason.reviewMinutes)}の確認が必要ですが、確認者の空き時間は残り${hours(reason.freeMinutes)}です。`,
    'given-to': (reason) => `この仕事は「${reason.worker}」に割り当てています（費用${reason.cost}。この人なら${reason.costHere}）。`,
    'no-room': (reason) => `容量${reason.ceiling}のうち${reason.usedMinutes}を使っていて、この仕事の${reason.minutes}は入りません。`,
    'would-fit': (reason) => `あと${reason.units}件なら依頼できます。`,
    scarce: (reason) =>
      `できる人に対して、仕事のほうが足りません。あと1分の仕事があれば、計画の値は約${reason.price.toFixed(2)}増える見込みです。`,
    'next-in-line': (reason) => `辞退があれば、次の候補は ${list(reason.workers)} です。`,
  },
  shortages: {
    skill: { label: 'スキル', text: '必要なスキルとレベルの人がいません。研修か、ほかの自治体への相談が必要です。' },
    equipment: { label: '機材', text: '必要な機材を持つ人がいません。貸出を検討してください。' },
    site: { label: '拠点', text: 'その拠点を使う人がいません。' },
    forbidden: { label: '除外', text: 'できる人との組み合わせが、すべて外されています。' },
    declined: { label: '辞退', text: 'できる人が全員辞退しています。納期か条件を見直してください。' },
    window: { label: '期間', text: '期間内に空き時間のある人がいません。納期を見直してください。' },
    lot: { label: '最小の数量', text: '残りが最小の数量に届かないか、最小の数量が空き時間に収まりません。最小の数量を見直してください。' },
    hours: { label: '時間', text: 'できる人の空き時間を使い切りました。' },
    seats: { label: '席', text: '拠点の席を使い切りました。席を増やすか、納期を見直してください。' },
    review: { label: '確認者', text: '確認者の時間が足りません。' },
  },
  gap: (percent) => `どのような計画でも、この計画より${percent}％を超えて多くの仕事を終えることはできません。`,
  proof: (proof) => {
    const needed = `${list(proof.packages)}には、${day(proof.fromDay)}から${day(proof.toDay)}までに、合わせて少なくとも${hours(proof.neededMinutes)}が必要です。`
    if (proof.site !== null) return `${needed}その間の拠点「${proof.site}」の席は、合わせて${hours(proof.availableMinutes)}です。`
    return proof.people === 0
      ? `${needed}できる人がいません。`
      : `${needed}できる${proof.people}人の時間は、合わせて${hours(proof.availableMinutes)}です。`
  },
}

import type { contract } from '../contract/index.ts'
import type { reworkCauses } from '../contract/shapes.ts'
import type { ClientStage } from '../rules/client-stage.ts'
import type { RiskReason } from '../rules/risk.ts'
import type { HandInState } from '../rules/acceptance.ts'
import { client } from './client.ts'
import { direction } from './direction.ts'
import { inspection } from './inspection.ts'
import { work } from './work.ts'

type Code = {
  [Name in keyof typeof contract]: (typeof contract)[Name] extends { refusals: readonly (infer One)[] } ? One : never
}[keyof typeof contract] &
  string
type Details = Readonly<Record<string, string | number>>

const faults: Record<string, string> = { 'day-out-of-range': '2000年から2049年までの日付を入れてください。' }
const states: Record<HandInState, string> = { waiting: '検査待ち', accepted: '検収済み', returned: '直してください', replaced: '直し済み' }
const causes: Record<(typeof reworkCauses)[number], string> = {
  'worker-fault': '仕様と違う（受託者の作業による）',
  orderer: '依頼側の説明や素材による',
  'client-change': '発注企業の変更による',
}
const causeHelp: Record<(typeof reworkCauses)[number], string> = {
  'worker-fault': '支払の期間は、直した提出から数え直します。',
  orderer: '最初の提出の日から数え続けます。仕様の外の作業なら、変更の依頼（有償）にしてください。',
  'client-change': '最初の提出の日から数え続けます。追加の作業なら、変更の依頼（有償）にしてください。',
}
const stages: Record<ClientStage, string> = {
  preparing: '準備しています',
  working: '作業しています',
  checking: '仕上がりを確かめています',
  'to-accept': '検収をお願いします',
  finished: '終わりました',
}
const risks: Record<RiskReason, string> = {
  overdue: '納期を過ぎています',
  'inspection-late': '検査が遅れています',
  short: '時間が足りません',
  unplaced: '受け手がいません',
}
const orderStates: Record<'preparing' | 'running' | 'delivered' | 'accepted' | 'cancelled', string> = {
  preparing: '準備中',
  running: '作業中',
  delivered: '納品済み',
  accepted: '検収済み',
  cancelled: '取消',
}
const deliveryStates: Record<'waiting' | 'accepted' | 'returned', string> = {
  waiting: '検収待ち',
  accepted: '検収済み',
  returned: 'お戻し',
}

export const ja = {
  refusals: {
    'more-than-left': (details: Details) => `残りは${details['units'] ?? 0}までです。数を減らしてください。`,
    'more-than-returned': (details: Details) =>
      `お返ししたのは${details['units'] ?? 0}です。それより多くは出せません。数を減らしてください。`,
    'nothing-to-correct': 'お返ししたものではないか、もう直したものがあります。一覧を開き直してください。',
    'files-missing': '送信の終わっていないファイルがあります。ファイルを送り直してください。',
    'already-decided': 'この提出は、もう検査が終わっています。一覧を開き直してください。',
    'own-work': '自分の提出は検査できません。ほかの担当者に頼んでください。',
    'correct-by-past': '直す期限が過ぎた日になっています。今日より後の日を選んでください。',
    'more-than-accepted': '検収した数より多く納品しようとしています。数を減らしてください。',
    'delivery-waiting': '発注企業の返事を待っている納品があります。返事の後に、次の納品をしてください。',
    'order-ended': 'この受注は終わっています。納品はできません。',
    'already-answered': 'この納品には、もう返事がされています。一覧を開き直してください。',
  } satisfies Record<Code, string | ((details: Details) => string)>,
  faults,
  states,
  causes,
  causeHelp,
  stages,
  risks,
  orderStates,
  deliveryStates,
  units: '数量',
  files: 'ファイル',
  noFiles: 'ファイルはありません',
  note: 'メモ',
  package: '業務',
  received: '受領',
  openAll: 'すべて見る',
  ...work,
  ...inspection,
  ...direction,
  ...client,
}
export type Messages = typeof ja

/** What people do here, in the words of the log. */
export const area = 'matching'
export const acts: Readonly<Record<string, string>> = {
  'ask-for-plan': '割り当ての計画を求める',
  'refresh-plan': '計画を作り直す',
  'stop-plan': '計画の計算を止める',
  'discard-plan': '計画を捨てる',
  'make-plan-offers': '計画のとおりに打診する',
  'pin-pair': '人と仕事の組を固定する',
  'forbid-pair': '人と仕事の組を禁じる',
  'free-pair': '組の固定や禁止を解く',
}

/** The fields of these acts, as the log says them; what several areas say alike stands in `src/main/web/`. */
export const fields: Readonly<Record<string, string>> = { days: '計画の日数', chosen: '選んだ打診', agreed: '引き継ぎへの同意' }
/** What the records of this area are. */
export const things: Readonly<Record<string, string>> = { plan: '計画' }

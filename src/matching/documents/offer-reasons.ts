/** What is told to a worker about why an offer came; facts about the work and the time, nothing about other people. */
export interface ReasonFacts {
  skills: readonly { name: string; level: number }[]
  grows: boolean
  minutes: number
  freeMinutes: number
  wantedMinutes: number | null
  siteName: string | null
}

/** The reasons as a worker reads them in an offer, at most four. */
export function offerReasons(facts: ReasonFacts): string[] {
  const hours = (minutes: number) => (minutes < 60 ? `${minutes}分` : minutes % 60 === 0 ? `${minutes / 60}時間` : `${Math.floor(minutes / 60)}時間${minutes % 60}分`)
  const reasons: string[] = []
  if (facts.grows) reasons.push('見てくれる人と一緒に、次のレベルの仕事ができます')
  else if (facts.skills.length > 0) reasons.push(`必要なスキルがあります（${facts.skills.map((skill) => `${skill.name} レベル${skill.level}`).join('、')}）`)
  else reasons.push('特別なスキルがなくてもできます')
  reasons.push(`納期までの空き時間${hours(facts.freeMinutes)}のうち、${hours(facts.minutes)}でできます`)
  if (facts.siteName !== null) reasons.push(`ふだん使う拠点（${facts.siteName}）でできます`)
  if (facts.wantedMinutes !== null && facts.wantedMinutes > 0) reasons.push(`希望の作業時間（期間内に${hours(facts.wantedMinutes)}）の中に収まります`)
  return reasons
}

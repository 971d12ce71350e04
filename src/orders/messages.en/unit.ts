/** Counters that directors write, in English; what is not among them stands as it was written. */
const counters = new Map([
  ['件', 'item'],
  ['枚', 'sheet'],
  ['本', 'piece'],
  ['個', 'piece'],
  ['点', 'piece'],
  ['字', 'character'],
  ['文字', 'character'],
  ['語', 'word'],
  ['回', 'time'],
  ['社', 'company'],
  ['ページ', 'page'],
  ['頁', 'page'],
  ['行', 'line'],
  ['時間', 'hour'],
  ['分', 'minute'],
])

export const oneUnit = (unit: string): string => counters.get(unit) ?? unit

/** `1 item`, `1,200 items`, `3 companies`; `units` is written already. */
export function countedUnits(units: string, unit: string): string {
  const one = counters.get(unit)
  if (one === undefined || units === '1') return `${units} ${one ?? unit}`
  return `${units} ${one.endsWith('y') ? `${one.slice(0, -1)}ies` : `${one}s`}`
}

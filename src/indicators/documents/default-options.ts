/** The answers of 大町市's form; a municipality's own are in its sheet settings. */
export const defaultRatings = [
  { key: 'A', label: '地方創生に非常に効果があった' },
  { key: 'B', label: '地方創生に相当程度効果があった' },
  { key: 'C', label: '地方創生に効果があった' },
  { key: 'D', label: '地方創生に対して効果がなかった' },
]

export const defaultDirections = [
  { key: 'A', label: '事業の継続（計画通りに事業を継続する）' },
  { key: 'B', label: '事業の発展（事業が効果的であったことから取組の追加等更に発展させる）' },
  { key: 'C', label: '事業の改善（事業の効果が不十分であったことから見直し（改善）を行う）' },
  { key: 'D', label: '事業の中止（継続的な事業実施を予定していたが中止する）' },
  { key: 'E', label: '事業の終了（当初予定通り事業を終了する）' },
]

/** What people do here, in the words of the log. */
export const area = 'indicators'
export const acts: Readonly<Record<string, string>> = {
  'define-indicator': '指標を定める',
  'edit-sheet': '評価シートを書く',
  'publish-sheet': '評価シートを公表する',
}

/** The fields of these acts, as the log says them; what several areas say alike stands in `src/main/web/`. */
export const fields: Readonly<Record<string, string>> = {
  position: '並び',
  unit: '単位',
  direction: '望ましい向き',
  mode: '数え方',
  source: 'もとの数字',
  baselineFiscalYear: '基準の年度',
  baselineValue: '基準値',
  localShare: '自治体ごとの内訳',
  targets: '目標',
  typed: '記入した内容',
  indicatorId: '指標',
}
export const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  direction: { up: '増やす', down: '減らす' },
  mode: { increment: '1年の増分', level: '時点の値' },
  source: {
    earners: '報酬を得た人',
    'orders-thousand-yen': '受注額（千円）',
    'profit-thousand-yen': '利益（千円）',
    'adopting-municipalities': '採用した自治体',
  },
}
/** What the records of this area are. */
export const things: Readonly<Record<string, string>> = { indicator: '指標', sheet: '評価シート' }

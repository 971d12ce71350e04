/** What people and things are called in a programme, in every area. */
export const terms = {
  municipality: '自治体',
  client: '発注企業',
  order: '受注',
  orders: '受注',
  works: '仕事',
  worker: '受託者',
  who: '人',
  fee: '報酬（税抜）',
  payOn: '支払日',
  due: '納期',
  accepted: '検収済み',
  fiscalYear: '年度',
  skillLabel: 'スキル',
  levelLabel: 'レベル',
}

export type Terms = typeof terms

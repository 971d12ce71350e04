const digitKana = ['ゼロ', 'イチ', 'ニ', 'サン', 'ヨン', 'ゴ', 'ロク', 'ナナ', 'ハチ', 'キュウ']
/** A number as it is read digit by digit: the reading of a name holds no figures. */
const readAloud = (number: number): string => [...String(number)].map((digit) => digitKana[Number(digit)] ?? '').join('')

/** The words of the demo programme. The figures that go with them are in `facts.ts`. */
export const words = {
  programme: {
    name: '地方における時短就労者を対象とした自営型テレワーク推進事業',
    outline:
      '子育て・介護・障がいなどで働ける時間に制約のある人が、自営型テレワークで安心して働き続けられるように、都市部の企業等から業務を受注し、' +
      'ディレクターが業務を分けて手順書を整え、地域の自営型テレワーカーに発注して品質・費用・納期に責任を持つ。' +
      '4つの課題（スキル、業務、就労環境、マッチング）に広域連携で取り組む。',
    grantName: '地方創生推進交付金（横展開タイプ）',
    operatorName: 'デモ振興公社（KADO）',
    operatorKana: 'ザイ）デモシンコウコウシヤ',
    operatorAddress: '長野県塩尻市（デモ）',
    operatorContact: '事務局（デモ） office@demo.example',
    operatorRepresentative: '理事長（デモ）',
  },
  cities: {
    shiojiri: { name: '塩尻市', nameEn: 'Shiojiri', department: '商工労政課', prefecture: '長野県', site: '塩尻拠点' },
    azumino: { name: '安曇野市', nameEn: 'Azumino', department: '商工労政課', prefecture: '長野県', site: '安曇野拠点' },
    itoigawa: { name: '糸魚川市', nameEn: 'Itoigawa', department: '商工観光課', prefecture: '新潟県', site: '糸魚川拠点' },
    omachi: { name: '大町市', nameEn: 'Omachi', department: '商工労政課', prefecture: '長野県', site: '大町拠点' },
  },
  adopter: (letter: string) => `採用自治体 ${letter}`,
  person: (role: string, city: string | null) => `デモ ${role}${city === null ? '' : `（${city}）`}`,
  approver: 'デモ 承認者',
  worker: (number: number) => ({
    name: `デモ ワーカー${number}`,
    kana: `デモ ワーカー${readAloud(number)}`,
    shown: `デモ${String(number).padStart(3, '0')}`,
    holder: `デモ ワーカー${readAloud(number)}`,
  }),
  client: (number: number) => ({ name: `デモ発注企業${number}`, kana: `デモハッチュウキギョウ${number}` }),
  postal: (city: string) => `${city}（デモ）1番地`,
  skills: [
    { key: 'data-entry', ja: 'データ入力', en: 'Data entry' },
    { key: 'writing', ja: '文章作成', en: 'Writing' },
    { key: 'annotation', ja: '画像の分類', en: 'Image labelling' },
    { key: 'research', ja: '調べもの', en: 'Web research' },
    { key: 'support', ja: '問い合わせ対応', en: 'Customer support' },
    { key: 'cad', ja: 'CAD', en: 'CAD' },
  ],
  kinds: [
    { key: 'data-entry', ja: 'データ入力', en: 'Data entry', withholding: 'not-subject', unit: '件', skill: 'data-entry' },
    { key: 'article', ja: '記事の作成', en: 'Articles', withholding: 'subject', unit: '本', skill: 'writing' },
    { key: 'annotation', ja: '画像の分類', en: 'Image labelling', withholding: 'not-subject', unit: '枚', skill: 'annotation' },
    { key: 'list-making', ja: 'リスト作成', en: 'List making', withholding: 'not-subject', unit: '件', skill: 'research' },
    { key: 'clerical', ja: '事務代行', en: 'Clerical work', withholding: 'not-subject', unit: '件', skill: 'data-entry' },
    { key: 'drafting', ja: '図面の作成', en: 'Drafting', withholding: 'not-subject', unit: '枚', skill: 'cad' },
  ],
  order: (kind: string, label: string, number: number) => `${kind}業務（${label}・${number}）`,
  specification: '手順書とチェックリストのとおり。納品前に件数と表記をそろえる。',
  returnedNote: '口座名義相違',
  objection: '提出した分のうち、10件が数に入っていないようです。提出の記録を見ていただけますか。',
  cost: '運用経費（拠点・人件費・システム）',
  indicators: [
    {
      name: '自営型テレワークで収入を得た人数(年間1万円以上)',
      nameEn: 'People who earned by self-employed telework (10,000 yen a year or more)',
      unit: '人',
    },
    { name: 'クライアントからの年間受注金額', nameEn: 'Orders from clients in the year', unit: '千円' },
    {
      name: '本事業に係る年間当期純利益(クライアントからの受注額-自営型テレワーカーへの発注額-運用経費)',
      nameEn: 'Net result of the year (orders − workers’ fees − operating costs)',
      unit: '千円',
    },
    {
      name: '本事業モデルを新たに採用した自治体数(コワーキングを設置した自治体数)',
      nameEn: 'Municipalities that adopted the model (with a coworking place)',
      unit: '自治体',
    },
  ],
  sheet: {
    positionOfYear: '①【自営型テレワーカー育成】 1年目に構築した育成プログラムの展開及び改善',
    content:
      '広域の枠組みに加わり、大町市拠点のディレクターの育成と、ワーカーに必要な初期スキル（ICT、オンラインコミュニケーション等）の習得支援、拠点の業務運営を事業推進主体に委託する。登録者を増やして事業を定着させ、雇用の場の確保と人口の流出減を目指す。',
    effect:
      '年度末のワーカー登録者が31名となり、時間にとらわれずに働けるテレワーク事業を構築できた。広域連携に加わったことで規模を生かした受注が可能になり、育成を進めたことでスキルが上がり、働く場の確保につながった。',
    issues:
      '担当部署の人員が足りず、委託した業務の確認や改善の話し合いが十分でない。連携を深め、確認作業を増やす必要がある。今後ワーカーが増えると拠点が手狭になり、発注企業の求める機密性にも対応できる施設が要る。',
    nextSteps:
      '多様な働き方の環境整備と働く人の増加の両面で有効なので、今後も継続する。事業推進主体との連携を密にして業務の改善を図り、広域連携の終了後の運営方法も検討する。',
    opinions: [
      '全体の受注量や各市への業務の分配状況を分析し、広域の実績と併せて当市の実績も分かりやすく示していただきたい。',
      '拠点の整備だけでなく、ワーカー個々の環境を整えるための支援も検討いただきたい。',
      '目標達成に向けた課題の原因分析と改善策を明確にし、次年度以降に効果が現れる方法を十分検討していただきたい。',
    ],
  },
}

/** The current weeks of the demo. */
export const live = {
  orders: [
    {
      order: '名簿の入力（先月分）',
      title: '名簿の入力',
      summary: '紙の名簿の画像を見て、決まった表に入力します。',
      kind: 'data-entry',
      level: 1,
      unitMinutes: 4,
      unitPriceYen: 90,
      city: 'omachi',
    },
    {
      order: '商品情報の整備',
      title: '商品情報の入力',
      summary: '商品の画像と説明書を見て、名前・大きさ・色を表に入力します。',
      kind: 'data-entry',
      level: 1,
      unitMinutes: 3,
      unitPriceYen: 65,
      city: 'shiojiri',
    },
    {
      order: '商品情報の整備',
      title: '商品写真の分類',
      summary: '写真を見て、7つの種類に分けます。迷ったときの見本があります。',
      kind: 'annotation',
      level: 1,
      unitMinutes: 1,
      unitPriceYen: 22,
      city: 'shiojiri',
    },
    {
      order: '商品情報の整備',
      title: '組立図の清書',
      summary: '手書きの組立図を CAD で清書します。',
      kind: 'drafting',
      level: 3,
      unitMinutes: 40,
      unitPriceYen: 950,
      city: 'shiojiri',
    },
    {
      order: '店舗リストの作成',
      title: '店舗リストの作成',
      summary: '公開されている店舗の住所と電話番号を調べて一覧にします。',
      kind: 'list-making',
      level: 1,
      unitMinutes: 5,
      unitPriceYen: 110,
      city: 'azumino',
    },
    {
      order: 'アンケートの入力',
      title: 'アンケートの入力',
      summary: '手書きのアンケートを表に入力します。',
      kind: 'clerical',
      level: 1,
      unitMinutes: 6,
      unitPriceYen: 130,
      city: 'itoigawa',
    },
    {
      order: '観光記事の作成',
      title: '観光記事の作成',
      summary: '取材メモをもとに、400字の紹介記事を書きます。',
      kind: 'article',
      level: 2,
      unitMinutes: 45,
      unitPriceYen: 1_100,
      city: 'omachi',
    },
    {
      order: '問い合わせ記録の整理',
      title: '問い合わせ記録の整理',
      summary: '問い合わせの記録を種類ごとに整理します。',
      kind: 'clerical',
      level: 1,
      unitMinutes: 4,
      unitPriceYen: 90,
      city: 'shiojiri',
    },
  ],
  steps: [
    { title: 'はじめに', body: '材料の一覧と入力する表を開きます。表の1行が1件です。', check: false },
    { title: '入力する', body: '画像を見て、表のとおりに入力します。読めない文字は「■」にし、備考に書きます。', check: true },
    { title: '見直す', body: '件数、日付の形、空欄がないことを確かめます。', check: true },
    { title: '提出する', body: '表を保存して「提出」画面から送ります。途中までの提出もできます。', check: true },
  ],
  materials: [
    {
      title: '材料の一覧',
      file: '材料の一覧.csv',
      text: '\ufeff番号,材料,ページ,備考\n1,画像 001,1,\n2,画像 002,1,\n3,画像 003,2,右下の文字がうすい\n4,画像 004,2,\n5,画像 005,3,\n',
    },
    {
      title: '入力する表',
      file: '入力する表.csv',
      text: '\ufeff番号,日付,名称,数量,備考\n1,2026-01-31,記入例,3,\n2,,,,\n3,,,,\n4,,,,\n5,,,,\n',
    },
  ],
  delivered: 'ご依頼の分を納品します。ご確認をお願いします。',
  thanks: '確認しました。ありがとうございました。',
  returned: { item: '12行目から20行目の日付', reason: '日付の形が手順書と違います。', evidence: '手順書 手順2「日付は 2026-01-31 の形」' },
  partNote: '先に40件を提出します。',
  question: '読めない文字はどう入力しますか。',
  answer: '「■」を入れて、備考に「判読不可」と書いてください。',
  openQuestion: '旧字体は新字体に直しますか。',
} as const

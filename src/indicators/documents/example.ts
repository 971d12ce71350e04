import type { DocumentSeal } from '../../platform/pdf/paper.ts'
import { defaultDirections, defaultRatings } from './default-options.ts'
import type { EvaluationSheet } from './evaluation-sheet.ts'

export const exampleSeal: DocumentSeal = {
  number: 'E2022-00002',
  issuedAt: new Date('2023-08-01T01:00:00Z'),
  sha256: 'ab'.repeat(32),
}

/** A sheet of a demonstration city with every part filled, for tests and for the preview of the template. */
export const exampleSheet: EvaluationSheet = {
  edition: null,
  number: 'No.2',
  title: '時短就労者のための自営型テレワーク推進事業（見本）',
  municipality: '見本市',
  fiscalYear: '令和4年度',
  basics: {
    grantName: '地方創生推進交付金（横展開タイプ）',
    department: '商工労政課（主体：見本中央市）',
    period: '令和3～5年度（3年間）',
    outline:
      '働く時間に制約のある人が、自宅や拠点で自分の都合に合わせて働けるよう、都市部の企業から業務を受注し、個人事業主であるワーカーに発注する仕組みをつくる。\n' +
      'ディレクターが作業手順を整え、品質と進捗を管理することで、初めての人でも安心して続けられる仕事にする。広域で連携し、仕事の量と種類を確保する。\n' +
      '①【育成】初期スキルの習得支援　②【受注拡大】企業への営業　③【環境整備】拠点と機材の整備　④【体制強化】仕事と人をつなぐ人材の育成と手順の標準化',
    costs: [
      {
        label: '見本市\n累計\n事業費',
        totalLabel: '総事業費',
        total: '5,995,000円',
        years: [
          { label: '令和4年度', amount: '5,995,000円' },
          { label: '令和5年度', amount: '円' },
        ],
      },
      {
        label: '見本市\n累計\n事業費',
        totalLabel: '交付金充当額',
        total: '2,997,500円',
        years: [
          { label: '令和4年度', amount: '2,997,500円' },
          { label: '令和5年度', amount: '円' },
        ],
      },
    ],
  },
  year: {
    application: '2年目（見本市は2年目より当該事業に参加）',
    position: '①【育成】1年目に作った育成プログラムの展開と改善',
    content:
      '①【育成】\n本市の拠点を担うディレクターを育て、ワーカーに対して初期スキルの習得支援を行う。\n登録者を増やし、仕事の経験を重ねられるようにして、安定した就労の機会をつくる。',
    contentCost: '対象経費計 5,995,000円',
    contentNote: '全体事業費：17,000千円　うち 見本市負担額：5,995千円',
    costs: [
      { label: '総事業費', amount: '5,995,000円' },
      { label: '交付対象事業費', amount: '5,995,000円' },
      { label: '交付金充当額', amount: '2,997,500円' },
    ],
  },
  kpi: {
    headings: {
      name: '指標',
      baseline: '基準値\n（事業開始前）',
      finalTarget: '累積増加分\n（最終年度末）',
      year: '単年度増加分\n（R4年度分）',
      cumulative: '累積増加分\n（R4年度末時点）',
      target: '目標値',
      actual: '実績値\n（達成率）',
    },
    rows: [
      {
        name: '自営型テレワークで収入を得た人数（年間1万円以上）',
        baseline: '250 (人)',
        finalTarget: '270',
        year: { target: '90', actual: '33 [21]', rate: '(36.7%)' },
        cumulative: { target: '140', actual: '100 [21]', rate: '(71.4%)' },
      },
      {
        name: 'クライアントからの年間受注金額',
        baseline: '250,000 (千円)',
        finalTarget: '262,000',
        year: { target: '86,000', actual: '56,848', rate: '(66.1%)' },
        cumulative: { target: '136,000', actual: '61,230', rate: '(45.0%)' },
      },
      {
        name: '本事業に係る年間当期純利益（受注額－ワーカーへの発注額－運用経費）',
        baseline: '0 (千円)',
        finalTarget: '10,000',
        year: { target: '0', actual: '0', rate: '' },
        cumulative: { target: '0', actual: '0', rate: '' },
      },
      {
        name: '本事業モデルを新たに採用した自治体数',
        baseline: '5 (自治体)',
        finalTarget: '5',
        year: { target: '1', actual: '0', rate: '(0%)' },
        cumulative: { target: '2', actual: '1', rate: '(50%)' },
      },
    ],
    note: '※[ ]内は、見本市に関する実績額',
  },
  evaluation: {
    options: defaultRatings,
    chosen: 'C',
    effect:
      '年度末の登録者が31人となり、時間にとらわれない働き方の入口ができた。\n広域の枠組みに加わったことで、受注できる業務の種類が増え、研修の修了者が実際の仕事を経験できた。',
    answerToOpinions: '',
  },
  next: {
    options: defaultDirections,
    chosen: 'C',
    issues:
      '運営を委ねている主体との情報共有が十分でなく、業務の進み方の確認に遅れが出ることがあった。\n登録者の増加に対して拠点が手狭であり、機密を扱える環境も求められている。',
    nextSteps: '月次の打合せで進捗と課題を確認し、改善策と担当者、期日を記録する。\n交付金の終了後の運営方法を検討する。',
  },
  committee: {
    name: '総合戦略推進委員会',
    opinions: [
      '全体の受注量と各市への配分の状況を分析しながら進めていただきたい。',
      '施設の整備だけでなく、自宅の環境を整えたい人への支援も検討していただきたい。',
      '目標に届かなかった原因の分析と改善策を明らかにし、それを繰り返すことで事業を育てていただきたい。',
    ],
  },
}

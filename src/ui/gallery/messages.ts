import { defineMessages } from '../messages.ts'

const ja = {
  title: '部品の一覧',
  lead: '画面の部品をまとめて確かめるためのページです。見本の値だけを使っています。',
  home: '見本のホーム',
  list: '見本の一覧',
  form: '見本の入力',
  bell: 'お知らせ',
  account: 'アカウントの設定',
  step: {
    title: '「見本データ入力 120件」のお願いが届いています',
    text: '1件3分で、合計6時間です。1日30分なら、あと12日で終わります。',
    accept: '受ける',
    decline: '今回は見送る',
    due: '期限',
    pay: '金額',
    perHour: '1時間あたりの目安',
  },
  figures: { people: '今月はたらける人', hours: '空き時間', paid: '今月の支払', note: '先月より12人多い' },
  buttons: { title: 'ボタン', save: '保存する', back: '戻る', remove: '削除する', detail: 'くわしく見る', large: '大きなボタン', disabled: '押せないボタン', confirm: '本当に削除しますか', confirmText: '削除すると元に戻せません。', deleted: '見本を削除しました', undone: '元に戻しました' },
  states: { title: '状態', open: '募集中', running: '進行中', returned: 'やり直し', done: '検収済み', late: '期限超過', draft: '下書き' },
  notices: { title: '知らせ', info: '新しい手引きがあります。', success: '提出を受け取りました。', warning: '期限まであと2日です。', danger: '振込先の口座が登録されていません。' },
  progress: '仕分けの進み具合',
  steps: { title: '締めの流れ', one: '対象の確認', two: '計算', three: '差異の確認', four: '承認', five: '振込データ', six: '完了' },
  details: { title: '取引条件', more: '条件の全文を見る', text: '報酬は受領日から60日以内に支払います。', receivedOn: '受領日', dueOn: '支払期日', minutes: '1件の標準時間' },
  tabs: { label: '見本の切替', one: '概要', two: '手引き', three: '質問' },
  heat: { title: '人と日ごとの空き時間', person: '人', name: (n: number) => `見本の人 ${n}` },
  chart: { title: '受注金額の推移', actual: '実績', target: '目標', unit: '千円', stacked: '月別の作業時間', cityA: '見本市', cityB: '見本町' },
  table: { name: '仕事', due: '期限', price: '金額', units: '件数', state: '状態', item: (n: number) => `見本データ入力 ${n}`, action: '操作', open: '開く', total: '合計', send: 'まとめて送る', emptyTitle: 'まだ仕事がありません', emptyText: '最初の仕事を登録すると、ここに並びます。', add: '仕事を登録する' },
  fields: {
    name: '仕事の名前', nameHelp: '働く人に見える名前です。20文字以内で書いてください。', units: '件数', pieces: '件', price: '1件の単価', minutes: '1件の標準時間', due: '期限', kind: '進め方', alone: '1人で行う', aloneHelp: '自分の時間に進めます。', team: 'チームで行う', teamHelp: 'リーダーが確認します。', level: '安全の区分', levels: ['一般', '注意', '厳重'], skills: '必要な技能', skill: (n: number) => ['データ入力', '文章作成', '画像の加工', '検品'][n] ?? '', agree: '取引条件を書面で示すことに同意します', note: '補足', files: '見本のファイル', submit: '登録する', done: '登録しました',
  },
  refusals: { 'name-taken': '同じ名前の仕事があります。別の名前にしてください。' },
}

export const useGalleryWords = defineMessages({
  ja,
  en: {
    ...ja,
    title: 'Gallery of parts',
    lead: 'Shows every part of the screens with sample values only.',
    home: 'Sample home',
    list: 'Sample list',
    form: 'Sample form',
    bell: 'Notices',
    account: 'Account settings',
  },
  easy: { title: '部品を 見る ページ' },
})

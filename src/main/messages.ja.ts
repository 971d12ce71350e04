import type { Awaited, Holder } from '../platform/db/migration/refusal.ts'
import { type BrokenHead, named } from '../platform/proof/compare-head.ts'
import { startJa } from './start-messages.ja.ts'

const headReasonsJa: Record<BrokenHead['reason'], string> = {
  forged: '署名が合いません',
  missing: 'データベースにありません',
  changed: 'データベースにあるものと違います',
  'off-the-list': '事業が一覧から外されています',
  lane: '操作の記録が、控えたときと違います',
  series: '文書が、控えたときと違います',
  seals: '表の封印が、控えたときと違います',
}

type Account = { role: string; email: string; password: string }

/** What is said to whoever starts and keeps the server. */
export const ja = {
  progress: {
    database: 'データベースを起動しています…',
    migrate: 'データベースを最新の形にしています…',
    demo: 'デモの事業を読み込んでいます（初回のみ、1分以内）…',
    web: '画面を組み立てています（変更があったときのみ）…',
  },
  ready: (url: string, demo: Account[]) =>
    [
      '',
      `KADO を開けます: ${url}`,
      ...(demo.length > 0
        ? [
            '',
            `デモのサインイン（パスワードはすべて ${demo[0]?.password}）:`,
            ...demo.map((account) => `  ${account.role.padEnd(14)} ${account.email}`),
          ]
        : []),
      '',
      '終わるときは Ctrl-C を押してください。',
    ].join('\n'),
  failed: (sentence: string) => `起動できませんでした: ${sentence}`,
  starting: startJa,
  operator: {
    otherAddress:
      '利用者の開いたアドレスが KADO_URL と違うため、サインインも書き込みも断っています。KADO_URL を利用者の開くアドレスにし、プロキシに Host を引き継がせてください（docs/proxy.md）。',
    untrustedProxy:
      'プロキシの伝える接続元を信じていないので、全員が一つの接続元として数えられます。KADO_TRUST_PROXY に前に置いたプロキシの数（1 など）を書いてください（docs/proxy.md）。',
  },
  backedUp: (place: string) => `バックアップをとりました: ${place}`,
  notBackedUp: (folder: string) =>
    `バックアップができませんでした: ${folder} フォルダーの権限と空きを確かめてください。次の時刻にもう一度とります。すぐにとるときは kado backup フォルダー を実行してください。`,
  backup: {
    'own-database': () => 'ご自分の PostgreSQL（DATABASE_URL）では使えません。その PostgreSQL のバックアップの道具を使ってください。',
    'folder-not-empty': (path: string) => `フォルダーが空ではありません: ${path} 新しいフォルダーを指定してください。`,
    'not-a-backup': (path: string) => `バックアップのフォルダーを指定してください: kado backup DIR / kado restore DIR ${path}`,
    'backup-damaged': (path: string) =>
      `バックアップのファイルが変わっているか、欠けています: ${path} ほかのバックアップを使ってください。`,
    'data-not-empty': (path: string) =>
      `データのフォルダーにデータベースがあります: ${path} KADO_DATA_DIR に空のフォルダーを指定してください。`,
  },
  verify: {
    reasons: { changed: '書き換えられています', missing: 'ありません', added: '手で足されています', unlinked: '前の文書とつながりません' },
    places: {
      audit: (lane: number, seq: number, reason: string) => `操作の記録 ${lane} 列 ${seq} 番: ${reason}`,
      document: (place: string) => `文書 ${place}`,
      row: (relation: string, key: string, reason: string) => `表 ${relation} の行 ${key}: ${reason}`,
      file: (id: string, name: string) => `ファイル ${id}（${name}）: 中身が書き換えられています`,
      sum: (name: string, place: string) => `計算し直すと合いません（${name}）: ${place}`,
    },
    head: ({ number, reason, programmeId, place }: BrokenHead) => `控え ${number}: ${headReasonsJa[reason]}${named(programmeId, place)}`,
    touched: (count: number) =>
      `${count} か所が、書かれたときのままではありません。データベースには触れずに写しを取り、管理責任者に知らせてください。直すときは、バックアップを別の場所に戻して比べてください。`,
    notWritten: (place: string) =>
      `控えを書けませんでした: ${place} フォルダーの権限と空きを確かめ、kado verify をもう一度実行してください。`,
  },
  migrating: {
    works: ({ name, number, of, seconds }: { name: string; number: number; of: number; seconds: number }) =>
      `データベースの更新 ${number}/${of}: ${name}${seconds === 0 ? '' : `（${seconds} 秒たちました。止めずにお待ちください）`}`,
    queuesBehind: (holders: string, seconds: number) =>
      `別の起動がこのデータベースを更新し終えるのを ${seconds} 秒待っています: ${holders}。動いている起動がなければ、その接続を終わらせてください。`,
    holder: ({ pid, application, state, seconds }: Holder) => `プロセス ${pid} ${application} ${state} ${seconds} 秒`,
    queues: '別の起動がこのデータベースを更新しています。終わるのを待っています…',
    awaits: (awaited: string) => `更新に使う表がほかの接続に使われています。空くのを待って、やり直します: ${awaited}`,
    awaited: ({ relation, pid, application, state, seconds }: Awaited) =>
      `${relation}（プロセス ${pid} ${application} ${state} ${seconds} 秒）`,
    unseen: '相手を確かめられません',
    difference: (what: string, expected: string | null, found: string | null) =>
      `  ${what}: 移行では ${expected ?? '（ありません）'}、いまは ${found ?? '（ありません）'}`,
    refusals: {
      encoding: (encoding: string) =>
        `このデータベースの文字コードは ${encoding} なので、createdb --encoding=UTF8 --template=template0 で作り直したものを使ってください。`,
      'old-server': (version: string) => `この PostgreSQL は版 ${version} なので、15 以上にしてください。`,
      newer: (names: string) =>
        `このデータベースは、新しい版の KADO で更新されています（${names}）。その版か、それより新しい版で起動してください。`,
      missing: (name: string) =>
        `このデータベースに当てた移行 db/migrations/${name} が、この KADO にありません。KADO のファイルを配布されたものに戻してから起動してください。`,
      changed: (name: string) =>
        `移行 db/migrations/${name} が、このデータベースに当てたものと違います。KADO のファイルを配布されたものに戻してから起動してください。`,
      skipped: (name: string) =>
        `移行 db/migrations/${name} が当てられないまま、後の移行が当てられています。バックアップを戻してから起動してください。`,
      differs: (differences: string, count: number) =>
        [
          `データベースの形が、移行の示す形と ${count} か所で違うので、起動しません。データには触れていません。`,
          differences,
          '手で変えたのなら、元に戻してから起動してください。',
          '古い版で作ったデータフォルダーなら、その版の KADO で書き出しとバックアップをしてから、新しいデータフォルダー（KADO_DATA_DIR）で始めてください。バックアップがあれば、それを戻すこともできます。',
        ].join('\n'),
      locked: (awaited: string) =>
        `更新に使う表が空かなかったので、何も変えずにやめました: ${awaited} その接続を終えてから、もう一度起動してください。`,
    },
  },
  unknownProgramme: (ids: string) => `この番号の事業がないか、2回書かれています: ${ids} kado entrance で番号を確かめてください。`,
  inviteUsage: '使い方: kado invite EMAIL（このアドレスの人が、事業を1つつくれるリンクを出します）',
  resetSecret: {
    word: 'reset',
    nothing: '秘密の鍵はこのデータベースのものなので、何も変えていません。',
    effects: (place: string, sessions: number, secondFactors: number) =>
      [
        `${place} の鍵を、このデータベースの新しい鍵にします。前の鍵が別の場所にあるなら、これをせず、それを戻してください。`,
        `- 全員のサインインが終わります（いま ${sessions} 件）。パスワードはそのまま使えます。`,
        `- 認証アプリとバックアップコードは読めないので消します（${secondFactors} 人）。次のサインインの後に、もう一度設定します。`,
        '  設定するまでパスワードだけで入れるので、その人たちはしばらく一人では振込を承認できません。',
        '- パスキーは、そのまま使えます。信頼した端末は、もう一度確かめます。',
        '- 改ざんを確かめる控えは、データベースの中のものに新しい鍵で署名し直し、ファイルは別のフォルダーに分けます。',
      ].join('\n'),
    asks: '変えるときは reset と書いてください:',
    asksAgain: (people: number) => `元に戻せません。認証アプリを設定し直す人の数（${people}）を書いてください:`,
    notWanted: '何も変えていません。変えるときは、端末で二つの問いに答えるか、上のことを確かめてから --yes を付けて実行してください。',
    otherHeads:
      'ファイルの控えがデータベースの中のものと違うので、何も変えていません。バックアップを別の場所に戻して、kado verify で比べてください。',
    heads: (folder: string) => `前の鍵で署名した控えを動かせませんでした: ${folder} 中の head-….json を別の場所へ移してください。`,
  },
  removeDemo: {
    word: 'remove',
    nothing: 'このデータベースにはデモがないので、何も消していません。',
    asks: (names: string, people: number, accounts: number) =>
      `デモの事業「${names}」（登録者 ${people} 人）の記録をすべてと、パスワードの公開されたアカウント ${accounts} 件を消します。元に戻せません。消すときは remove と書いてください:`,
    notWanted: '何も消していません。消すときは、端末で尋ねられたら remove と書くか、--yes を付けて実行してください。',
  },
  actMovesMoney: 'お金や振込先を動かす操作は、コマンドからは行えません。担当の人が画面から行ってください。',
  actUsage: (names: string[]) =>
    `使い方: kado act AREA.VERB --programme ID --as EMAIL [--dry-run] [--key KEY] < input.json\n操作:\n  ${names.join('\n  ')}`,
}

export type Messages = typeof ja

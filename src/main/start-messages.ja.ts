import type { StartCause } from './start-refusal.ts'

type Sentences = { readonly [Code in StartCause['code']]: (cause: Extract<StartCause, { code: Code }>) => string }

/** Why it did not begin, and what to do: one sentence each. */
export const startJa: Sentences = {
  'not-a-number': ({ name, given, least, most }) =>
    `${name} の「${given}」は使えないので、${least} から ${most} までの整数を書いてください。`,
  'not-a-word': ({ name, given, words }) => `${name} の「${given}」は使えないので、${words} のどれかを書いてください。`,
  'not-an-address': ({ name, given }) =>
    `${name} の「${given}」はアドレスではないので、https://kado.example.jp のように、http か https で始め、パスを付けずに書いてください。`,
  'not-a-database': () =>
    'DATABASE_URL が PostgreSQL の接続先の形ではないので、postgres://利用者:パスワード@ホスト/データベース の形で書いてください。',
  'not-a-mail-server': () =>
    'KADO_SMTP_URL がメールサーバーのアドレスではありません。smtp://ユーザー:パスワード@mail.example.jp:587 か smtps:// の形で書いてください。',
  'not-a-sender': ({ given }: { given: string }) =>
    `KADO_MAIL_FROM に「${given}」は使えません。kado@example.jp のように、差出人のメールアドレスを書いてください。`,
  'not-a-proxy': ({ given }) =>
    `KADO_TRUST_PROXY の「${given}」は使えないので、前に置いたプロキシの数（1 など）か、プロキシの IP アドレスやネットワークをカンマで並べて（10.0.0.5,192.168.0.0/24 など）書いてください。`,
  'not-a-time': ({ name, given }) => `${name} の「${given}」は使えないので、03:00 のように日本時間の時と分を書いてください。`,
  'backup-own-database': () =>
    'KADO_BACKUP_DIR は組み込みのデータベースのためのものなので、DATABASE_URL のバックアップはその PostgreSQL の道具（pg_dump など）で行い、KADO_BACKUP_DIR を消してください。',
  'secret-short': ({ length, least }) =>
    `KADO_SECRET が ${length} 文字しかないので、推測できない ${least} 文字以上（openssl rand -base64 32 の出力など）にしてください。`,
  'secret-file-broken': ({ path }) =>
    `秘密の鍵のファイル ${path} が空か途中で切れているので、別の場所に保管した鍵をそこへ戻すか KADO_SECRET に書いてください。`,
  'secret-other': ({ place }) =>
    `${place} の秘密の鍵は、このデータベースを作ったときのものと違うので、別に保管した鍵か、そのとき使っていたデータフォルダーの secret に戻してください（失くしたときは kado reset-secret が、何を設定し直すことになるかを言います）。`,
  'port-taken': ({ port }) =>
    `ポート ${port} はもう使われているので、使っているプログラム（先に起動した KADO など）を止めるか、KADO_PORT に別の番号を書いてください。`,
  'port-forbidden': ({ port }) => `ポート ${port} を開く権限がないので、KADO_PORT に 1024 以上の番号を書いてください。`,
  'host-unknown': ({ host }) =>
    `KADO_HOST の「${host}」はこの機械のアドレスではないので、127.0.0.1 か 0.0.0.0 か、この機械のアドレスを書いてください。`,
  folder: ({ path }) =>
    `${path} に書けないので、その所有者と権限を直すか、データの場所なら KADO_DATA_DIR に書けるフォルダーを指定してください。`,
  'disk-full': ({ path }) => `${path} のあるディスクに空きがないので、64 MB より多く空けてから、もう一度起動してください。`,
  'database-away': ({ address }) =>
    `PostgreSQL${address === '' ? '' : `（${address}）`} につながらないので、動いているかと、DATABASE_URL のホストとポートを確かめてください。`,
  'database-unknown-host': ({ address }) =>
    `PostgreSQL のホスト${address === '' ? '' : `「${address}」`}が見つからないので、DATABASE_URL のホスト名とネットワークを確かめてください。`,
  'database-refuses': () => 'PostgreSQL が接続を断ったので、DATABASE_URL の利用者とパスワード、サーバーの pg_hba.conf を確かめてください。',
  'database-missing': () => 'DATABASE_URL のデータベースがないので、createdb で作るか、名前を直してください。',
  'database-rights': () => 'DATABASE_URL の利用者に権限が足りないので、データベースの所有者にしてください（alter database … owner to …）。',
  'already-running': () =>
    '同じデータフォルダーで、もう KADO が動いているので、先に起動したほうを使うか、止めてからもう一度起動してください。',
  'not-packaged': ({ detail }) =>
    `この機種（${detail}）には PostgreSQL が同梱されていないので、DATABASE_URL に PostgreSQL 15 以上の接続先を設定してください。`,
  'not-permitted': ({ detail }) =>
    `データフォルダーを使う権限がないので（${detail.split('\n')[0]}）、フォルダーを作った利用者で起動するか、所有者を変えてください。`,
  'does-not-start': ({ detail }) =>
    `同梱の PostgreSQL が起動しないので（${detail}）、KADO_DEBUG=1 を付けて起動し、表示される記録を確かめてください。`,
  unexpected: ({ message }) =>
    `思わぬ失敗です（${message}）。KADO_DEBUG=1 を付けてもう一度起動し、表示される詳しい原因を確かめてください。`,
}

'use strict'
// What the launcher says before anything is installed, in the language of the terminal.
const { LC_ALL, LC_MESSAGES, LANG } = process.env

const ja = {
  installing: '必要な部品を入れています。初回は1分ほどかかります…',
  stillInstalling: (seconds) => `部品を入れています（${seconds} 秒たちました）…`,
  waiting: '別の起動が部品を入れ終わるのを待っています…',
  offline: (host) =>
    `部品の配布元（${host}）につながらないので、ネットワークとプロキシの設定（HTTPS_PROXY）を確かめて、もう一度実行してください。`,
  full: (folder) => `${folder} のあるディスクに空きがないので、1 GB ほど空けてから、もう一度実行してください。`,
  unwritable: (folder) => `${folder} に書けないので、書ける利用者で実行するか、所有者と権限を直してください。`,
  noNpm: 'npm が見つからないので、Node.js を npm と一緒に入れてください。',
  failed: (code) => `部品を入れられなかったので（${code}）、KADO_DEBUG=1 を付けてもう一度実行し、表示される原因を確かめてください。`,
  noNode: (platform, version) =>
    `この機種（${platform}）には Node.js ${version} が同梱されていないので、Node.js ${version} 以上を入れてから、もう一度実行してください。`,
}

const en = {
  installing: 'Installing what is missing, about a minute the first time…',
  stillInstalling: (seconds) => `Installing (${seconds} s so far)…`,
  waiting: 'Waiting for another start to finish installing…',
  offline: (host) => `The packages cannot be fetched from ${host}: check the network and the proxy (HTTPS_PROXY), then run this again.`,
  full: (folder) => `The disk of ${folder} is full: free about 1 GB, then run this again.`,
  unwritable: (folder) => `${folder} cannot be written: run this as a user who may, or mend its owner and permissions.`,
  noNpm: 'npm was not found: install Node.js together with npm.',
  failed: (code) => `The packages were not installed (${code}): run this again with KADO_DEBUG=1 and read the cause.`,
  noNode: (platform, version) =>
    `No Node.js ${version} is packaged for ${platform}: install Node.js ${version} or newer and run this again.`,
}

exports.words = /^en/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? en : ja

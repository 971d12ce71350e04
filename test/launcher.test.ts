import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'

const repository = dirname(import.meta.dirname)
let outer: string
let clone: string

// A clone with a small program in the place of the product: what is tested is how it is started and stopped.
const program = `
if (process.argv[2] === 'echo') process.stdin.pipe(process.stdout)
else if (process.argv[2] === 'exit') process.exitCode = Number(process.argv[3])
else {
  process.on('SIGTERM', () => { process.stdout.write('stopping\\n'); setTimeout(() => process.exit(5), 100) })
  process.stdout.write('pid ' + process.pid + ' ' + process.version + ' ' + JSON.stringify(process.argv.slice(2)) + '\\n')
  setInterval(() => {}, 1000)
}`

beforeAll(() => {
  outer = mkdtempSync(join(tmpdir(), 'kado-launcher-'))
  clone = join(outer, '複製 した フォルダー')
  mkdirSync(join(clone, 'src', 'main'), { recursive: true })
  for (const name of ['bin', 'package.json', 'package-lock.json']) cpSync(join(repository, name), join(clone, name), { recursive: true })
  symlinkSync(join(repository, 'node_modules'), join(clone, 'node_modules'))
  writeFileSync(join(clone, 'src', 'main', 'main.ts'), program)
})
afterAll(() => rmSync(outer, { recursive: true }))

const running: ChildProcess[] = []
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

async function start(command: string, args: string[], env: NodeJS.ProcessEnv = process.env) {
  const child = spawn(command, args, { cwd: clone, env, stdio: ['ignore', 'pipe', 'inherit'] })
  running.push(child)
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  for (let waited = 0; !/pid \d+/.test(said) && waited < 200; waited++) await wait(50)
  return { child, ended, said: () => said, pid: Number(/pid (\d+)/.exec(said)?.[1]) }
}

async function disappears(pid: number): Promise<boolean> {
  for (let waited = 0; waited < 100; waited++) {
    try {
      process.kill(pid, 0)
      if (spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.startsWith('Z')) return true
    } catch {
      return true
    }
    await wait(50)
  }
  return false
}

describe('起動', () => {
  test('どのフォルダーから呼んでも、Node 24 で、引数をそのまま渡す', async () => {
    const { said } = await start(join(clone, 'bin', 'kado'), ['start', '二つ の'])
    expect(said()).toMatch(/v2[4-9]\..* \["start","二つ の"\]/)
  })

  test('標準入力と標準出力は手つかずで通す', () => {
    const result = spawnSync(join(clone, 'bin', 'kado'), ['echo'], { cwd: '/', input: '{"名":1}' })
    expect(result.stdout.toString()).toBe('{"名":1}')
  })

  test('終了コードを返す', () => {
    expect(spawnSync(join(clone, 'bin', 'kado'), ['exit', '2']).status).toBe(2)
  })
})

describe('停止', () => {
  test('SIGTERM は本体に届き、本体の終了コードで終わる', async () => {
    const { child, ended, said } = await start(join(clone, 'bin', 'kado'), ['start'])
    child.kill('SIGTERM')
    expect(await ended).toBe(5)
    expect(said()).toContain('stopping')
  })

  test('起動役が kill -9 されても、本体は片付けて終わる', async () => {
    const { child, pid, ended, said } = await start(join(clone, 'bin', 'kado'), ['start'])
    child.kill('SIGKILL')
    expect(await disappears(pid)).toBe(true)
    await ended
    expect(said()).toContain('stopping')
  })

  test.for(['SIGTERM', 'SIGKILL'] as const)('npm start が %s で終わっても、本体は残らない', async (signal) => {
    const { child, pid } = await start('npm', ['start'])
    child.kill(signal)
    expect(await disappears(pid)).toBe(true)
  })
})

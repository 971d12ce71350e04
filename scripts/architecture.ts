import { readFile, readdir } from 'node:fs/promises'
import { graphViolations } from './architecture/graph.ts'
import { lineCount, long, pathViolations, sourceViolations } from './architecture/rules.ts'
import { type File, readSource } from './architecture/source.ts'
import { wholeViolations } from './architecture/whole.ts'

/**
 * What breaks the rules of ARCHITECTURE.md, as lines `path: rule: remedy`.
 * @param files every file under the folders that `readFiles` names, with paths from the root of the repository
 */
export function violations(files: File[]): string[] {
  const paths = new Set(files.map(({ path }) => path))
  const sources = files.filter(({ path }) => /\.tsx?$/.test(path)).map(readSource)
  return [
    ...files
      .filter(({ path }) => /^(src|scripts|test|bench)\//.test(path))
      .flatMap((file) => pathViolations(file).map((line) => `${file.path}: ${line}`)),
    ...sources.flatMap((source) => sourceViolations(source, paths).map((line) => `${source.path}: ${line}`)),
    ...wholeViolations(files, sources),
  ]
}

const folders = ['src', 'db', 'scripts', 'test', 'bench', 'docs', 'bin']
const pages = ['README.md', 'README.en.md', 'LICENSE', 'ARCHITECTURE.md', 'GLOSSARY.md', 'package.json']

/** Reads the repository in the current folder and checks it; files that grow long are named on standard error. */
export async function readArchitecture(): Promise<string[]> {
  const files = await readFiles()
  for (const { path, text } of files) {
    if (/\.tsx?$/.test(path) && !path.includes('.generated.') && lineCount(text) > long)
      process.stderr.write(`${path}: ${lineCount(text)} lines, grows long\n`)
  }
  return [...violations(files), ...graphViolations(files.filter(({ path }) => /\.tsx?$/.test(path)).map(readSource))]
}

async function readFiles(): Promise<File[]> {
  const listed = await Promise.all(folders.map((folder) => readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])))
  const paths = listed
    .flat()
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
  const wanted = [...paths, ...pages].filter((path) => !path.includes('node_modules')).sort()
  const read = wanted.map(async (path) => ({ path, text: await readFile(path, 'utf8').catch(() => null) }))
  return (await Promise.all(read)).flatMap(({ path, text }) => (text === null ? [] : [{ path, text }]))
}

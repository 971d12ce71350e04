import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { CompilerAnswer, CompilerOutcome, CompilerTask } from './compiler.ts'
import { fontFolders } from './fonts.ts'

/**
 * The child process that holds the native compiler. It starts with the first document and ends when idle, so its
 * 80 MB and a crash in native code stay out of the server.
 */
const templateRoot = process.argv[2]
if (templateRoot === undefined) throw new Error('the folder of the templates is missing')

const compiler = NodeCompiler.create({ workspace: templateRoot, fontArgs: [{ fontPaths: [...fontFolders] }] })

// Results not used in this many documents are dropped; the templates themselves stay warm.
const keptGenerations = 4

function compile(task: CompilerTask): Uint8Array {
  const entry = task.template.kind === 'file' ? { mainFilePath: task.template.path } : { mainFileContent: task.template.source }
  return compiler.pdf({ ...entry, inputs: { data: task.json } }, { pdfStandard: task.standard, creationTimestamp: task.createdAtSeconds })
}

function attempt(task: CompilerTask): CompilerOutcome {
  try {
    return { kind: 'pdf', bytes: compile(task) }
  } catch (error) {
    return { kind: 'failed', message: describe(error) }
  } finally {
    compiler.evictCache(keptGenerations)
  }
}

function answer(task: CompilerTask): CompilerAnswer {
  return { outcome: attempt(task), residentBytes: process.memoryUsage.rss() }
}

function describe(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'shortDiagnostics' in error) return String(error.shortDiagnostics)
  return String(error)
}

process.on('message', (task: CompilerTask) => process.send?.(answer(task)))
process.on('disconnect', () => process.exit(0))

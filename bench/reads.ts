import { parseArgs } from 'node:util'
import { loadAreas } from '../src/main/areas.ts'
import { asksInBody, pathOf, type ReadContract } from '../src/platform/contract.ts'
import { roleNames, type RoleName } from '../src/programme/rules/roles.ts'
import { leastInput } from '../test/support/sample-input.ts'
import { ratio, type Row, writeSection } from './report.ts'
import { signIn, withDemo } from './server/demo.ts'

/**
 * `reads [--data FOLDER] [--times 15] [--only PART]`: how long the server takes for each read that a page of the menus asks as
 * it opens, for the slowest of the roles that may. Those are all reads but the ones that ask for one record, a text or a file, and
 * the proof of the books, for which people press a button.
 * The demo is loaded anew, or copied from a data folder. Writes the section of docs/benchmarks.md, the slowest first; the exit
 * code is 1 when one is over its limit.
 */
const limitMilliseconds = 20
const { values } = parseArgs({
  options: { data: { type: 'string' }, times: { type: 'string', default: '15' }, only: { type: 'string', default: '' } },
})

interface Timed {
  read: ReadContract
  role: RoleName
  milliseconds: number
}

const { reads } = await loadAreas()
const menuReads = reads.map(({ contract }) => contract).filter((read) => opensAPage(read) && pathOf(read).includes(values.only))
const slowest = await withDemo(values.data, async ({ url }) => {
  const headers = new Map<RoleName, Record<string, string>>()
  for (const role of roleNames) headers.set(role, await signIn(url, `${role}@demo.example`))
  const timed: Timed[] = []
  for (const read of menuReads) {
    const each: Timed[] = []
    for (const [role, signedIn] of headers) {
      const milliseconds = await medianOf(url, read, signedIn)
      if (milliseconds !== null) each.push({ read, role, milliseconds })
    }
    timed.push(...each.sort((left, right) => right.milliseconds - left.milliseconds).slice(0, 1))
  }
  return timed.sort((left, right) => right.milliseconds - left.milliseconds)
})
writeSection('reads', slowest.map(rowOf))
process.exitCode = slowest.length > 0 && slowest.every(({ milliseconds }) => milliseconds <= limitMilliseconds) ? 0 : 1

function opensAPage(read: ReadContract): boolean {
  const asked = JSON.stringify(leastInput(read, {}))
  const answersFile = 'shape' in read.output && 'base64' in (read.output.shape as object)
  return read.name !== 'books-proof' && asked !== 'null' && !/00000000-|"(text|token)":/.test(asked) && !answersFile
}

/** The median of the answers after a few that warm up, or null when this role gets none. */
async function medianOf(url: string, read: ReadContract, signedIn: Record<string, string>): Promise<number | null> {
  const times: number[] = []
  const warming = 3
  for (let n = 0; n < warming + Number(values.times); n++) {
    const begun = performance.now()
    const answer = await ask(url, read, signedIn)
    await answer.arrayBuffer()
    if (!answer.ok) return null
    if (n >= warming) times.push(performance.now() - begun)
  }
  return times.sort((left, right) => left - right)[Math.floor(times.length / 2)] ?? null
}

function ask(url: string, read: ReadContract, headers: Record<string, string>): Promise<Response> {
  const input = JSON.stringify(leastInput(read, {}))
  if (!asksInBody(read)) return fetch(`${url}${pathOf(read)}?${new URLSearchParams({ input })}`, { headers })
  return fetch(`${url}${pathOf(read)}`, { method: 'POST', body: input, headers: { 'content-type': 'application/json', ...headers } })
}

function rowOf({ read, role, milliseconds }: Timed): Row {
  return {
    what: `${read.area}.${read.name} for ${role}`,
    peer: 'limit',
    ours: `${milliseconds.toFixed(1)} ms`,
    theirs: `${limitMilliseconds} ms`,
    ratio: ratio(milliseconds, limitMilliseconds),
    goal: '≤ 1.00 ×',
  }
}

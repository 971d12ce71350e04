/** The rooms of the matching engine: an ordered house inside `src/matching/rules/`, see docs/matching-engine.md. */
const house = /^src\/matching\/rules\/(.+)$/
/** What stands on no room, and so may be used by all. */
const ground = ['heap.ts', 'random.ts', 'notices.ts', 'tasks.ts', 'who-may.ts']
/** In reading order: each uses only what stands above it. `solve.ts` is the pipeline told on one screen. */
const order = ['the ground', 'problem', 'prices', 'plan', 'search', 'answer', 'solve', 'replan']
const aside = ['verify', 'assignment']
const door = 'src/matching/rules/assignment/solve-assignment.ts'

/** The room of a file of the house; null for any other file. */
function roomOf(path: string): string | null {
  const inside = house.exec(path)?.[1]
  if (inside === undefined) return null
  if (ground.includes(inside)) return 'the ground'
  return inside.replace(/\/.*|(\.test)?\.ts$/, '')
}

/** A sentence for a file of the house that stands in no room. */
export function roomViolation(path: string): string | null {
  const room = roomOf(path)
  const rooms = [...order.filter((name) => !['the ground', 'solve'].includes(name)), ...aside]
  return room === null || order.includes(room) || aside.includes(room) ? null : `unknown room: put it into ${rooms.join(', ')}`
}

/** Null when a file of the house may import another, or a sentence that says what is in the way. */
export function mayEnter(fromPath: string, toPath: string, isType: boolean): string | null {
  const from = roomOf(fromPath)
  const to = roomOf(toPath)
  if (from === null || to === null || from === to) return null
  if (from === 'verify')
    return to === 'problem' && isType ? null : 'verify takes only types, and only of problem, so that it shares no fault'
  if (to === 'verify') return 'nothing here uses verify: it looks at the engine from outside'
  if (from === 'assignment') return order.indexOf(to) <= order.indexOf('problem') ? null : 'assignment uses only problem and the ground'
  if (to === 'assignment' && from !== 'solve') return 'only solve reaches assignment'
  if (to === 'assignment') return toPath === door ? null : 'solve reaches assignment only by solve-assignment.ts'
  return order.indexOf(to) < order.indexOf(from) ? null : `${to} stands below ${from}: what both need belongs into the upper one`
}

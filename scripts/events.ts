import { readdir, readFile } from 'node:fs/promises'
import { areaOrder } from '../src/main/area-order.ts'
import { load, loadAreas } from '../src/main/areas.ts'
import type { EventKind } from '../src/platform/events.ts'
import type { Reaction } from '../src/platform/reactions.ts'

/** One event: what it carries, which actions of its area tell it, and which reactions hear it. */
export interface Telling {
  name: string
  carries: string[]
  /** Like `delivery/accept-deliverable`. */
  toldBy: string[]
  /** Like `money.record-payable`. */
  heardBy: string[]
}

interface AreaEvents {
  area: string
  events: readonly EventKind[]
  /** The sources of the area's actions by the name of their file. */
  actions: ReadonlyMap<string, string>
}

/** Who tells whom, area by area. Throws when an event that is declared is told or heard by nobody. */
export function tellings(areas: readonly AreaEvents[], reactions: readonly Reaction[]): Telling[] {
  const found = areas.flatMap(({ area, events, actions }) =>
    events.map(({ name, payload }) => ({
      name,
      carries: Object.keys(payload.shape),
      toldBy: [...actions].filter(([, text]) => text.includes(`publish(events['${name}']`)).map(([verb]) => `${area}/${verb}`),
      heardBy: reactions.filter(({ event }) => event === name).map((reaction) => reaction.name),
    })),
  )
  for (const { name, toldBy, heardBy } of found) {
    if (toldBy.length === 0)
      throw new Error(`the event ${name} is told by no action of its area: publish it or take it out of rules/events.ts`)
    if (heardBy.length === 0) throw new Error(`the event ${name} is heard by nobody: let a reaction hear it or tell it no more`)
  }
  return found
}

export async function readEvents(): Promise<Telling[]> {
  const areas = await Promise.all(
    areaOrder.map(async (area) => {
      const { events = {} } = await load<{ events: Record<string, EventKind> }>(area, 'rules/events.ts')
      return { area, events: Object.values(events), actions: await actionsOf(area) }
    }),
  )
  return tellings(areas, (await loadAreas()).reactions)
}

async function actionsOf(area: string): Promise<Map<string, string>> {
  const folder = `src/${area}/actions`
  const files = (await readdir(folder).catch(() => [])).filter((file) => !file.endsWith('.test.ts')).sort()
  const texts = files.map(async (file) => [file.replace(/\.ts$/, ''), await readFile(`${folder}/${file}`, 'utf8')] as const)
  return new Map(await Promise.all(texts))
}

/** The table of the events in Markdown. */
export function eventTable(rows: readonly Telling[]): string {
  const lines = rows.map(
    ({ name, carries, toldBy, heardBy }) => `| \`${name}\` | ${carries.join(', ')} | ${toldBy.join(', ')} | ${heardBy.join(', ')} |\n`,
  )
  return `| event | carries | told by | heard by |\n|---|---|---|---|\n${lines.join('')}`
}

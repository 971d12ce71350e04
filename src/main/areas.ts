import { existsSync } from 'node:fs'
import type { Action } from '../platform/action.ts'
import { cleaningTimer } from '../platform/cleaning.ts'
import { registerTemplate, type DocumentTemplate } from '../platform/documents.ts'
import type { Job, Timer } from '../platform/jobs.ts'
import { type NamedRecords, registerNames } from '../platform/names.ts'
import { actions as newsActions, reads as newsReads, timers as newsTimers } from '../platform/notifications/notifications.ts'
import { type OwnData, registerOwnData } from '../platform/own-data.ts'
import type { Proof } from '../platform/proof/proof.ts'
import type { Reaction } from '../platform/reactions.ts'
import type { Read } from '../platform/read.ts'
import { areaOrder, type Area } from './area-order.ts'

export interface Areas {
  actions: Action[]
  reads: Read[]
  reactions: Reaction[]
  jobs: Job[]
  timers: Timer[]
  proofs: Proof[]
}

/** Collects what every area offers: its routes, its reactions and its documents. */
export async function loadAreas(): Promise<Areas> {
  const areas: Areas = { actions: [...newsActions], reads: [...newsReads], reactions: [], jobs: [], timers: [...newsTimers], proofs: [] }
  for (const area of areaOrder) {
    const routes = await load<Pick<Areas, 'actions' | 'reads'> & { ownData: OwnData[]; names: NamedRecords }>(area, 'routes.ts')
    const jobs = await load<Pick<Areas, 'reactions' | 'jobs' | 'timers' | 'proofs'>>(area, 'jobs.ts')
    const documents = await load<{ templates: DocumentTemplate[] }>(area, 'documents/index.ts')
    areas.actions.push(...(routes.actions ?? []))
    areas.reads.push(...(routes.reads ?? []))
    areas.reactions.push(...(jobs.reactions ?? []))
    areas.jobs.push(...(jobs.jobs ?? []))
    areas.timers.push(...(jobs.timers ?? []))
    areas.proofs.push(...(jobs.proofs ?? []))
    if (routes.names) registerNames(routes.names)
    for (const data of routes.ownData ?? []) registerOwnData(data)
    for (const template of documents.templates ?? []) registerTemplate(template)
  }
  areas.timers.push(cleaningTimer(areas.reactions))
  return areas
}

/** What an area exports from one of its files; nothing when it has no such file. */
export async function load<Exports>(area: Area, file: string): Promise<Partial<Exports>> {
  const url = new URL(`../${area}/${file}`, import.meta.url)
  return existsSync(url) ? ((await import(url.href)) as Partial<Exports>) : {}
}

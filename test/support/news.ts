import type { z } from 'zod'
import { systemActor } from '../../src/platform/access.ts'
import { contextOf } from '../../src/platform/action.ts'
import type { EventKind } from '../../src/platform/events.ts'
import type { Reaction } from '../../src/platform/reactions.ts'
import type { World } from './world.ts'

export interface Told {
  userId: string
  kind: string
  link: string | null
  data: unknown
}

/** Lets the reactions of one event happen that tell people something, and gives the news that came of it. */
export async function newsAfter<P extends z.ZodObject>(
  world: World,
  reactions: readonly Reaction[],
  event: EventKind<P>,
  payload: z.input<P>,
): Promise<Told[]> {
  await world.inside((db) => db.deleteFrom('platform.notification').execute())
  for (const reaction of reactions.filter((each) => each.event === event.name && each.name.includes('.tell-'))) {
    await world.inside((db) => reaction.react(contextOf(db, world.programmeId, systemActor, world.now), payload))
  }
  return world.inside((db) => db.selectFrom('platform.notification').select(['userId', 'kind', 'link', 'data']).orderBy('kind').execute())
}

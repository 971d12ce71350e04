import type { Reaction } from '../../src/platform/outbox.ts'
import { contextOf, newId } from '../../src/platform/action.ts'
import { systemActor } from '../../src/platform/access.ts'
import type { World } from './world.ts'

export interface Told {
  userId: string
  kind: string
  link: string | null
  data: unknown
}

/** Lets the reactions of one event happen that tell people something, and gives the news that came of it. */
export async function newsAfter(
  world: World,
  reactions: readonly Reaction[],
  event: string,
  payload: Record<string, unknown>,
): Promise<Told[]> {
  await world.inside((db) => db.deleteFrom('platform.notification').execute())
  for (const reaction of reactions.filter((each) => each.event === event && each.name.includes('.tell-'))) {
    await world.inside((db) =>
      reaction.react(contextOf(db, world.programmeId, systemActor, world.now), { id: newId(), name: event, payload }),
    )
  }
  return world.inside((db) => db.selectFrom('platform.notification').select(['userId', 'kind', 'link', 'data']).orderBy('kind').execute())
}

import { z } from 'zod'

/** What one transaction writes and a later one reads under a name. */
interface Told<Kind extends 'event' | 'task', Payload extends z.ZodObject = z.ZodObject> {
  kind: Kind
  name: string
  payload: Payload
}
/** Something that has happened in an area, for the areas to its right; named like `offer.made`. */
export type EventKind<Payload extends z.ZodObject = z.ZodObject> = Told<'event', Payload>
/** Work for the queue; named after its area, like `matching.calculate`. */
export type TaskKind<Payload extends z.ZodObject = z.ZodObject> = Told<'task', Payload>

const named =
  <Kind extends 'event' | 'task'>(kind: Kind) =>
  <const P extends Record<string, z.ZodObject>>(payloads: P) =>
    Object.fromEntries(Object.entries(payloads).map(([name, payload]) => [name, { kind, name, payload }])) as {
      [N in keyof P]: Told<Kind, P[N]>
    }

/** Declares the events of an area: `eventKinds({ 'offer.made': z.object({ offerId: z.uuid() }) })['offer.made']`. */
export const eventKinds = named('event')
/** The same for the tasks of the queue. */
export const taskKinds = named('task')

/** What was told, in the form that was declared. Throws when it has another one, so that the queue shows the fault. */
export function payloadOf<P extends z.ZodObject>({ kind, name, payload }: Told<'event' | 'task', P>, value: unknown): z.output<P> {
  const read = payload.safeParse(value)
  if (read.success) return read.data
  throw new Error(`${kind} ${name}: ${z.prettifyError(read.error)}`)
}

import { createHash } from 'node:crypto'
import type { Actor, Grant } from '../../platform/access.ts'
import { contextOf, Refused, type Action } from '../../platform/action.ts'
import type { Role, WriteContract } from '../../platform/contract.ts'
import type { Db } from '../../platform/db/db.ts'
import { beginUpload, receiveChunk } from '../../platform/files.ts'
import { addDays, jstDateOf, startOfDayInJapan, type CalendarDate } from '../../units/calendar-date.ts'
import type { z } from 'zod'

/** Lets people of the demo act, with every permission and rule asked and every log written, on days before today. */
export interface Scene {
  today: CalendarDate
  /** The day so many days from today; negative is past. */
  day(offset: number): CalendarDate
  /** Carries out one action as somebody at noon of a day, given as a date or an offset from today. A refusal is a mistake of the demo and throws. */
  act<C extends WriteContract>(
    who: Actor,
    on: CalendarDate | number,
    action: Action<C>,
    input: z.input<C['input']>,
  ): Promise<z.input<C['output']>>
  /** Uploads a small file of somebody's and answers its id. */
  upload(who: Actor, name: string, text: string): Promise<string>
}

export function openScene(db: Db, programmeId: string, now: Date): Scene {
  const today = jstDateOf(now)
  return {
    today,
    day: (offset) => addDays(today, offset),
    async act<C extends WriteContract>(who: Actor, on: CalendarDate | number, action: Action<C>, input: z.input<C['input']>) {
      // What happens today has happened by now.
      const at = on === 0 ? now : noonOf(typeof on === 'number' ? addDays(today, on) : on)
      const output = await action.attempt(contextOf(db, programmeId, who, at), action.contract.input.parse(input))
      if (output instanceof Refused)
        throw new Error(
          `The demo was refused: ${action.contract.area}.${action.contract.name} ${output.code} ${JSON.stringify(output.details)}`,
        )
      return output as z.input<C['output']>
    },
    async upload({ userId }, name, text) {
      const bytes = Buffer.from(text)
      const file = { name, byteCount: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
      const begun = await beginUpload(db, programmeId, userId ?? '', file)
      if (typeof begun === 'string') throw new Error(`The demo was refused: ${name} ${begun}`)
      const sent = await receiveChunk(db, programmeId, userId ?? '', { id: begun.id, start: 0, bytes })
      if (typeof sent === 'string' || !sent?.complete) throw new Error(`The demo's file is incomplete: ${name}`)
      return begun.id
    },
  }
}

/** Noon of a day in Japan. */
export const noonOf = (date: CalendarDate): Date => new Date(startOfDayInJapan(date).getTime() + 12 * 3_600_000)

/** Somebody who holds one role; workers of the demo act as themselves whether or not they have an account. */
export function personOf(userId: string, role: Role, scopeKind: Grant['scopeKind'], scopeId: string): Actor {
  return { userId, grants: [{ role, scopeKind, scopeId }], fresh: true }
}

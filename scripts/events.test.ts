import { expect, test } from 'vitest'
import { z } from 'zod'
import { eventKinds } from '../src/platform/events.ts'
import { reaction } from '../src/platform/reactions.ts'
import { eventTable, tellings } from './events.ts'

const events = eventKinds({ 'lot.given': z.object({ lotId: z.uuid(), units: z.int() }) })
const give = new Map([['give-lot', "await context.publish(events['lot.given'], { lotId, units })"]])
const places = [{ area: 'places', events: Object.values(events), actions: give }]
const count = reaction(events['lot.given'], 'money.count-lot', async () => {})

test('だれがだれに伝えるかを、宣言と操作と反応から読む', () => {
  const rows = tellings([...places, { area: 'money', events: [], actions: give }], [count])
  expect(rows).toEqual([{ name: 'lot.given', carries: ['lotId', 'units'], toldBy: ['places/give-lot'], heardBy: ['money.count-lot'] }])
  expect(eventTable(rows)).toContain('| `lot.given` | lotId, units | places/give-lot | money.count-lot |\n')
})

test('だれも伝えない、またはだれも聞かない出来事は断る', () => {
  expect(() => tellings(places, [])).toThrow('lot.given is heard by nobody')
  expect(() => tellings([{ ...places[0]!, actions: new Map() }], [count])).toThrow('lot.given is told by no action')
})

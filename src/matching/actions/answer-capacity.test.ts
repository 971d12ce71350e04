import { expect, test } from 'vitest'
import { calendarDate } from '../../units/calendar-date.ts'
import type { LiveState } from '../store/live-state.ts'
import { answerCapacity } from './answer-capacity.ts'

const today = calendarDate('2026-11-20')
const worker = (id: string, minutes: number, skills: Record<string, number>) => ({
  id,
  municipalityId: 'city',
  siteId: null,
  equipment: ['pc'],
  wantedMonthlyMinutes: 0,
  highestMonthlyMinutes: 0,
  skills,
  week: Array.from({ length: 7 }, () => minutes),
  exceptions: [],
})
const state: LiveState = {
  workers: [worker('able', 60, { entry: 2 }), worker('near', 60, { entry: 1 })],
  packages: [],
  sites: [],
  municipalities: [{ id: 'city', costYen: 0 }],
  promised: [],
  declined: [],
  rules: [],
  answers: { accepted: 0, all: 0 },
}

test('できる分、足りない人数、すべてできる日を答える', async () => {
  // Ten days of one hour by the 30th; 1,000 minutes take 17 days of the one who is able.
  const answer = await answerCapacity(state, today, {
    minutes: 1_000,
    byOn: calendarDate('2026-11-30'),
    skills: [{ key: 'entry', level: 2 }],
  })
  expect(answer).toMatchObject({
    metMinutes: 600,
    people: [{ workerId: 'able', minutes: 600 }],
    minutesEach: 600,
    missingPeople: 1,
    fullOn: '2026-12-07',
  })
})

test('約束した仕事と公開中の仕事が先', async () => {
  const open = {
    id: 'open',
    units: 30,
    left: 30,
    unitMinutes: 10,
    releaseOn: '2026-11-01',
    dueOn: '2026-11-30',
    onSiteId: null,
    equipment: [],
    minUnits: 1,
    maxSharePercent: 100,
    indivisible: false,
    priority: 1,
    skills: { entry: 2 },
  }
  const promised = {
    id: 'assignment:1',
    workerId: 'able',
    packageId: 'old',
    units: 10,
    givableUnits: 10,
    unitMinutes: 12,
    dueOn: '2026-11-30',
    onSiteId: null,
  }
  const answer = await answerCapacity({ ...state, packages: [open], promised: [promised] }, today, {
    minutes: 600,
    byOn: calendarDate('2026-11-30'),
    skills: [{ key: 'entry', level: 2 }],
  })
  expect(answer.metMinutes).toBe(180)
})

test('誰もできないときは0', async () => {
  const answer = await answerCapacity(state, today, { minutes: 600, byOn: calendarDate('2026-11-30'), skills: [{ key: 'cad', level: 1 }] })
  expect(answer).toMatchObject({ metMinutes: 0, people: [], fullOn: null, missingPeople: 1 })
})
